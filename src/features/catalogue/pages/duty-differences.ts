import type { Day } from '../../../kernel/day.ts'
import type { WordKey } from '../../../kernel/words.ts'
import type { Unit } from '../../organisations/index.ts'
import { nameIn, type Reader } from '../../../ui/reader.ts'
import { isSoundRule, type Duty } from '../duty.ts'
import type { DutyForm } from '../lay-down-duty.ts'
import type { Category, StoredDuty } from '../queries.ts'
import { listed, ruleInWords } from './rule-words.ts'

const texts = [
  'titleZh',
  'titleEn',
  'elementsZh',
  'elementsEn',
  'basisZh',
  'basisEn',
  'guidanceZh',
  'guidanceEn',
  'genre',
  'subject',
] as const

/** A line with its columns; where its days are not compared they are left out. */
type Line = Omit<Duty, 'code' | 'sinceOn'> & { sinceOn?: Day; categoryId: number }

/** What stands of a line and what was typed, field by field in words, where they differ. The code of a line never changes. */
export function dutyDifferences(
  reader: Reader,
  theirs: StoredDuty,
  mine: DutyForm,
  names: { categories: readonly Category[]; units: readonly Unit[] },
): { label: string; theirs: string; mine: string }[] {
  const units = (ids: readonly number[]) =>
    listed(
      reader,
      names.units.filter((unit) => ids.includes(unit.id)).map((unit) => nameIn(reader, unit)),
    )
  const row = { label: reader.t('catalogue.column.units'), theirs: units(theirs.unitIds), mine: units(mine.unitIds) }
  const columns = columnDifferences(reader, theirs, { ...mine.duty, categoryId: mine.categoryId }, names.categories)
  return row.theirs === row.mine ? columns : [...columns, row]
}

/** Two states of a line, column by column in words, where they differ. */
export function columnDifferences(
  reader: Reader,
  theirs: Line,
  mine: Line,
  categories: readonly Category[],
): { label: string; theirs: string; mine: string }[] {
  const category = (id: number) => nameIn(reader, categories.find((one) => one.id === id) ?? { nameZh: '', nameEn: '' })
  const row = (key: WordKey, one: string, other: string) => ({ label: reader.t(key), theirs: one, mine: other })
  const own = valuesOf(reader, theirs)
  const typed = valuesOf(reader, mine)
  return [
    row('catalogue.form.category', category(theirs.categoryId), category(mine.categoryId)),
    ...texts.map((name) => row(`catalogue.form.${name}`, theirs[name], mine[name])),
    ...own.map(({ key, value }, at) => row(key, value, typed[at]?.value ?? '')),
  ].filter((one) => one.theirs !== one.mine)
}

/** The chosen values of a line in words, always in the same order. */
function valuesOf(reader: Reader, duty: Omit<Line, 'categoryId'>): { key: WordKey; value: string }[] {
  return [
    { key: 'catalogue.column.rule', value: isSoundRule(duty.rule) ? ruleInWords(reader, duty.rule) : '?' },
    {
      key: 'catalogue.column.levels',
      value: listed(
        reader,
        duty.levels.map((one) => reader.t(`catalogue.level.${one}`)),
      ),
    },
    { key: 'catalogue.column.audience', value: reader.t(`catalogue.audience.${duty.audience}`) },
    { key: 'catalogue.column.mode', value: reader.t(`catalogue.mode.${duty.mode}`) },
    {
      key: 'catalogue.column.channels',
      value: listed(
        reader,
        duty.channels.map((one) => reader.t(`catalogue.channel.${one}`)),
      ),
    },
    { key: 'catalogue.column.required', value: reader.t(duty.isRequired ? 'catalogue.required.yes' : 'catalogue.required.no') },
    { key: 'catalogue.column.since', value: duty.sinceOn ?? '' },
    { key: 'catalogue.column.until', value: duty.untilOn ?? '' },
  ]
}
