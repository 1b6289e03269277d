import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import { findCity, saveCity } from '../../../platform/city/queries.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { addUnit, listUnits, type Unit } from '../../organisations/index.ts'
import { security } from '../load-security.ts'
import { type Post, postContent, postSubject } from '../posts/post.ts'
import { hasOperator, insertPost } from '../posts/queries.ts'
import { insertNew, takeLogin } from './add-person.ts'
import { wordsAbout } from './change-password.ts'
import { hashPassword } from './hash-password.ts'
import { forgetSetupSecret, isSetupSecret } from './make-setup-secret.ts'
import { judgePassword, type PasswordRefusal } from './password.ts'
import { draftPerson, type Person, personContent, type PersonDraft, type PersonRefusal, personSubject } from './person.ts'

/** What the first page asks. The names of the government are asked only while there is no unit. */
export interface SetupDraft extends PersonDraft {
  secret: string
  password: string
  governmentZh: string
  governmentEn: string
}

export type SetupRefusal = PersonRefusal | PasswordRefusal | 'operator-there' | 'secret-wrong' | 'government-missing'

/**
 * Makes the first operator, and the root of the tree of units where there is none. Only while there is no operator, and only for
 * somebody who can read the console of the machine. Two at once: the second is refused. The site takes the government's name.
 */
export async function createFirstOperator(site: Site, draft: SetupDraft): Promise<Outcome<Person, SetupRefusal>> {
  if (!isSetupSecret(draft.secret)) return refused('secret-wrong')
  const root = await findRoot(site)
  const person = draftPerson(draft, false)
  const password = judgePassword(draft.password, wordsAbout(site, draft), security.password)
  const refusals: SetupRefusal[] = [...(person.ok ? [] : person.refusals), ...(password.ok ? [] : password.refusals)]
  if (root === undefined && (draft.governmentZh.trim() === '' || draft.governmentEn.trim() === '')) refusals.push('government-missing')
  if (refusals.length > 0 || !password.ok) return refused(...refusals)
  const passwordHash = await hashPassword(password.value)
  const government = root ?? (await foundRoot(site, draft))
  const outcome = await enter(site, draft, passwordHash, government)
  if (!outcome.ok) return outcome
  forgetSetupSecret()
  site.city = (await findCity(site.database.read)) ?? site.city
  return outcome
}

async function enter(site: Site, draft: SetupDraft, passwordHash: string, root: Unit): Promise<Outcome<Person, SetupRefusal>> {
  return site.database.transaction(async (db) => {
    const taken = await takeLogin(db, draft)
    if (await hasOperator(db)) return refused('operator-there')
    if (!taken.ok) return taken
    const person = await insertNew(site, db, taken.value, { passwordHash, isDemo: false, hasTemporaryPassword: false })
    const facts: Omit<Post, 'id'> = { personId: person.id, unitId: root.id, role: 'operator', sinceOn: site.today(), reason: '' }
    const post = await insertPost(db, facts)
    if ((await findCity(db)) === undefined) await saveCity(db, { nameZh: root.nameZh, nameEn: root.nameEn, siteCode: '' })
    const entry = { at: site.now(), actor: 'system' }
    await record(db, { ...entry, act: 'accounts.create-first-operator', subject: personSubject(person.id), content: personContent(person) })
    await record(db, { ...entry, act: 'accounts.grant-post', subject: postSubject(post.id), content: postContent(post) })
    return done(person)
  })
}

/** The government itself: the oldest unit without one above it. */
export async function findRoot(site: Site): Promise<Unit | undefined> {
  return (await listUnits(site.database.read)).find((unit) => unit.parentId === undefined)
}

async function foundRoot(site: Site, draft: SetupDraft): Promise<Unit> {
  const names = { nameZh: draft.governmentZh.trim(), nameEn: draft.governmentEn.trim() }
  const added = await addUnit(site, 'system', {
    code: 'government',
    kind: 'city',
    level: 'city',
    ...names,
    shortZh: names.nameZh,
    shortEn: names.nameEn,
    ...emptyProfile,
    sinceOn: site.today(),
  })
  if (added.ok) return added.value
  const other = await findRoot(site)
  if (other === undefined) throw new Error(`the government could not be added: ${added.refusals.join(', ')}`)
  return other
}

const emptyProfile = {
  functionsZh: '',
  functionsEn: '',
  addressZh: '',
  addressEn: '',
  hoursZh: '',
  hoursEn: '',
  telephone: '',
  fax: '',
  email: '',
  web: '',
  responsibleZh: '',
  responsibleEn: '',
  contactZh: '',
  contactEn: '',
}
