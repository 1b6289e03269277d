import type { VNode } from 'preact'
import { yearOf } from '../../../kernel/day.ts'
import { SelectField } from '../../../ui/field.tsx'
import { Filters } from '../../../ui/list.tsx'
import { nameIn, type Reader } from '../../../ui/reader.ts'
import type { Category } from '../../catalogue/index.ts'
import type { Unit } from '../../organisations/index.ts'
import { countFilters, writeQuestion, type Question } from '../question.ts'

export interface FoundFiltersProps {
  reader: Reader
  action: string
  question: Question
  units: readonly Unit[]
  categories: readonly Category[]
}

const yearsBack = 12

/** Whose documents, on what, from which year; the state of the filters is in the address. */
export function FoundFilters({ reader, action, question, units, categories }: FoundFiltersProps): VNode {
  const years = Array.from({ length: yearsBack }, (_, back) => String(yearOf(reader.today) - back))
  if (question.year !== undefined && !years.includes(String(question.year))) years.push(String(question.year))
  const all = { value: '', label: reader.t('portal.filter.all') }
  return (
    <Filters reader={reader} action={`${action}${writeQuestion({ words: question.words, isCut: false })}`} active={countFilters(question)}>
      {question.words === '' ? null : <input type="hidden" name="q" value={question.words} />}
      <SelectField
        reader={reader}
        name="unit"
        label={reader.t('portal.filter.unit')}
        value={question.unit}
        options={[all, ...units.map((unit) => ({ value: unit.code, label: `${indent(unit.path, 3)}${nameIn(reader, unit)}` }))]}
      />
      <SelectField
        reader={reader}
        name="category"
        label={reader.t('portal.filter.category')}
        value={question.category}
        options={[all, ...ordered(categories).map((one) => ({ value: one.code, label: `${indent(one.path, 3)}${nameIn(reader, one)}` }))]}
      />
      {question.duty === undefined ? null : <input type="hidden" name="duty" value={question.duty} />}
      <SelectField
        reader={reader}
        name="year"
        label={reader.t('portal.filter.year')}
        value={question.year === undefined ? '' : String(question.year)}
        options={[all, ...years.map((year) => ({ value: year, label: year }))]}
      />
    </Filters>
  )
}

/** `/1/2/` stands one step under `/1/`. */
function indent(path: string, top: number): string {
  return '\u3000'.repeat(Math.max(0, path.split('/').length - top))
}

/** Children after their parents. */
function ordered(categories: readonly Category[]): Category[] {
  const under = (parentId: number | undefined): Category[] =>
    categories.filter((one) => one.parentId === parentId).flatMap((one) => [one, ...under(one.id)])
  return under(undefined)
}
