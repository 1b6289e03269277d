import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { nationalPack } from '../../platform/pack.ts'

const whole = z.number().int().positive()
const form = z.object({
  /** Working days that an applicant usually has to supplement a request; no provision fixes it. */
  supplementDays: whole,
  /** Minutes after sending in which an applicant may take a request back unread. */
  recallMinutes: whole,
  /** How long the page of one's own case stays open without the code. */
  followMinutes: whole,
  /** Bytes that a public form may carry with its files. */
  proofBytes: whole,
  /** Years after its end for which a case keeps who asked. */
  keepYears: whole,
  /** Counts below this are not shown in public. */
  smallestCount: whole,
  /** Working days before a legal or an inner day on which the handler, the head and the office are warned. */
  warnDays: z.object({ handler: whole, head: whole, office: z.number().int().min(0) }),
  /** Working days before the legal day on which inner work must be done. */
  innerDays: whole,
  /** So many like requests in a year make a subject worth a duty. */
  repeatedRequests: whole,
})

/** Local practice about applications that no provision fixes. */
export type ApplicationRules = z.infer<typeof form>

let rules: ApplicationRules | undefined

/** `application-rules.json` of the pack, read once. Throws with what is wrong in it. */
export function clockRules(): ApplicationRules {
  return (rules ??= form.parse(JSON.parse(readFileSync(join(nationalPack, 'application-rules.json'), 'utf8'))))
}
