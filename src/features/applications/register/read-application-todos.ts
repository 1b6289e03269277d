import { dayOf, type Day } from '../../../kernel/day.ts'
import { reach } from '../../../kernel/policy.ts'
import type { Site } from '../../../platform/site.ts'
import { listUnitIdsUnder } from '../../organisations/index.ts'
import type { Officer } from '../../publishing/index.ts'
import { listOpenErrands } from '../errands/queries.ts'
import { listWaitingByUnit } from '../mailroom/queries.ts'
import { listWaitingLetters } from '../replying/queries.ts'
import { listOwnWork, listUnconfirmedLetters } from './queries-work.ts'
import { clipped } from './pages/line-words.ts'

/** Something about applications that waits for a person: letters by mail, a letter to confirm, a case that nobody has taken, a case of their own. */
export interface ApplicationTodo {
  kind: 'application-mail' | 'application-letter' | 'application-new' | 'application-hand' | 'application-errand' | 'application'
  title: string
  unitId: number
  dueOn?: Day | undefined
  innerOn?: Day | undefined
  isProvisional: boolean
  /** Of mails that wait: how many; they have no title. */
  count?: number
  /** Where it is done. */
  path: string
}

const most = 200

/** What this person must do about applications, the nearest day first; letters come before everything, for they are due on their day. */
export async function readApplicationTodos(site: Site, officer: Officer): Promise<ApplicationTodo[]> {
  const others = [...(await listMailsOf(site, officer)), ...(await listForHand(site, officer)), ...(await listErrandsOf(site, officer))]
  const db = site.database.read
  const unitIds = await listUnitIdsUnder(db, reach('applications.handle', officer.posts))
  if (unitIds.length === 0) return others
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
  return [...letters, ...others, ...cases]
}

const handOf = {
  'applications.review': 'with-head',
  'applications.secrecy': 'with-secrecy',
  'applications.sign': 'with-signer',
} as const

/** Replies that wait for this person's hand. */
async function listForHand(site: Site, officer: Officer): Promise<ApplicationTodo[]> {
  const db = site.database.read
  const found: ApplicationTodo[] = []
  for (const action of ['applications.review', 'applications.secrecy', 'applications.sign'] as const) {
    const unitIds = await listUnitIdsUnder(db, reach(action, officer.posts))
    for (const letter of await listWaitingLetters(db, unitIds, [handOf[action]], officer.personId)) {
      const { unitId, dueOn } = letter
      const title = `${letter.number} ${letter.title}`
      found.push({ kind: 'application-hand', title, unitId, dueOn, isProvisional: false, path: `/desk/applications/${letter.ref}#reply` })
    }
  }
  return found
}

/** What sections of this person were asked for the sake of a case. */
async function listErrandsOf(site: Site, officer: Officer): Promise<ApplicationTodo[]> {
  const db = site.database.read
  const unitIds = await listUnitIdsUnder(db, reach('applications.errand', officer.posts))
  return (await listOpenErrands(db, unitIds)).map(({ id, asked, unitId, dueOn }) => ({
    ...{ kind: 'application-errand', title: clipped(asked), unitId, dueOn, isProvisional: false, path: `/desk/errands/${id}` },
  }))
}

/** Letters by mail that wait to be accepted, one line a unit. */
async function listMailsOf(site: Site, officer: Officer): Promise<ApplicationTodo[]> {
  const db = site.database.read
  const unitIds = await listUnitIdsUnder(db, reach('applications.register', officer.posts))
  return (await listWaitingByUnit(db, unitIds)).map(({ unitId, count, since }) => ({
    ...{ kind: 'application-mail', title: '', unitId, count, dueOn: dayOf(since), isProvisional: false, path: '/desk/applications/mail' },
  }))
}
