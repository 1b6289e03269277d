import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { codeOf, plainCode } from './code.ts'

/** A new query code of 128 random bits, shown once, and the hash under which alone it is kept. */
export function makeCode(): { code: string; codeHash: string } {
  const code = codeOf(randomBytes(16))
  return { code, codeHash: hashOfCode(code) }
}

/** SHA-256 in hex of a code, however it was typed. Enough for a secret of 128 random bits. */
export function hashOfCode(code: string): string {
  return createHash('sha256').update(plainCode(code)).digest('hex')
}

/** Equal without telling by the time it takes how much of it was. */
export function isSameHash(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}
