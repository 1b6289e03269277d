import { parseArgs } from 'node:util'
import type { Command, CommandEnd } from './command.ts'
import { type Count, count, type CountedDay, longestTerm, type Term } from '../kernel/clock.ts'
import { type Day, isDay } from '../kernel/day.ts'
import { type Lang, sayDay, sayWeekday } from '../kernel/translate.ts'
import type { Translate, WordKey } from '../kernel/words.ts'
import { loadWords } from '../platform/i18n/words.ts'
import { loadPack, type Pack } from '../platform/pack.ts'

/** `gongkai clock`, with the national pack. */
export const clockCommand: Command = {
  run: async (args) => runClock(args, loadPack()),
}

/**
 * `gongkai clock`: where a term ends, and why, day by day; see docs/clock.md. Needs no database.
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
  const { term: length = '', start = '', count: unit = 'working', rolls } = options
  if (!/^[1-9]\d{0,3}$/.test(length) || Number(length) > longestTerm) return wrong(t('commands.clock.wrong.term', { longest: longestTerm }))
  if (!isDay(start)) return wrong(t('commands.clock.wrong.start'))
  if (unit !== 'working' && unit !== 'calendar') return wrong(t('commands.clock.wrong.count'))
  const term: Term = { days: Number(length), count: unit, rolls }
  const counted = count(term, start, pack.calendar)
  return { exit: 0, out: options.json ? JSON.stringify(counted) : tableOf(counted, term, start, { pack, lang, t }) }
}

function optionsOf(args: string[]) {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  try {
    return parseArgs({ args, options: { term: text, start: text, count: text, lang: text, rolls: flag, json: flag, help: flag } }).values
  } catch {
    return undefined
  }
}

function wrong(line: string): CommandEnd {
  return { exit: 2, out: line }
}

function isLang(text: string): text is Lang {
  return text === 'zh' || text === 'en'
}

interface Telling {
  pack: Pack
  lang: Lang
  t: Translate
}

function tableOf(counted: Count, term: Term, start: Day, telling: Telling): string {
  const { pack, lang, t } = telling
  const { announcedFrom: from, announcedUntil: until } = pack.calendar
  let number = 0
  const rows = counted.days.map((row) => `${(row.counted ? String(++number) : '-').padStart(5)}  ${rowWords(row, telling)}`)
  return [
    t(`commands.clock.title.${term.count}`, { n: term.days, start: sayDay(start, lang) }),
    t('commands.clock.due', { due: sayDay(counted.due, lang) }),
    ...(counted.provisional ? [t('commands.clock.provisional', { from, until })] : []),
    '',
    ...rows,
  ].join('\n')
}

function rowWords(row: CountedDay, { pack, lang, t }: Telling): string {
  const note = pack.calendar.off.get(row.on)
  const holiday = (lang === 'zh' ? note?.nameZh : note?.nameEn) ?? ''
  return `${row.on}  ${sayWeekday(row.on, lang)}  ${t(whyKey(row), { holiday })}`
}

function whyKey({ why, counted }: CountedDay): WordKey {
  if (why === 'unannounced') return counted ? 'commands.clock.why.guessed-working' : 'commands.clock.why.guessed-off'
  return `commands.clock.why.${why}`
}
