import { workingDaysLeft, type Calendar } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/day.ts'
import { covers, type Role } from '../../../kernel/policy.ts'

/** Whom a warning climbs to: whoever handles the case, then the head of the unit, then the office. */
export const rungs = ['handler', 'head', 'office'] as const
export type Rung = (typeof rungs)[number]

/** A day of a case comes near, and a rung is to be told. `kind` says both: `due-handler`, `inner-head`. */
export interface Warning {
  applicationId: number
  kind: `${'inner' | 'due'}-${Rung}`
  dueOn: Day
  personId: number
}

/** An open case as far as its days go. */
export interface WatchedCase {
  id: number
  unitPath: string
  handlerId?: number | undefined
  dueOn?: Day | undefined
  innerDueOn?: Day | undefined
}

/** Somebody who holds a post today, and the unit where they hold it. */
export interface PostHolder {
  personId: number
  role: Role
  unitPath: string
}

/** The roles that stand on a rung; a handler is named by the case, and where nobody is, those are told who may take it. */
export const rolesOfRung: Record<Rung, readonly Role[]> = {
  handler: ['information-officer'],
  head: ['reviewer', 'signer'],
  office: ['office'],
}

/**
 * The warnings about a case on a day: each rung is told of a day when no more working days are left than its own number, so that it
 * climbs; also when the day is past, where nobody was told before. Whether somebody has been told is not looked at here.
 */
export function warningsOn(
  today: Day,
  watched: WatchedCase,
  holders: readonly PostHolder[],
  warnDays: Record<Rung, number>,
  calendar: Calendar,
): Warning[] {
  const days = [
    { name: 'inner', on: watched.innerDueOn },
    { name: 'due', on: watched.dueOn },
  ] as const
  return days.flatMap(({ name, on }) => {
    if (on === undefined) return []
    const left = workingDaysLeft(calendar, today, on)
    return rungs
      .filter((rung) => left <= warnDays[rung])
      .flatMap((rung) =>
        peopleOn(rung, watched, holders).map((personId) => ({
          ...{ applicationId: watched.id, kind: `${name}-${rung}` as const, dueOn: on, personId },
        })),
      )
  })
}

/** Who stands on a rung for a case: for each role whoever holds it in its unit, or else in the nearest one above. */
function peopleOn(rung: Rung, { unitPath, handlerId }: WatchedCase, holders: readonly PostHolder[]): number[] {
  if (rung === 'handler' && handlerId !== undefined) return [handlerId]
  return [...new Set(rolesOfRung[rung].flatMap((role) => nearest(role, unitPath, holders)))]
}

function nearest(role: Role, unitPath: string, holders: readonly PostHolder[]): number[] {
  const above = holders.filter((one) => one.role === role && covers(one.unitPath, unitPath))
  const longest = Math.max(...above.map((one) => one.unitPath.length))
  return above.filter((one) => one.unitPath.length === longest).map((one) => one.personId)
}

/** The warnings of each person: one letter, however many cases it is about. */
export function lettersOf(warnings: readonly Warning[]): { personId: number; warnings: Warning[] }[] {
  const byPerson = new Map<number, Warning[]>()
  for (const warning of warnings) byPerson.set(warning.personId, [...(byPerson.get(warning.personId) ?? []), warning])
  return [...byPerson].map(([personId, own]) => ({ personId, warnings: own }))
}
