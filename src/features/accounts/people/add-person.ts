import { done, type Outcome } from '../../../kernel/outcome.ts'
import type { Db } from '../../../platform/database/index.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { type Actor, mustBeAllowed, pseudonym } from '../actor.ts'
import { demoPassword } from './demo.ts'
import { hashPassword, makePassword } from './hash-password.ts'
import { asLogin, draftPerson, type Person, personContent, type PersonDraft, type PersonRefusal, personSubject } from './person.ts'
import { findPersonByLogin, insertPerson, lockPeople } from './queries.ts'

/** Somebody new, and the password to tell them: it works once, for some days, and opens nothing until they have changed it. */
export interface AddedPerson {
  person: Person
  oneTimePassword: string
}

/** Adds a person, who holds no post yet. With `isDemo` the person of a demonstration, with the password that the sign-in page shows. */
export async function addPerson(
  site: Site,
  by: Actor,
  draft: PersonDraft & { isDemo?: boolean },
): Promise<Outcome<AddedPerson, PersonRefusal>> {
  mustBeAllowed(by, 'people.manage')
  const isDemo = draft.isDemo === true
  const password = isDemo ? demoPassword : makePassword()
  const passwordHash = isDemo ? await (demoHash ??= hashPassword(password)) : await hashPassword(password)
  return site.database.transaction(async (db) => {
    const outcome = await takeLogin(db, draft)
    if (!outcome.ok) return outcome
    const person = await insertNew(site, db, outcome.value, { passwordHash, isDemo, hasTemporaryPassword: !isDemo })
    await record(db, {
      at: site.now(),
      actor: pseudonym(by),
      act: 'accounts.add-person',
      subject: personSubject(person.id),
      content: personContent(person),
    })
    return done({ person, oneTimePassword: password })
  })
}

/** Examines a draft while nobody else can take its login. */
export async function takeLogin(db: Db, draft: PersonDraft): Promise<Outcome<PersonDraft, PersonRefusal>> {
  await lockPeople(db)
  const holder = await findPersonByLogin(db, asLogin(draft.login))
  return draftPerson(draft, holder !== undefined)
}

/** Writes a person whose draft was examined. */
export async function insertNew(
  site: Site,
  db: Db,
  draft: PersonDraft,
  rest: Pick<Person, 'passwordHash' | 'isDemo' | 'hasTemporaryPassword'>,
): Promise<Person> {
  const { login, nameZh, nameEn, email } = draft
  return insertPerson(db, { login, nameZh, nameEn, email, ...rest, passwordAt: site.now(), totpCounter: 0, createdAt: site.now() })
}

// The people of a demonstration share a password that everybody may read; hashing it once for all of them hides nothing.
let demoHash: Promise<string> | undefined
