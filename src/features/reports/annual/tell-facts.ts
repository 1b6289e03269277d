import type { Translate, WordKey } from '../../../kernel/words.ts'
import type { Lang } from '../../../kernel/translate.ts'
import { markOf, sayMarked, type Mark } from '../figures/mark.ts'
import type { Account } from '../figures/read-account.ts'
import type { AnnualForm } from './form.ts'
import { figureIn, type Cells } from './report.ts'
import type { BoundNumber, FactSentence } from './sentence.ts'

/** The figures that sentences name besides the cells of the report. */
export const toldFigures = ['documents-released', 'tasks-due', 'tasks-in-time', 'fees-charged'] as const

/**
 * What the records say in the sections that have no table, by the numeral of the section: publications, promises, applications, reviews
 * and fees. A sentence of which a number is not known is left out; people write the rest.
 */
export function tellFacts(
  form: AnnualForm,
  { cells, marks }: { cells: Cells; marks: ReadonlyMap<string, Mark> },
  account: Pick<Account, 'values'>,
): Map<string, FactSentence[]> {
  const cell = (name: string, ...addresses: string[]): BoundNumber | undefined => {
    const address = addresses.find((one) => figureIn(cells, one) !== undefined)
    return address === undefined ? undefined : { name, value: figureIn(cells, address) ?? 0, cell: address, ...marks.get(address) }
  }
  const figure = (name: string, code: (typeof toldFigures)[number]): BoundNumber | undefined => {
    const found = account.values.find((one) => one.figure.code === code)
    return found?.value === undefined ? undefined : { name, value: found.value, figure: code, ...markOf(found) }
  }
  const total = form.tables.some(({ code }) => code === 't2') ? 't2/3.7/total' : 't0/3.3/count'
  const first = [
    sentence('reports.fact.published', figure('released', 'documents-released')),
    sentence('reports.fact.promised', figure('due', 'tasks-due'), figure('inTime', 'tasks-in-time')),
    sentence('reports.fact.received', ...[cell('received', 't2/1/total', 't0/3.1/count'), cell('concluded', total)]),
    sentence('reports.fact.carried', cell('carried', 't2/2/total'), cell('forward', 't2/4/total')),
    // The form before 2019 tells all suits together, whether a reconsideration came first or not.
    sentence('reports.fact.challenged', ...[cell('reconsiderations', 't3/reconsideration/total'), cell('direct', 't3/direct-suit/total')]),
    sentence('reports.fact.challenged-in-all', ...[cell('reconsiderations', 't0/4/count'), cell('suits', 't0/5/count')]),
  ]
  const last = [sentence('reports.fact.fees', figure('fees', 'fees-charged'))]
  const told = (some: (FactSentence | undefined)[]): FactSentence[] => some.filter((one) => one !== undefined)
  const opening = form.sections[0]?.numeral ?? ''
  const closing = form.sections.at(-1)?.numeral ?? ''
  return new Map([
    [opening, told(first)],
    [closing, told(last)],
  ])
}

/** A sentence in words. */
export function sayFact(t: Translate, lang: Lang, { key, numbers }: FactSentence): string {
  return t(key, Object.fromEntries(numbers.map((number) => [number.name, sayMarked(t, lang, number)])))
}

function sentence(key: WordKey, ...numbers: (BoundNumber | undefined)[]): FactSentence | undefined {
  const known = numbers.filter((one) => one !== undefined)
  return known.length < numbers.length ? undefined : { key, numbers: known }
}
