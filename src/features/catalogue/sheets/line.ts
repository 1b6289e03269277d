import { asDay, isDay, type Day } from '../../../kernel/day.ts'
import { audiences, channels, dutyLevels, isCode, modes, type Channel, type Duty, type DutyLevel } from '../duty.ts'
import { plain, type ColumnName, type Headings, type SheetWords } from './heading.ts'
import { readTime, type TimeDefaults } from './time.ts'

/** What is wrong with one cell. `row` is the number that a spreadsheet program shows; the heading says the column. */
export interface RowProblem {
  row: number
  column: ColumnName
  problem:
    | ('title-missing' | 'basis-missing' | 'time-unknown' | 'channel-missing' | 'channel-unknown' | 'level-missing' | 'code-wrong')
    | ('unit-unknown' | 'unit-out-of-reach' | 'day-wrong' | 'category-missing' | 'mode-twice' | 'twice' | 'code-elsewhere')
    | ('laid-down-above' | 'looser-than-statute' | 'days-wrong' | 'date-wrong' | 'ends-before-start')
  /** What stands in the cell, shortened. */
  found: string
}

/** One line as it was read: everything that the sheet itself can tell. */
export interface ReadLine {
  row: number
  /** '' where the sheet has none: then it follows from category and title. */
  code: string
  /** Names from the top category down. */
  category: string[]
  categoryEn: string[]
  units: string[]
  duty: Omit<Duty, 'code'>
}

export interface Reading {
  lines: ReadLine[]
  problems: RowProblem[]
}

interface Row {
  number: number
  cell(column: ColumnName): string
  has(column: ColumnName): boolean
}

/** Reads every row below the headings. A category that is merged over several rows holds for all of them; empty rows are passed over. */
export function readLines(
  sheet: readonly (readonly string[])[],
  headings: Headings,
  words: SheetWords,
  defaults: TimeDefaults & { today: Day },
): Reading {
  const reading: Reading = { lines: [], problems: [] }
  let category = ''
  let categoryEn = ''
  sheet.slice(headings.firstRow).forEach((cells, at) => {
    const row = rowOf(cells, headings, headings.firstRow + at + 1)
    if (cells.every((cell) => cell === '')) return
    if (row.cell('category') !== '') [category, categoryEn] = [row.cell('category'), row.cell('categoryEn')]
    const problems: RowProblem[] = []
    const line = readLine(row, words, defaults, problems)
    if (category === '') problems.push({ row: row.number, column: 'category', problem: 'category-missing', found: '' })
    reading.problems.push(...problems)
    reading.lines.push({ ...line, category: pathOf(category), categoryEn: pathOf(categoryEn) })
  })
  return reading
}

function rowOf(cells: readonly string[], { places }: Headings, number: number): Row {
  return {
    number,
    cell: (column) => cells[places.get(column) ?? -1] ?? '',
    has: (column) => places.has(column),
  }
}

function readLine(
  row: Row,
  words: SheetWords,
  defaults: TimeDefaults & { today: Day },
  problems: RowProblem[],
): Omit<ReadLine, 'category' | 'categoryEn'> {
  const tell = (column: ColumnName, problem: RowProblem['problem']): void => {
    problems.push({ row: row.number, column, problem, found: row.cell(column).slice(0, 60) })
  }
  const rule = readTime(row.cell('rule'), defaults)
  const title = row.cell('title') || (row.has('title') ? '' : row.cell('matter'))
  if (title === '') tell('title', 'title-missing')
  if (row.cell('basisZh') === '') tell('basisZh', 'basis-missing')
  if (rule === undefined) tell('rule', 'time-unknown')
  if (row.cell('code') !== '' && !isCode(row.cell('code'))) tell('code', 'code-wrong')
  const duty: Omit<Duty, 'code'> = {
    ...textsOf(row, title),
    rule: rule ?? { kind: 'at-once' },
    channels: channelsOf(row, words, tell),
    audience: audiences.find((one) => isTicked(row, `audience-${one}`, words)) ?? audienceInWords(row, words),
    mode: modeOf(row, words, tell),
    levels: levelsOf(row, words, tell),
    isRequired: !row.has('required') || !isOpen(row.cell('required'), words),
    sinceOn: dayIn(row, 'since', tell) ?? defaults.today,
    untilOn: dayIn(row, 'until', tell),
  }
  return { row: row.number, code: row.cell('code'), units: namesIn(row.cell('units')), duty }
}

function textsOf(row: Row, title: string) {
  return {
    titleZh: title,
    titleEn: row.cell('titleEn') || title,
    elementsZh: row.cell('elementsZh'),
    elementsEn: row.cell('elementsEn'),
    basisZh: row.cell('basisZh'),
    basisEn: row.cell('basisEn'),
    genre: row.cell('genre'),
    subject: row.cell('subject'),
    guidanceZh: row.cell('guidanceZh'),
    guidanceEn: row.cell('guidanceEn'),
  }
}

type Tell = (column: ColumnName, problem: RowProblem['problem']) => void

/** `■政府网站 □政府公报 …`: those with a filled box; where there are no boxes, all that are named. */
function channelsOf(row: Row, words: SheetWords, tell: Tell): Channel[] {
  const text = row.cell('channels')
  const boxes = /[■□☑☐√✓]/
  const parts = boxes.test(text)
    ? [...text.matchAll(/([■□☑☐√✓])([^■□☑☐√✓]*)/g)].filter(([, box]) => !'□☐'.includes(box ?? '')).map(([, , name = '']) => name)
    : text.split(/[、,，;；\n]+/)
  const names = parts.map(plain).filter((name) => name !== '')
  const found = names.map((name) => channels.find((one) => spelled(words.channels[one], name)))
  if (found.includes(undefined)) tell('channels', 'channel-unknown')
  const known = channels.filter((one) => found.includes(one))
  if (names.length === 0) tell('channels', 'channel-missing')
  return known
}

function spelled(spellings: { zh: string[]; en: string[] } | undefined, name: string): boolean {
  return [...(spellings?.zh ?? []), ...(spellings?.en ?? [])].some((one) => plain(one) === name)
}

function audienceInWords(row: Row, words: SheetWords): Duty['audience'] {
  const text = plain(row.cell('audience'))
  return audiences.find((one) => text !== '' && spelled(words.columns[`audience-${one}`], text)) ?? 'society'
}

function modeOf(row: Row, words: SheetWords, tell: Tell): Duty['mode'] {
  const ticked = modes.filter((one) => isTicked(row, `mode-${one}`, words))
  if (ticked.length > 1) tell('mode-on-application', 'mode-twice')
  const text = plain(row.cell('mode'))
  return ticked[0] ?? modes.find((one) => text !== '' && spelled(words.columns[`mode-${one}`], text)) ?? 'proactive'
}

function levelsOf(row: Row, words: SheetWords, tell: Tell): DutyLevel[] {
  const text = row.cell('level')
  const named = namesIn(text).map(plain)
  const found = dutyLevels.filter(
    (one) => isTicked(row, `level-${one}`, words) || named.some((name) => spelled(words.columns[`level-${one}`], name)),
  )
  if (found.length === 0) tell(row.has('level-county') || row.has('level-city') ? 'level-county' : 'level', 'level-missing')
  return found
}

function isTicked(row: Row, column: ColumnName, words: SheetWords): boolean {
  const text = plain(row.cell(column))
  return text !== '' && words.marks.chosen.some((mark) => text.startsWith(plain(mark)))
}

function isOpen(text: string, words: SheetWords): boolean {
  return words.marks.open.some((mark) => plain(mark) === plain(text))
}

function dayIn(row: Row, column: 'since' | 'until', tell: Tell): Day | undefined {
  const text = row.cell(column)
  if (text === '') return undefined
  if (isDay(text)) return asDay(text)
  tell(column, 'day-wrong')
  return undefined
}

function namesIn(text: string): string[] {
  return text.split(/[、,，;；\n]+/).flatMap((name) => (name.trim() === '' ? [] : [name.trim()]))
}

function pathOf(text: string): string[] {
  return text.split(' / ').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]))
}
