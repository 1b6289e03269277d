import { randomUUID } from 'node:crypto'
import { yearOf } from '../../kernel/day.ts'
import { field, withoutControls, type Answer, type Ask, type Route } from '../../platform/http/route.ts'
import type { FieldError } from '../../ui/form.tsx'
import { href } from '../../ui/reader.ts'
import { loadNoticeRules } from './load-notice-rules.ts'
import { refusalsOf, warningsOf, type Fault } from './notice.ts'
import { calendarWith } from './overlay.ts'
import { faultInWords } from './pages/fault-words.ts'
import { NewPage, type NewPageProps } from './pages/new-page.tsx'
import { proposeNotice, type Hand, type ProposalRefusal } from './propose-notice.ts'
import { readTypedNotice } from './read-typed-notice.ts'
import { readAny, typedFrom, type TypedNotice } from './typed.ts'

/** A notice comes in. One address for both forms of the page: reading a text, and proposing what the fields say. */
export const newRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/calendar/new', policy: 'calendars.propose', answer: showEmpty },
  { method: 'POST', path: '/desk/calendar/new', policy: 'calendars.propose', takesFiles: true, answer: takeForm },
]

/** A notice has about a thousand characters, a calendar file of a year some ten thousand. */
const longestText = 50_000
const longestLines = 5000

/** Whoever asks, as the acts know them. */
export function handIn({ visitor }: Ask): Hand {
  if (visitor === undefined) throw new Error('an act without a visitor')
  return { personId: visitor.personId, posts: visitor.posts }
}

async function showEmpty(ask: Ask): Promise<Answer> {
  const year = String(yearOf(ask.site.calendar.announcedUntil) + 1)
  const typed = { ...{ kind: 'year', number: '', announcedOn: '', source: '', region: '', basis: '', off: '', working: '' }, year }
  return { page: <NewPage {...{ reader: ask.reader, typed, words: '', once: randomUUID(), errors: [], warnings: [] }} /> }
}

async function takeForm(ask: Ask): Promise<Answer> {
  return field(ask, 'step') === 'propose' ? propose(ask) : read(ask)
}

async function read(ask: Ask): Promise<Answer> {
  const file = ask.files.find((one) => one.field === 'file' && one.bytes.length > 0)
  const words = (file === undefined ? field(ask, 'words') : withoutControls(file.bytes.toString('utf8').replace(/^\ufeff/, ''))).trim()
  const typed = typedIn(ask)
  const wrong = words === '' ? ('words-missing' as const) : words.length > longestText ? ('words-too-long' as const) : undefined
  if (wrong !== undefined) {
    const errors = [{ field: 'words', message: ask.reader.t(`calendars.fault.${wrong}`) }]
    return answer(ask, { typed, words: '', once: randomUUID(), errors, warnings: [] }, 422)
  }
  const found = typedFrom(readAny(words, loadNoticeRules().holidays), { ...typed, kind: typed.kind || 'year' })
  return answer(ask, { ...lookedAt(ask, found, words, []), once: randomUUID() }, 200)
}

async function propose(ask: Ask): Promise<Answer> {
  const typed = typedIn(ask)
  const words = field(ask, 'words').slice(0, longestText)
  const once = /^[0-9a-f-]{36}$/.test(field(ask, '_once')) ? field(ask, '_once') : randomUUID()
  const { notice, unread } = readTypedNotice(typed, loadNoticeRules().holidays)
  if (unread.length > 0 || notice.year === 0) return answer(ask, { ...lookedAt(ask, typed, words, []), once }, 422)
  const doubts = words === '' ? [] : readAny(words, loadNoticeRules().holidays).doubts
  const isConfirmed = field(ask, 'confirmed') === 'yes'
  const outcome = await proposeNotice(ask.site, handIn(ask), { notice, words, doubts, isConfirmed, formKey: once })
  if (outcome.ok) return { redirect: href(ask.reader, `/desk/calendar/${outcome.value}`) }
  return answer(ask, { ...lookedAt(ask, typed, words, outcome.refusals), once }, 422)
}

function answer({ reader }: Ask, props: Omit<NewPageProps, 'reader'>, status: number): Answer {
  return { status, page: <NewPage reader={reader} {...props} /> }
}

/** The form with everything that can be said of it: what is wrong, what must be confirmed, and the year drawn where it can be. */
function lookedAt(
  { site, reader }: Ask,
  typed: TypedNotice,
  words: string,
  refused: readonly Fault<ProposalRefusal>[],
): Omit<NewPageProps, 'reader' | 'once'> {
  const rules = loadNoticeRules()
  const { notice, unread } = readTypedNotice(typed, rules.holidays)
  const hasYear = notice.year > 0
  const refusals = refused.length > 0 || !hasYear ? refused : refusalsOf(notice, site.calendar, site.today())
  const errors: FieldError[] = [
    ...(hasYear ? [] : [{ field: 'year', message: reader.t('calendars.fault.year-missing') }]),
    ...unread.map((line) => ({ field: line.field, message: reader.t('calendars.fault.line-unread', { text: line.text.slice(0, 60) }) })),
    ...refusals.map((fault) => ({ field: fieldOf[fault.reason] ?? 'off', message: faultInWords(reader, fault) })),
  ]
  const isDrawable = hasYear && !refusals.some(({ reason }) => reason === 'block-too-long' || reason === 'block-backwards')
  const preview = { notice, before: site.calendar, after: isDrawable ? calendarWith(site.calendar, [notice]) : site.calendar }
  return {
    ...{ typed, words, errors },
    reading: words === '' ? undefined : readAny(words, rules.holidays),
    warnings: hasYear ? warningsOf(notice, site.calendar, rules).map((fault) => faultInWords(reader, fault)) : [],
    preview: isDrawable ? preview : undefined,
  }
}

const fieldOf: Partial<Record<ProposalRefusal, string>> = {
  'source-missing': 'source',
  'announced-missing': 'announcedOn',
  'announced-ahead': 'announcedOn',
  'basis-missing': 'basis',
  'region-missing': 'region',
  'year-known': 'year',
  'year-gap': 'year',
  'make-up-on-weekday': 'working',
  'off-and-worked': 'working',
  unconfirmed: 'confirmed',
}

function typedIn(ask: Ask): TypedNotice {
  const line = (name: string) => field(ask, name).trim().slice(0, 500)
  const lines = (name: string) => field(ask, name).trim().slice(0, longestLines)
  return {
    ...{ kind: line('kind'), year: line('year'), number: line('number'), announcedOn: line('announcedOn'), source: line('source') },
    ...{ region: line('region'), basis: line('basis'), off: lines('off'), working: lines('working') },
  }
}
