import { isDay, type Day } from '../../kernel/day.ts'
import { readChinese } from './chinese.ts'
import { readIcs, readJson } from './machine.ts'
import type { Block } from './paper.ts'
import { nameOf, type HolidayNames, type Reading } from './reading.ts'

/** A notice as it stands in the fields of the form. */
export interface TypedNotice {
  kind: string
  year: string
  number: string
  announcedOn: string
  source: string
  region: string
  basis: string
  off: string
  working: string
}

/** Reads whatever came: JSON of a year, a calendar file, or the text of a notice. */
export function readAny(text: string, names: HolidayNames): Reading {
  return readJson(text, names) ?? readIcs(text, names) ?? readChinese(text, names)
}

const line = /^(\S[^\n]*?)\s+(\d{4}-\d{2}-\d{2})(?:\s*(?:\/|至|~)\s*(\d{4}-\d{2}-\d{2}))?(?:\s+共?(\d{1,3})天?)?$/

/** Days off as somebody types them, a block a line: `春节 2026-02-15/2026-02-23 9`, with an English name as `雪顿节/Shoton 2026-08-12`. */
export function readBlocks(text: string, names: HolidayNames): { blocks: Block[]; unread: string[] } {
  const blocks: Block[] = []
  const unread: string[] = []
  for (const typed of linesOf(text)) {
    const [, name = '', from = '', to = from, stated] = line.exec(typed) ?? []
    if (!isDay(from) || !isDay(to)) unread.push(typed)
    else blocks.push({ ...typedName(name, names), from, to, ...(stated === undefined ? {} : { statedDays: Number(stated) }) })
  }
  return { blocks, unread }
}

/** Days worked as somebody types them, apart by lines, commas or spaces. */
export function readDays(text: string): { days: Day[]; unread: string[] } {
  const typed = text.split(/[\s,，、;；]+/).filter((one) => one !== '')
  return { days: typed.filter(isDay), unread: typed.filter((one) => !isDay(one)) }
}

/** The blocks as lines that `readBlocks` reads back. */
export function writeBlocks(blocks: readonly Block[]): string {
  return blocks
    .map(({ nameZh, nameEn, from, to, statedDays }) => {
      const name = nameEn === '' || nameEn === nameZh ? nameZh : `${nameZh}/${nameEn}`
      return `${name} ${from === to ? from : `${from}/${to}`}${statedDays === undefined ? '' : ` ${statedDays}`}`
    })
    .join('\n')
}

function typedName(name: string, names: HolidayNames): { nameZh: string; nameEn: string } {
  const [nameZh = '', ...rest] = name.split('/')
  return rest.length === 0 ? nameOf(nameZh.trim(), names) : { nameZh: nameZh.trim(), nameEn: rest.join('/').trim() }
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

/** What was read, as fields that a person can mend. */
export function typedFrom(reading: Reading, typed: TypedNotice): TypedNotice {
  return {
    ...typed,
    year: reading.year === undefined ? typed.year : String(reading.year),
    number: reading.number || typed.number,
    announcedOn: reading.announcedOn ?? typed.announcedOn,
    off: writeBlocks(reading.off),
    working: reading.working.join('\n'),
  }
}
