import { createHash, randomBytes } from 'node:crypto'

/** A new secret of 256 bits for a cookie, and the hash under which it is kept. */
export function makeToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString('base64url')
  return { token, tokenHash: hashOfToken(token) }
}

/** SHA-256 in hex. Enough for a secret of 256 bits; passwords are hashed slowly. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
