import type { Cookie } from '../../../platform/http/route.ts'
import { keyedHash } from '../../../platform/seal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { isSameHash } from '../intake/make-code.ts'
import { clockRules } from '../load-rules.ts'
import { passCookie, readPass, writePass, type Pass } from './pass.ts'

const minuteMs = 60_000

/**
 * The cookie with which somebody who has given number and code sees their case for a while. It carries neither: only which case, until
 * when, and a mark that nobody can make without the key of this site.
 */
export function givePass(site: Site, ref: string): Cookie {
  const { followMinutes } = clockRules()
  const pass = { ref, until: new Date(site.now().getTime() + followMinutes * minuteMs) }
  return { name: passCookie, value: `${writePass(pass)}.${markOf(site, pass)}`, maxAge: followMinutes * 60, isStrict: true }
}

/** Ends it. */
export const noPass: Cookie = { name: passCookie, value: '', maxAge: 0, isStrict: true }

/** The case that the cookies of a request open; undefined where there is no pass, a false one, or one that has run out. */
export function caseOfPass(site: Site, cookies: Record<string, string>): string | undefined {
  const read = readPass(cookies[passCookie] ?? '')
  if (read === undefined || !isSameHash(read.mark, markOf(site, read.pass))) return undefined
  return read.pass.until > site.now() ? read.pass.ref : undefined
}

function markOf(site: Site, pass: Pass): string {
  return keyedHash(site.keys, writePass(pass), 'applications.pass').toString('hex')
}
