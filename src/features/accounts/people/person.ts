import { done, type Outcome, refused } from '../../../kernel/outcome.ts'

/** Somebody who can sign in. What they may do is told by their posts, never by the person. */
export interface Person {
  id: number
  login: string
  nameZh: string
  nameEn: string
  email: string
  passwordHash: string
  passwordAt: Date
  /** The password was made by somebody else; until it is changed no post counts. */
  hasTemporaryPassword: boolean
  /** The secret of the second factor, once it is confirmed. */
  totpSecret?: string
  /** A secret that was shown and not yet confirmed. */
  totpPending?: string
  /** The last accepted counter: a code works once. */
  totpCounter: number
  createdAt: Date
  disabledAt?: Date
  isDemo: boolean
}

/** What is asked about somebody new. */
export interface PersonDraft {
  login: string
  nameZh: string
  nameEn: string
  email: string
}

export type PersonRefusal = 'login-form' | 'login-taken' | 'name-missing' | 'email-form'

/** Examines a new person; the names are trimmed, the login is small letters. Refuses with every reason. */
export function draftPerson(draft: PersonDraft, isTaken: boolean): Outcome<PersonDraft, PersonRefusal> {
  const login = asLogin(draft.login)
  const [nameZh, nameEn, email] = [oneLine(draft.nameZh), oneLine(draft.nameEn), draft.email.trim()]
  const refusals: PersonRefusal[] = []
  if (!loginForm.test(login)) refusals.push('login-form')
  else if (isTaken) refusals.push('login-taken')
  if (nameZh === '' || nameEn === '') refusals.push('name-missing')
  if (email !== '' && !emailForm.test(email)) refusals.push('email-form')
  return refusals.length > 0 ? refused(...refusals) : done({ login, nameZh, nameEn, email })
}

export type DisableRefusal = 'disabled-already' | 'oneself' | 'last-operator' | 'reason-missing'

/** Ends somebody's access. `facts` tell what only the register knows. */
export function disable(
  person: Person,
  facts: { at: Date; isOneself: boolean; isLastOperator: boolean; reason: string },
): Outcome<Person, DisableRefusal> {
  const refusals: DisableRefusal[] = []
  if (person.disabledAt !== undefined) refusals.push('disabled-already')
  if (facts.isOneself) refusals.push('oneself')
  if (facts.isLastOperator) refusals.push('last-operator')
  if (facts.reason.trim() === '') refusals.push('reason-missing')
  return refusals.length > 0 ? refused(...refusals) : done({ ...person, disabledAt: facts.at })
}

/** A login as it is compared: nobody should fail for a capital letter or a blank at the end. */
export function asLogin(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}

/**
 * What the record vouches for: everything that decides who this is and how they sign in. The counter of the second factor is left
 * out, because it moves with every sign-in.
 */
export function personContent(person: Person): Record<string, string | number | boolean | null> {
  return {
    id: person.id,
    login: person.login,
    nameZh: person.nameZh,
    nameEn: person.nameEn,
    email: person.email,
    passwordHash: person.passwordHash,
    hasTemporaryPassword: person.hasTemporaryPassword,
    totpSecret: person.totpSecret ?? null,
    createdAt: person.createdAt.toISOString(),
    disabledAt: person.disabledAt?.toISOString() ?? null,
    isDemo: person.isDemo,
  }
}

/** The subject of entries about a person. */
export function personSubject(id: number): string {
  return `accounts.person:${id}`
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}

const loginForm = /^[a-z0-9._-]{2,40}$/
// Only what a mail program needs; whether it arrives is found out by sending.
const emailForm = /^[^\s@<>,;:"()]{1,64}@[^\s@<>,;:"()]{1,180}$/
