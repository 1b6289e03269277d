import { timingSafeEqual } from 'node:crypto'
import { security } from '../load-security.ts'
import { hashOfToken } from '../make-token.ts'
import { makePassword } from './hash-password.ts'

let made: { secret: string; atMs: number } | undefined

/**
 * The secret for whoever sets this site up, to be printed on the console at start while there is no operator. Only whoever reads the
 * console can become the first one. It lives in this process and for a day; a new start makes a new one.
 */
export function setupSecret(): string {
  made ??= { secret: makePassword(), atMs: performance.now() }
  return made.secret
}

/** Is this the secret of the console? 79 bits: guessing needs no brake. */
export function isSetupSecret(typed: string): boolean {
  if (made === undefined || performance.now() - made.atMs >= security.setUpHours * 3_600_000) return false
  return timingSafeEqual(Buffer.from(hashOfToken(typed.trim().toLowerCase())), Buffer.from(hashOfToken(made.secret)))
}

/** Uses the secret up. */
export function forgetSetupSecret(): void {
  made = undefined
}
