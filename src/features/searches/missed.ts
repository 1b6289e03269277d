import type { Day } from '../../kernel/day.ts'
import { done, refused, type Outcome } from '../../kernel/outcome.ts'

/** What the office may decide about words that found nothing. */
export const decisions = ['duty', 'elsewhere', 'not-ours'] as const
export type Decision = (typeof decisions)[number]

/** Words that several people searched for in vain. */
export interface Missed {
  id: number
  words: string
  decision?: Decision
  /** Where the answer is, when it is elsewhere: a path of this site or an address. */
  link: string
  reason: string
  decidedOn?: Day
  version: number
}

export type MissedRefusal = 'decision-missing' | 'link-missing' | 'link-wrong' | 'reason-missing' | 'decided-meanwhile'

export interface Ruling {
  decision?: Decision
  link: string
  reason: string
  /** The version that the person saw. */
  version: number
}

/** What happens to words that found nothing: they become a duty, are answered elsewhere (with the link), or are not ours (with the reason). */
export function decided(missed: Missed, ruling: Ruling, on: Day): Outcome<Missed, MissedRefusal> {
  const { decision, version } = ruling
  const [link, reason] = [ruling.link.trim(), ruling.reason.trim()]
  const refusals: MissedRefusal[] = []
  if (decision === undefined) refusals.push('decision-missing')
  if (decision === 'elsewhere' && link === '') refusals.push('link-missing')
  if (decision === 'elsewhere' && link !== '' && !isAddress(link)) refusals.push('link-wrong')
  if (decision === 'not-ours' && reason === '') refusals.push('reason-missing')
  if (version !== missed.version) refusals.push('decided-meanwhile')
  if (refusals.length > 0 || decision === undefined) return refused(...refusals)
  return done({ ...missed, decision, link: decision === 'elsewhere' ? link : '', reason, decidedOn: on, version: missed.version + 1 })
}

/** A path of this site, or a whole address of the web. */
function isAddress(text: string): boolean {
  return text.length <= 500 && (/^\/(?!\/)\S*$/.test(text) || /^https?:\/\/[^\s/]+\.[^\s/]+\S*$/.test(text))
}

/** How often words were asked, by day. */
export interface AskedOn {
  on: Day
  times: number
}

/** May the words themselves be kept now? Only when they were asked often enough, and on days enough, to be nobody's own. */
export function isShown(asked: readonly AskedOn[], rules: { shownFromTimes: number; shownFromDays: number }): boolean {
  const times = asked.reduce((sum, one) => sum + one.times, 0)
  return times >= rules.shownFromTimes && asked.length >= rules.shownFromDays
}
