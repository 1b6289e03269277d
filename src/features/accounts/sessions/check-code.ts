import { Secret, TOTP } from 'otpauth'
import { security } from '../load-security.ts'
import { isUnused, readCode } from './totp.ts'

/** A new secret for a second factor, in base 32: 160 bits (RFC 4226 4). */
export function makeTotpSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** The address that an authenticator app reads: its label is the login, its issuer the city. */
export function totpAddress(secret: string, login: string, city: string): string {
  return generator(secret, login, city).toString()
}

/** The code of a moment: for the tests and for nobody else. */
export function codeAt(secret: string, at: Date): string {
  return generator(secret).generate({ timestamp: at.getTime() })
}

/** The counter of a right and unused code, to be stored as the last accepted one; undefined for any other code. */
export function acceptCode(secret: string, typed: string, lastAccepted: number, now: Date): number | undefined {
  const { secondFactor } = security
  const code = readCode(typed, secondFactor)
  if (code === undefined) return undefined
  const steps = generator(secret).validate({ token: code, timestamp: now.getTime(), window: secondFactor.windowSteps })
  if (steps === null) return undefined
  const counter = Math.floor(now.getTime() / 1000 / secondFactor.periodSeconds) + steps
  return isUnused(counter, lastAccepted) ? counter : undefined
}

function generator(secret: string, label = '', issuer = ''): TOTP {
  const { digits, periodSeconds } = security.secondFactor
  return new TOTP({ issuer, label, algorithm: 'SHA1', digits, period: periodSeconds, secret: Secret.fromBase32(secret) })
}
