import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const form = /^gk_([0-9a-f]{16})_([A-Za-z0-9_-]{43})$/

/** A new token with a secret of 256 bits: its whole text, which is shown once, and the two things that are kept of it. */
export function makeApiToken(): { token: string; prefix: string; secretHash: string } {
  const [prefix, secret] = [randomBytes(8).toString('hex'), randomBytes(32).toString('base64url')]
  return { token: `gk_${prefix}_${secret}`, prefix, secretHash: hashOf(secret) }
}

/** The two parts of a token as it was sent; undefined for what cannot be one. */
export function partsOfToken(token: string): { prefix: string; secret: string } | undefined {
  const [, prefix, secret] = form.exec(token) ?? []
  return prefix === undefined || secret === undefined ? undefined : { prefix, secret }
}

/** Is this the secret behind the hash? Takes as long for a wrong one as for the right one, and for a system that there is not. */
export function isSecret(secret: string, secretHash: string | undefined): boolean {
  const fits = timingSafeEqual(Buffer.from(hashOf(secret)), Buffer.from(secretHash ?? hashOf('')))
  return fits && secretHash !== undefined
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
