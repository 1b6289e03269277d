import { randomBytes, randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { security } from '../load-security.ts'
import { passwordForm } from './password.ts'

// OWASP Password Storage: argon2id (the package's own default) with 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The hash of a password, in PHC form. */
export async function hashPassword(password: string): Promise<string> {
  return hash(passwordForm(password), cost)
}

/**
 * Is this the password behind the hash? Without a hash, because there is no such account, the same work is done in vain, so that
 * the time tells nothing. So it is for a text that is too long to be a password.
 */
export async function verifyPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  const decoy = await (nobodysHash ??= hashPassword(randomBytes(24).toString('base64url')))
  const form = passwordForm(password)
  const isPossible = passwordHash !== undefined && [...form].length <= security.password.longest
  const isRight = await verify(isPossible ? passwordHash : decoy, isPossible ? form : '')
  return isPossible && isRight
}

/** A password to be typed once: four groups that are easy to read aloud, 79 bits. */
export function makePassword(): string {
  const group = (): string => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}

// No sign that is taken for another one.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
let nobodysHash: Promise<string> | undefined
