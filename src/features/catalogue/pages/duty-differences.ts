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

/** What stands of a line and what was typed, field by field in words, where they differ. The code of a line never changes. */
export function dutyDifferences(
  reader: Reader,
  theirs: StoredDuty,
  mine: DutyForm,
  names: { categories: readonly Category[]; units: readonly Unit[] },
): { label: string; theirs: string; mine: string }[] {
  const category = (id: number) => nameIn(reader, names.categories.find((one) => one.id === id) ?? { nameZh: '', nameEn: '' })
  const units = (ids: readonly number[]) =>
    listed(
      reader,
      names.units.filter((unit) => ids.includes(unit.id)).map((unit) => nameIn(reader, unit)),
    )
  const row = (key: WordKey, one: string, other: string) => ({ label: reader.t(key), theirs: one, mine: other })
  const own = valuesOf(reader, theirs)
  const typed = valuesOf(reader, mine.duty)
  return [
    row('catalogue.form.category', category(theirs.categoryId), category(mine.categoryId)),
    ...texts.map((name) => row(`catalogue.form.${name}`, theirs[name], mine.duty[name])),
    ...own.map(({ key, value }, at) => row(key, value, typed[at]?.value ?? '')),
    row('catalogue.column.units', units(theirs.unitIds), units(mine.unitIds)),
  ].filter((one) => one.theirs !== one.mine)
}

/** The chosen values of a line in words, always in the same order. */
function valuesOf(reader: Reader, duty: Duty): { key: WordKey; value: string }[] {
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
    { key: 'catalogue.column.since', value: duty.sinceOn },
    { key: 'catalogue.column.until', value: duty.untilOn ?? '' },
  ]
}
