import { yearOf, type Day } from '../../kernel/day.ts'
import { dayFrom, isRightWeekday, nameOf, nothingRead, type HolidayNames, type Reading } from './reading.ts'

/** One day as a notice writes it: `2026年1月1日(周四)`; the year, the month and what stands in brackets may be missing. */
const day = String.raw`(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^()]*)\))?`
const offForm = new RegExp(`^${day}(?:(?:至|到|~|-|—)${day})?(?:起)?(?:放假|休假)(?:调休)?(?:(\\d{1,3})天)?$`)
const workForm = new RegExp(`^((?:${day}[、和]?)+)(?:均|照常|正常)*(?:上班|补班)$`)
const stated = /^(?:放假调休|放假|调休)?共(?:计)?(\d{1,3})天$/
const idle = /^(?:不调休|调休|与周末连休)$/
const item = /^(?:\(?[一二三四五六七八九十]+[、)]|\(?\d{1,2}[、.)])([^:]{1,30}):(.*)$/
const numberForm = /[\u4e00-\u9fa5]{2,12}〔\d{4}〕\d{1,4}号/
const dated = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/
/** A sentence with any of these speaks of days, so it may not be passed over in silence. */
const speaksOfDays = /\d[月日天]|放假|上班|调休|补休|补班|休息|延长|顺延/

/** Reads the pasted text of a notice of holidays. Sentence by sentence: what fits no known form is listed, never guessed. */
export function readChinese(text: string, names: HolidayNames): Reading {
  const reading = nothingRead()
  const plain = text.normalize('NFKC').replace(/[^\S\n]+/g, '')
  const year = /(\d{4})年(?:部分)?节假日/.exec(plain)?.[1]
  reading.number = numberForm.exec(plain)?.[0] ?? ''
  reading.year = year === undefined ? undefined : Number(year)
  if (year === undefined) reading.doubts.push({ reason: 'no-year', text: plain.slice(0, 60) })
  let holiday = ''
  for (const sentence of plain.split(/[。;\n]+/).filter((one) => one !== '')) {
    const [, name, rest = ''] = item.exec(sentence) ?? []
    if (name !== undefined) holiday = name
    const words = name === undefined ? sentence : rest
    if (!isOfPaper(words, reading)) readSentence(words, { reading, year: year ?? '', holiday, names })
  }
  return reading
}

interface Place {
  reading: Reading
  year: string
  /** The holiday of whose paragraph the sentence is part; '' before the first. */
  holiday: string
  names: HolidayNames
}

/** The title, the number, the opening and the closing line of the paper. */
function isOfPaper(sentence: string, reading: Reading): boolean {
  const [, year = '', month = '', date = ''] = dated.exec(sentence) ?? []
  if (year !== '') {
    reading.announcedOn = dayFrom(year, month, date)
    return reading.announcedOn !== undefined
  }
  return sentence === reading.number || /节假日安排的通知|通知如下:?$/.test(sentence)
}

function readSentence(sentence: string, place: Place): void {
  const clauses = sentence.split(/,(?![^()]*\))/)
  const [first = '', ...rest] = clauses
  const off = place.holiday === '' ? null : offForm.exec(first)
  if (off !== null && rest.every((clause) => stated.test(clause) || idle.test(clause) || workForm.test(clause))) {
    const length = off[9] ?? rest.map((clause) => stated.exec(clause)?.[1]).find((one) => one !== undefined)
    readOff(first, off, length, place)
    for (const clause of rest) if (workForm.test(clause)) readWork(clause, place)
    return
  }
  if (clauses.every((clause) => workForm.test(clause))) return clauses.forEach((clause) => readWork(clause, place))
  if (speaksOfDays.test(sentence)) place.reading.doubts.push({ reason: 'unread', text: sentence })
  else place.reading.passedOver.push(sentence)
}

function readOff(clause: string, found: RegExpExecArray, length: string | undefined, place: Place): void {
  const [, year, month, date = '', said, lastYear, lastMonth, lastDate, lastSaid] = found
  const from = dayIn(clause, [year ?? place.year, month, date, said], place)
  if (from === undefined) return
  const ownYear = String(yearOf(from))
  const last = [lastYear ?? ownYear, lastMonth ?? month, lastDate ?? '', lastSaid] as const
  const to = lastDate === undefined ? from : dayIn(clause, last, place)
  if (to === undefined) return
  const statedDays = length === undefined ? {} : { statedDays: Number(length) }
  place.reading.off.push({ ...nameOf(place.holiday, place.names), from, to, ...statedDays })
}

function readWork(clause: string, place: Place): void {
  for (const [, year, month, date = '', said] of clause.matchAll(new RegExp(day, 'g'))) {
    const on = dayIn(clause, [year ?? place.year, month, date, said], place)
    if (on !== undefined) place.reading.working.push(on)
  }
}

/** The day of a clause; a day that does not exist, and one that is said to fall on another weekday than it does, is doubted. */
function dayIn(
  clause: string,
  [year, month, date, said]: readonly [string, string | undefined, string, string | undefined],
  { reading }: Place,
): Day | undefined {
  const on = month === undefined ? undefined : dayFrom(year, month, date)
  if (on === undefined) reading.doubts.push({ reason: 'no-such-day', text: clause })
  else if (!isRightWeekday(on, said ?? '')) reading.doubts.push({ reason: 'weekday', text: clause })
  return on
}
