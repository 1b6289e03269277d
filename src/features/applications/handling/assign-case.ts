import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import type { Site } from '../../../platform/site.ts'
import { findPeople } from '../../accounts/index.ts'
import { covers } from '../../../kernel/policy.ts'
import { findUnit } from '../../organisations/index.ts'
import type { Officer } from '../../publishing/index.ts'
import type { StoredApplication } from '../cases/application.ts'
import { changeCase, type CaseAt, type CaseRefusal } from '../cases/change-case.ts'
import { listHandlers } from './list-handlers.ts'

export type AssignRefusal = 'person-missing' | 'ended' | CaseRefusal

/** Gives a case to somebody of the unit who handles applications, or takes it over oneself. The clock takes no notice. */
export async function assignCase(
  site: Site,
  officer: Officer,
  at: CaseAt,
  { personId, words }: { personId: number; words: string },
): Promise<Outcome<StoredApplication, AssignRefusal>> {
  return changeCase<AssignRefusal>(site, officer, at, async (db, { application, unit }) => {
    const isHandler = (await listHandlers(db, unit.path, site.today())).some((person) => person.id === personId)
    const refusals: AssignRefusal[] = [
      ...(isHandler ? [] : (['person-missing'] as const)),
      ...(application.endedOn === undefined ? [] : (['ended'] as const)),
    ]
    if (refusals.length > 0) return refused(...refusals)
    const login = (await findPeople(db, [personId])).get(personId)?.login ?? ''
    return done({
      act: 'applications.assign',
      events: [{ kind: 'assigned', on: site.today(), fields: { to: login }, words }],
      handling: { handlerId: personId },
    })
  })
}

export type PassRefusal = 'unit-missing' | 'reason-missing' | 'ended' | CaseRefusal

/** Hands a case to another section of the same unit. The unit answers for it, and its clock goes on. */
export async function passOn(
  site: Site,
  officer: Officer,
  at: CaseAt,
  { sectionId, reason }: { sectionId: number; reason: string },
): Promise<Outcome<StoredApplication, PassRefusal>> {
  return changeCase<PassRefusal>(site, officer, at, async (db, { application, unit }) => {
    const section = await findUnit(db, sectionId)
    const isBelow = section !== undefined && section.id !== unit.id && covers(unit.path, section.path)
    const refusals: PassRefusal[] = [
      ...(isBelow ? [] : (['unit-missing'] as const)),
      ...(reason === '' ? (['reason-missing'] as const) : []),
      ...(application.endedOn === undefined ? [] : (['ended'] as const)),
    ]
    if (section === undefined || refusals.length > 0) return refused(...refusals)
    return done({
      act: 'applications.pass-on',
      events: [{ kind: 'passed-on', on: site.today(), fields: { to: section.code }, words: reason }],
      handling: { handledIn: section.id },
      reason,
    })
  })
}
