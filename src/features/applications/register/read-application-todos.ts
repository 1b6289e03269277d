import type { Day } from '../../../kernel/day.ts'
import { reach } from '../../../kernel/policy.ts'
import type { Site } from '../../../platform/site.ts'
import { listUnitIdsUnder } from '../../organisations/index.ts'
import type { Officer } from '../../publishing/index.ts'
import { listOwnWork, listUnconfirmedLetters } from './queries-work.ts'
import { clipped } from './pages/line-words.ts'

/** Something about applications that waits for a person: a letter to confirm, a case that nobody has taken, a case of their own. */
export interface ApplicationTodo {
  kind: 'application-letter' | 'application-new' | 'application'
  title: string
  unitId: number
  dueOn?: Day | undefined
  innerOn?: Day | undefined
  isProvisional: boolean
  /** Where it is done. */
  path: string
}

const most = 200

/** What this person must do about applications, the nearest day first; letters come before everything, for they are due on their day. */
export async function readApplicationTodos(site: Site, officer: Officer): Promise<ApplicationTodo[]> {
  const db = site.database.read
  const unitIds = await listUnitIdsUnder(db, reach('applications.handle', officer.posts))
  if (unitIds.length === 0) return []
  const letters = (await listUnconfirmedLetters(db, unitIds, most)).map((line) => ({
    ...{ kind: 'application-letter' as const, title: `${line.number} ${clipped(line.wanted)}`, unitId: line.unitId },
    ...{ dueOn: line.arrivedOn, isProvisional: false, path: `/desk/applications/${line.ref}/confirm` },
  }))
  const known = new Set(letters.map((letter) => letter.path.split('/')[3]))
  const cases = (await listOwnWork(db, officer.personId, unitIds, most))
    .filter((line) => !known.has(line.ref))
    .map((line) => ({
      kind: line.handlerId === undefined ? ('application-new' as const) : ('application' as const),
      ...{ title: `${line.number} ${clipped(line.wanted)}`, unitId: line.unitId, dueOn: line.dueOn, innerOn: line.innerDueOn },
      ...{ isProvisional: line.isProvisional, path: `/desk/applications/${line.ref}` },
    }))
  return [...letters, ...cases]
}
