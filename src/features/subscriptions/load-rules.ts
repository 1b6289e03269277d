import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { packageRoot } from '../../platform/root.ts'

const whole = z.number().int().positive()
const form = z.object({
  /** How long a link that asks for a confirmation works. */
  confirmHours: whole,
  /** How many mails that ask for something go to one address in a day. */
  mostAsksPerDay: whole,
  mostFollows: whole,
  /** From which hour of the city's day digests are sent. */
  digestHour: z.number().int().min(0).max(23),
  /** The weekday of the weekly digest, Monday 1. */
  weeklyOn: z.number().int().min(1).max(7),
  linkDays: whole,
  /** After so many days without a sign of life a reader is forgotten; so many days before that they are asked once. */
  inactiveDays: whole,
  remindDays: whole,
  mostInMail: whole,
  batch: whole,
})

export type Rules = z.infer<typeof form>

/** Reads `subscriptions.json` of a pack. Throws with the file's name when it does not have the form. */
export function loadRules(folder: string = join(packageRoot, 'packs/cn')): Rules {
  const path = join(folder, 'subscriptions.json')
  const read = form.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`)
  return read.data
}

/** The rules of the national pack, read once, when the program starts. */
export const rules: Rules = loadRules()
