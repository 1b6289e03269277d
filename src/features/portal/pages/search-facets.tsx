import type { VNode } from 'preact'
import { sayNumber } from '../../../kernel/translate.ts'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { countCap } from '../../publishing/index.ts'
import { branchesOf } from '../facet.ts'
import type { Found } from '../find-documents.ts'
import { countFilters, filterNames, withFilter, writeQuestion, type FilterName, type Question } from '../question.ts'
import { genreInWords } from './class-words.ts'

interface Props {
  reader: Reader
  question: Question
  found: Found
}

interface Way {
  value: string
  label: string
  n: number
}

const shownAtOnce = 8

/** How the found documents divide, with counts; each narrows the list by its address, without a script. */
export function SearchFacets({ reader, question, found }: Props): VNode {
  const active = countFilters(question)
  return (
    <details class="gk-filters gk-facets" open={active > 0}>
      <summary class="gk-filters__button">
        {active > 0 ? reader.t('ui.filters.active', { n: active }) : reader.t('ui.filters.title')}
      </summary>
      <nav aria-label={reader.t('ui.filters.title')}>
        {groupsOf(reader, question, found).map(({ name, ways }) => (
          <FacetGroup reader={reader} question={question} name={name} ways={ways} isCapped={found.total > countCap} />
        ))}
        {found.total > countCap ? (
          <p class="gk-facets__note">{reader.t('portal.facet.capped', { n: sayNumber(countCap, reader.lang) })}</p>
        ) : null}
      </nav>
    </details>
  )
}

function groupsOf(reader: Reader, question: Question, { places, counts }: Found): { name: FilterName; ways: Way[] }[] {
  if (counts === undefined) return []
  const units = [...places.units.values()]
  const unit = units.find((one) => one.code === question.unit)
  const category = places.categories.find((one) => one.code === question.category)
  const groups: { name: FilterName; ways: Way[] }[] = [
    {
      name: 'unit',
      ways: branchesOf(units, counts.units, unit?.path).map(({ node, n }) => ({ value: node.code, label: nameIn(reader, node), n })),
    },
    {
      name: 'category',
      ways: branchesOf(places.categories, counts.categories, category?.path).map(({ node, n }) => ({
        value: node.code,
        label: nameIn(reader, node),
        n,
      })),
    },
    { name: 'year', ways: waysOf(counts.years, String, (a, b) => Number(b.value) - Number(a.value)) },
    { name: 'genre', ways: waysOf(counts.genres, (code) => genreInWords(reader, code), byCount) },
    { name: 'language', ways: waysOf(counts.languages, (one) => reader.t(`portal.language.${one === 'en' ? 'en' : 'zh'}`), byCount) },
  ]
  const isOpen = (name: FilterName): boolean => question[name] === undefined || name === 'unit' || name === 'category'
  return groups.filter(({ name, ways }) => isOpen(name) && ways.length > (question[name] === undefined ? 1 : 0))
}

function waysOf<Value extends string | number>(
  counts: ReadonlyMap<Value, number>,
  label: (value: Value) => string,
  order: (a: Way, b: Way) => number,
): Way[] {
  return [...counts].map(([value, n]) => ({ value: String(value), label: label(value), n })).sort(order)
}

function byCount(a: Way, b: Way): number {
  return b.n - a.n || (a.value < b.value ? -1 : 1)
}

function FacetGroup({
  reader,
  question,
  name,
  ways,
  isCapped,
}: {
  reader: Reader
  question: Question
  name: FilterName
  ways: Way[]
  isCapped: boolean
}) {
  const [first, rest] = [ways.slice(0, shownAtOnce), ways.slice(shownAtOnce)]
  const list = (shown: Way[]) => (
    <ul class="gk-facets__ways">
      {shown.map(({ value, label, n }) => (
        <li>
          <a href={addressOf(reader, withFilter(question, name, value))}>{label}</a>{' '}
          <span class="gk-facets__n">
            {sayNumber(n, reader.lang)}
            {isCapped ? '+' : ''}
          </span>
        </li>
      ))}
    </ul>
  )
  return (
    <section aria-labelledby={`facet-${name}`}>
      <h2 class="gk-facets__name" id={`facet-${name}`}>
        {reader.t(`portal.facet.${name}`)}
      </h2>
      {list(first)}
      {rest.length === 0 ? null : (
        <details class="gk-facets__more">
          <summary>{reader.t('portal.facet.more', { n: rest.length })}</summary>
          {list(rest)}
        </details>
      )}
    </section>
  )
}

/** The filters that are set, each to be taken away by itself. */
export function SetFilters({ reader, question, found }: Props): VNode | null {
  const set = filterNames.filter((name) => question[name] !== undefined)
  if (set.length === 0) return null
  return (
    <ul class="gk-set" aria-label={reader.t('portal.facet.set')}>
      {set.map((name) => (
        <li>
          <a class="gk-set__one" href={addressOf(reader, withFilter(question, name, undefined))}>
            <span class="govuk-visually-hidden">{reader.t('portal.facet.remove')} </span>
            {reader.t(`portal.facet.${name}`)}
            {reader.t('portal.facet.is')}
            {labelOf(reader, question, found, name)}
            <span aria-hidden="true"> ×</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

function labelOf(reader: Reader, question: Question, { places }: Found, name: FilterName): string {
  const value = String(question[name])
  if (name === 'genre') return genreInWords(reader, value)
  if (name === 'language') return reader.t(`portal.language.${value === 'en' ? 'en' : 'zh'}`)
  if (name === 'year') return value
  if (name === 'duty') {
    const duty = places.everyDuty.find((one) => one.code === value)
    return duty === undefined ? value : nameIn(reader, { nameZh: duty.titleZh, nameEn: duty.titleEn })
  }
  const named = name === 'unit' ? [...places.units.values()] : places.categories
  const thing = named.find((one) => one.code === value)
  return thing === undefined ? value : nameIn(reader, thing)
}

/** The address of a question in the reader's language. */
export function addressOf(reader: Reader, question: Question): string {
  return `${href(reader, '/search')}${writeQuestion(question)}`
}
