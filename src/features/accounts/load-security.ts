import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { packageRoot } from '../../platform/root.ts'
import type { PasswordRules } from './people/password.ts'
import type { BrakeRules } from './sessions/brake.ts'
import type { SessionRules } from './sessions/session.ts'
import type { CodeRules } from './sessions/totp.ts'

/** Public forms that slow down whoever sends them over and over. */
export type CallerKind = 'follow' | 'apply' | 'track'

/** Every number of sign-in, and the passwords that everybody tries first. */
export interface Security {
  password: PasswordRules & { temporaryHours: number }
  session: SessionRules
  brakes: Record<'account' | 'device' | 'address' | 'code' | CallerKind, BrakeRules>
  secondFactor: CodeRules & { halfMinutes: number }
  /** How long a device is remembered after it was last used. */
  deviceDays: number
  /** After how many days a brake, and the row of a session, is removed. */
  keepDays: { brakes: number; sessions: number }
  setUpHours: number
}

/** Reads `security.json` and `known-bad-passwords.txt` of a pack. Throws with the file's name when one does not have its form. */
export function loadSecurity(folder: string = join(packageRoot, 'packs/cn')): Security {
  const path = join(folder, 'security.json')
  const read = form.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`)
  const lines = readFileSync(join(folder, 'known-bad-passwords.txt'), 'utf8').split('\n')
  const knownBad = new Set(
    lines.map((line) => line.trim().normalize('NFKC').toLowerCase()).filter((line) => line !== '' && !line.startsWith('#')),
  )
  return { ...read.data, password: { ...read.data.password, knownBad } }
}

const whole = z.number().int().positive()
const brake = z.object({ free: z.number().int().min(0), longestSeconds: whole, forgetMinutes: whole })
const form = z.object({
  password: z.object({ shortest: whole, longest: whole, temporaryHours: whole }),
  session: z.object({ idleMinutes: whole, wholeHours: whole, freshMinutes: whole, seenEverySeconds: whole }),
  brakes: z.object({ account: brake, device: brake, address: brake, code: brake, follow: brake, apply: brake, track: brake }),
  secondFactor: z.object({ digits: whole, periodSeconds: whole, windowSteps: z.number().int().min(0), halfMinutes: whole }),
  deviceDays: whole,
  keepDays: z.object({ brakes: whole, sessions: whole }),
  setUpHours: whole,
})

/** The rules of the national pack, read once, when the program starts. */
export const security: Security = loadSecurity()
