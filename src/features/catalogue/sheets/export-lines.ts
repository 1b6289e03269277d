import type { Lang } from '../../../kernel/translate.ts'
import type { SheetCell } from '../../../platform/sheets/sheet.ts'
import type { Reader } from '../../../ui/reader.ts'
import type { Unit } from '../../organisations/index.ts'
import { audiences, channels, dutyLevels, modes } from '../duty.ts'
import { listed, ruleInWords } from '../pages/rule-words.ts'
import type { Category, StoredDuty } from '../queries.ts'
import type { ColumnName, SheetWords } from './heading.ts'
import { namesOf } from './place-lines.ts'

export interface LineExport {
  reader: Pick<Reader, 'lang' | 't'>
  words: SheetWords
  duties: readonly StoredDuty[]
  categories: readonly Category[]
  units: readonly Unit[]
}

/** The official columns, with the boxes that stand under a common heading; then what this system keeps besides. */
const layout: (ColumnName | { head: ColumnName; parts: ColumnName[] })[] = [
  'number',
  'code',
  { head: 'matter', parts: ['category', 'title'] },
  ...(['elementsZh', 'basisZh', 'rule', 'units', 'channels'] as const),
  { head: 'audience', parts: audiences.map((one) => `audience-${one}` as const) },
  { head: 'mode', parts: modes.map((one) => `mode-${one}` as const) },
  { head: 'level', parts: dutyLevels.map((one) => `level-${one}` as const) },
  ...(['titleEn', 'categoryEn', 'elementsEn', 'basisEn', 'required', 'genre', 'subject'] as const),
  ...(['guidanceZh', 'guidanceEn', 'since', 'until'] as const),
]

const wide: string[] = ['category', 'title', 'elementsZh', 'basisZh', 'rule', 'units', 'channels', 'titleEn', 'elementsEn', 'basisEn']

/** How wide each column is drawn, in letters. */
export const sheetWidths = layout.flatMap((column) =>
  typeof column === 'string' ? [wide.includes(column) ? 32 : 12] : column.parts.map((part) => (wide.includes(part) ? 24 : 8)),
)

/** Lines of the catalogue as the standard sheet: two rows of headings, then a row for each, in the order of the catalogue. */
export function exportLines(lines: LineExport): (SheetCell | null)[][] {
  const { words, reader } = lines
  const word = (name: ColumnName): string => words.columns[name][reader.lang][0] ?? ''
  const top = layout.flatMap((column): (SheetCell | null)[] => {
    if (typeof column === 'string') return [{ text: word(column), rows: 2, isHead: true }]
    const head = { text: word(column.head), columns: column.parts.length, isHead: true }
    return [head, ...column.parts.slice(1).map(() => null)]
  })
  const below = layout.flatMap((column): (SheetCell | null)[] =>
    typeof column === 'string' ? [null] : column.parts.map((part) => ({ text: word(part), isHead: true })),
  )
  const names = namesOf(lines.categories)
  const order = new Map(lines.categories.map((category, at) => [category.id, at]))
  const sorted = lines.duties.toSorted(
    (one, other) => (order.get(one.categoryId) ?? 0) - (order.get(other.categoryId) ?? 0) || one.id - other.id,
  )
  return [top, below, ...sorted.map((duty, at) => rowOf(duty, at + 1, names, lines))]
}

function rowOf(duty: StoredDuty, number: number, names: ReadonlyMap<number, string>, lines: LineExport): SheetCell[] {
  const { words, reader } = lines
  const tick = (isChosen: boolean): string => (isChosen ? (words.marks.chosen[0] ?? '') : '')
  const texts: Record<Exclude<ColumnName, 'matter' | 'audience' | 'mode' | 'level'>, string> = {
    number: String(number),
    code: duty.code,
    category: names.get(duty.categoryId) ?? '',
    title: duty.titleZh,
    rule: ruleInWords(reader, duty.rule),
    units: listed(
      reader,
      lines.units.filter((unit) => duty.unitIds.includes(unit.id)).map((unit) => (reader.lang === 'zh' ? unit.nameZh : unit.code)),
    ),
    channels: boxes(duty, words, reader.lang),
    ...{ 'audience-society': tick(duty.audience === 'society'), 'audience-group': tick(duty.audience === 'group') },
    'audience-staff': tick(duty.audience === 'staff'),
    ...{ 'mode-proactive': tick(duty.mode === 'proactive'), 'mode-on-application': tick(duty.mode === 'on-application') },
    ...levelTicks(duty, tick),
    ...{
      titleEn: duty.titleEn,
      categoryEn: englishPath(duty.categoryId, lines.categories),
      required: yesOrNo(duty.isRequired, words, reader.lang),
    },
    ...{ elementsZh: duty.elementsZh, elementsEn: duty.elementsEn, basisZh: duty.basisZh, basisEn: duty.basisEn },
    ...{ genre: duty.genre, subject: duty.subject, guidanceZh: duty.guidanceZh, guidanceEn: duty.guidanceEn },
    ...{ since: duty.sinceOn, until: duty.untilOn ?? '' },
  }
  return layout
    .flatMap((column) => (typeof column === 'string' ? [column] : column.parts))
    .map((name) => ({ text: texts[name as keyof typeof texts] }))
}

function levelTicks(duty: StoredDuty, tick: (isChosen: boolean) => string) {
  const at = (level: (typeof dutyLevels)[number]): string => tick(duty.levels.includes(level))
  return {
    ...{ 'level-province': at('province'), 'level-city': at('city'), 'level-county': at('county') },
    ...{ 'level-town': at('town'), 'level-village': at('village') },
  }
}

/** `■政府网站 □政府公报 …`, as the standard sheet has it. */
function boxes(duty: StoredDuty, words: SheetWords, lang: Lang): string {
  return channels.map((one) => `${duty.channels.includes(one) ? '■' : '□'}${words.channels[one]?.[lang][0] ?? one}`).join(' ')
}

function yesOrNo(isYes: boolean, { marks }: SheetWords, lang: Lang): string {
  const [yes, no] = lang === 'zh' ? [marks.chosen[5], marks.open[2]] : [marks.chosen[6], marks.open[3]]
  return (isYes ? yes : no) ?? ''
}

function englishPath(id: number, categories: readonly Category[]): string {
  const category = categories.find((one) => one.id === id)
  if (category === undefined) return ''
  return category.parentId === undefined ? category.nameEn : `${englishPath(category.parentId, categories)} / ${category.nameEn}`
}
