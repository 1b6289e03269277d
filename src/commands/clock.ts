import { parseArgs } from 'node:util'
import type { Command, CommandEnd } from './command.ts'
import { dayRow, type Telling } from './day-row.ts'
import { runCaseClock } from './run-case-clock.ts'
import { type Count, count, longestTerm, type Term } from '../kernel/clock.ts'
import { type Day, isDay } from '../kernel/day.ts'
import { type Lang, sayDay } from '../kernel/translate.ts'
import type { Translate } from '../kernel/words.ts'
import { loadWords } from '../platform/i18n/words.ts'
import { loadPack, type Pack } from '../platform/pack.ts'

/** `gongkai clock`, with the national pack. */
export const clockCommand: Command = {
  run: async (args) => runClock(args, loadPack()),
}

/**
 * `gongkai clock`: where a term ends, or a whole case stands, and why, day by day; see docs/clock.md. Needs no database.
 * A wrong call ends with 2 and one line that says what to write.
 */
export function runClock(args: string[], pack: Pack, words: Record<Lang, Translate> = loadWords()): CommandEnd {
  const options = optionsOf(args)
  const lang = options?.lang ?? 'en'
  if (!isLang(lang)) return wrong(words.en('commands.clock.wrong.lang'))
  const t = words[lang]
  const usage = t('commands.clock.usage')
  if (options === undefined) return wrong(t('commands.clock.not-understood', { what: JSON.stringify(args.join(' ').slice(0, 80)), usage }))
  if (options.help) return { exit: 0, out: usage }
  if (isOfCase(options)) {
    if (isOfTerm(options)) return wrong(t('commands.clock.not-understood', { what: JSON.stringify(args.join(' ').slice(0, 80)), usage }))
    return runCaseClock(options, pack, lang, t)
  }
  const { term: length = '', start = '', count: unit = 'working', rolls } = options
  if (!/^[1-9]\d{0,3}$/.test(length) || Number(length) > longestTerm) return wrong(t('commands.clock.wrong.term', { longest: longestTerm }))
  if (!isDay(start)) return wrong(t('commands.clock.wrong.start'))
  if (unit !== 'working' && unit !== 'calendar') return wrong(t('commands.clock.wrong.count'))
  const term: Term = { days: Number(length), count: unit, rolls }
  const counted = count(term, start, pack.calendar)
  return { exit: 0, out: options.json ? JSON.stringify(counted) : tableOf(counted, term, start, { calendar: pack.calendar, lang, t }) }
}

function optionsOf(args: string[]) {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const ofTerm = { term: text, start: text, count: text, rolls: flag }
  try {
    return parseArgs({ args, options: { ...ofTerm, edition: text, events: text, lang: text, json: flag, help: flag } }).values
  } catch {
    return undefined
  }
}

type Options = NonNullable<ReturnType<typeof optionsOf>>

function isOfCase({ edition, events }: Options): boolean {
  return edition !== undefined || events !== undefined
}

function isOfTerm({ term, start, count: unit, rolls }: Options): boolean {
  return [term, start, unit, rolls].some((given) => given !== undefined)
}

function wrong(line: string): CommandEnd {
  return { exit: 2, out: line }
}

function isLang(text: string): text is Lang {
  return text === 'zh' || text === 'en'
}

function tableOf(counted: Count, term: Term, start: Day, telling: Telling): string {
  const { calendar, lang, t } = telling
  const { announcedFrom: from, announcedUntil: until } = calendar
  let number = 0
  const rows = counted.days.map((row) => dayRow(row, row.counted ? ++number : number, telling))
  return [
    t(`commands.clock.title.${term.count}`, { n: term.days, start: sayDay(start, lang) }),
    t('commands.clock.due', { due: sayDay(counted.due, lang) }),
    ...(counted.provisional ? [t('commands.clock.provisional', { from, until })] : []),
    '',
    ...rows,
  ].join('\n')
}
