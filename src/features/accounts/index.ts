import type { Day } from '../../kernel/day.ts'
import type { Role } from '../../kernel/policy.ts'
import type { Db } from '../../platform/database/index.ts'
import type { VNode } from 'preact'
import type { Ask, Visitor } from '../../platform/http/route.ts'
import type { Loaders } from '../../platform/journal/index.ts'
import type { Reader } from '../../ui/reader.ts'
import { security } from './load-security.ts'
import { ConfirmPasswordPage } from './pages/confirm-password-page.tsx'
import { personContent, personSubject } from './people/person.ts'
import { listPeople } from './people/queries.ts'
import { postContent, postSubject } from './posts/post.ts'
import { listPosts, listWaivers } from './posts/queries.ts'
import { idsWithRole } from './posts/read-held-posts.ts'
import { waiverContent, waiverSubject } from './posts/waiver.ts'
import { confirmPassword as confirm } from './sessions/confirm-password.ts'
import { listSystems } from './tokens/queries.ts'
import { systemContent, systemPseudonym, systemSubject } from './tokens/system.ts'

export { type Actor } from './actor.ts'
export { addPerson, type AddedPerson } from './people/add-person.ts'
export { demoPassword } from './people/demo.ts'
export { setupSecret } from './people/make-setup-secret.ts'
export type { PersonDraft } from './people/person.ts'
export { hasDemoPeople } from './people/queries.ts'
export { grantPost } from './posts/grant-post.ts'
export { nameStandIn } from './posts/name-stand-in.ts'
export { grantWaiver } from './posts/grant-waiver.ts'
export { isRole, type Post } from './posts/post.ts'
export { hasOperator, listHolders } from './posts/queries.ts'
export { routes } from './routes.tsx'
export { hashOfToken, makeToken } from './make-token.ts'
export { brakeCaller } from './sessions/brake-caller.ts'
export { identify } from './sessions/identify-visitor.ts'
export { tidySessions } from './sessions/tidy-sessions.ts'
export { identifySystem } from './tokens/identify-system.ts'
export { issueToken } from './tokens/issue-token.ts'
export { revokeToken } from './tokens/revoke-token.ts'
export { apiRules } from './tokens/load-api-rules.ts'

/** How many days a password works that was made for somebody else. */
export const oneTimePasswordDays = Math.floor(security.password.temporaryHours / 24)

/** As much of a person as other slices may know. */
export interface Colleague {
  id: number
  login: string
  nameZh: string
  nameEn: string
  email: string
}

export async function findPeople(db: Db, ids: readonly number[]): Promise<Map<number, Colleague>> {
  const people = await listPeople(db, [...new Set(ids)])
  return new Map(people.map((person) => [person.id, asColleague(person)]))
}

/** The names of systems, by how the record calls them. */
export async function listSystemNames(db: Db): Promise<Map<string, string>> {
  return new Map((await listSystems(db)).map((system) => [systemPseudonym(system.id), system.name]))
}

/** Who holds a role in the unit at `unitPath` or above it on a day, stand-ins included, each once. */
export async function listPeopleWithRole(db: Db, role: Role, unitPath: string, day: Day): Promise<Colleague[]> {
  const people = await listPeople(db, await idsWithRole(db, role, unitPath, day))
  return people.map(asColleague)
}

/** May author, reviewer and signer be the same person in the unit at `unitPath` on this day? For that unit alone, not for those below it. */
export async function hasWaiver(db: Db, unitPath: string, day: Day): Promise<boolean> {
  const unitId = Number(unitPath.split('/').at(-2))
  return (await listWaivers(db, { unitId, day })).length > 0
}

/** For the edge: gives the password again within a session. */
export async function confirmPassword(ask: Ask, visitor: Visitor, password: string): Promise<'done' | 'wrong' | 'wait'> {
  return confirm(ask.site, visitor, password)
}

/** For the edge: asks for the password before a dangerous act, and keeps the form that was interrupted. */
export function confirmPage(reader: Reader, kept: Ask['body'], outcome: 'ask' | 'wrong' | 'wait'): VNode {
  return ConfirmPasswordPage({ reader, kept, outcome })
}

/** Every person, post and waiver as the record should know it. */
export const loaders: Loaders = {
  async *'accounts.person'(db) {
    for (const person of await listPeople(db)) yield { subject: personSubject(person.id), content: personContent(person) }
  },
  async *'accounts.post'(db) {
    for (const post of await listPosts(db)) yield { subject: postSubject(post.id), content: postContent(post) }
  },
  async *'accounts.waiver'(db) {
    for (const waiver of await listWaivers(db)) yield { subject: waiverSubject(waiver.id), content: waiverContent(waiver) }
  },
  async *'accounts.system'(db) {
    for (const system of await listSystems(db)) yield { subject: systemSubject(system.id), content: systemContent(system) }
  },
}

function asColleague({ id, login, nameZh, nameEn, email }: Colleague): Colleague {
  return { id, login, nameZh, nameEn, email }
}
