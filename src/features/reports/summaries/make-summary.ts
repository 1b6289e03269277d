import type { Day } from '../../../kernel/day.ts'
import type { Facts, Scope } from '../../../platform/facts.ts'
import type { Site } from '../../../platform/site.ts'
import { exists, listUnits, type Unit } from '../../organisations/index.ts'
import { figureOf } from '../figures/all-figures.ts'
import { countFigures, scopeOf, type Figure, type Question } from '../figures/count-figures.ts'
import { markOf, type Mark } from '../figures/mark.ts'
import { periodFrom } from '../figures/period.ts'
import { readAccount, type Account } from '../figures/read-account.ts'
import { readRanking } from '../figures/read-ranking.ts'
import { workSummary } from '../load-work-summary.ts'
import { proposeProblems, type Known, type Problem } from './problem.ts'
import { problemsTaken, type FiledNumber, type FiledSentence, type Summary, type SummaryContent } from './summary.ts'
import { figuresIn, type TemplateFact } from './template.ts'

/** A summary as it would be filed now: what the records say, which problems they propose, and the copy that would be frozen. */
export interface MadeSummary {
  question: Question & { unit: Unit }
  proposed: readonly Problem[]
  /** The proposed problems in their sentences, in the same order. */
  told: readonly FiledSentence[]
  content: SummaryContent
}

/** Makes the work summary of a unit and of all below it from the records as they are up to `cutOff`. Undefined for what is no year. */
export async function makeSummary(site: Site, unit: Unit, summary: Summary, cutOff: Day): Promise<MadeSummary | undefined> {
  const period = periodFrom(summary.period)
  if (period?.kind !== 'year') return undefined
  const db = site.database.read
  const units = await listUnits(db)
  const question = { units, unit, period, cutOff }
  const account = await readAccount(
    site,
    question,
    figuresIn(workSummary).flatMap((code) => figureOf(code) ?? []),
  )
  const proposed = proposeProblems(workSummary.problems, await readKnown(site, question, account))
  const told = proposed.map((problem) => sentenceOf(problem, units, account))
  const headings: SummaryContent['headings'] = []
  for (const { code, nameZh, nameEn, facts, isProblems } of workSummary.headings) {
    const said: FiledSentence[] = []
    for (const fact of facts) said.push(...(await tellFact(site, fact, question, account)))
    const taken = isProblems === true ? problemsTaken(summary, proposed) : []
    const [textZh, textEn] = [(summary.texts[code] ?? '').trim(), (summary.texts[`${code}/en`] ?? '').trim()]
    headings.push({ code, nameZh, nameEn, facts: said, problems: told.filter((_, at) => taken.includes(proposed[at]!)), textZh, textEn })
  }
  const content: SummaryContent = {
    ...{ format: 'gongkai-work-summary/1', year: Number(period.code), headings },
    unit: { code: unit.code, nameZh: unit.nameZh, nameEn: unit.nameEn },
  }
  return { question, proposed, told, content }
}

/** The figure and the question behind a filed number; undefined where it is a place in a ranking. */
export function questionBehind(
  { figure, unit }: Pick<FiledNumber, 'figure' | 'unit'>,
  question: Question & { unit: Unit },
): { figure: Figure; question: Question & { unit: Unit } } | undefined {
  const found = figure === undefined ? undefined : figureOf(figure)
  const of = unit === undefined ? question.unit : question.units.find(({ code }) => code === unit)
  return found === undefined || of === undefined ? undefined : { figure: found, question: { ...question, unit: of } }
}

/** Where the records behind a number are read, by its cell; undefined for what was not counted. */
export function sourceOfNumber(cell: string, question: Question & { unit: Unit }): { facts: Facts; scope: Scope } | undefined {
  const [figure = '', unit] = cell.split('@')
  const behind = questionBehind({ figure, unit }, question)
  const facts = behind?.figure.facts
  return facts && { facts, scope: scopeOf(behind.question, behind.figure.unitKinds) }
}

/** The ids of the records behind a filed number, and of whom they were asked with which facts; undefined for what was not counted. */
export async function idsBehind(site: Site, number: FiledNumber, question: Question & { unit: Unit }) {
  const behind = questionBehind(number, question)
  if (behind?.figure.facts === undefined) return undefined
  const scope = scopeOf(behind.question, behind.figure.unitKinds)
  return { scope, facts: behind.figure.facts, ids: await behind.figure.facts.ids(site.database.read, scope) }
}

async function readKnown(site: Site, question: Question & { unit: Unit }, account: Account): Promise<Known> {
  const values = new Map(account.values.flatMap(({ figure, value }) => (value === undefined ? [] : [[figure.code, value] as const])))
  const byUnit = new Map<string, { unitId: number; count: number }[]>()
  const { units, unit, period } = question
  const rows = units.filter((one) => one.parentId === unit.id && exists(one, period.until))
  for (const rule of workSummary.problems) {
    const figure = rule.kind === 'uneven' ? figureOf(rule.of) : undefined
    if (figure === undefined) continue
    const counts = (await countFigures(site.database.read, question, [figure], 'unit')).get(figure.code)
    const below = (row: Unit): number =>
      units.filter(({ path }) => path.startsWith(row.path)).reduce((sum, { id }) => sum + (counts?.get(String(id)) ?? 0), 0)
    byUnit.set(
      figure.code,
      rows.map((row) => ({ unitId: row.id, count: below(row) })),
    )
  }
  return { values, byUnit }
}

async function tellFact(site: Site, fact: TemplateFact, question: Question & { unit: Unit }, account: Account): Promise<FiledSentence[]> {
  if (fact.ranked !== undefined) return tellRank(site, fact, question)
  const numbers = Object.entries(fact.figures ?? {}).flatMap(([name, code]): FiledNumber[] => {
    const read = account.values.find(({ figure }) => figure.code === code)
    if (read?.value === undefined) return []
    return [{ name, value: read.value, figure: code, ...markOf(read) }]
  })
  if (numbers.length < Object.keys(fact.figures ?? {}).length) return []
  const { unlessZero } = fact
  const weighed = unlessZero === 'any' ? numbers : numbers.filter(({ name }) => name === unlessZero)
  if (unlessZero !== undefined && weighed.every(({ value }) => value === 0)) return []
  return [{ key: `summary.fact.${fact.say}`, numbers }]
}

/** The place of the unit among its peers; nothing where it has none, or nobody to be held against. */
async function tellRank(site: Site, { say, ranked }: TemplateFact, question: Question & { unit: Unit }): Promise<FiledSentence[]> {
  const figure = ranked === undefined ? undefined : figureOf(ranked)
  if (figure === undefined) return []
  const { placed } = await readRanking(site.database.read, figure, question, workSummary.fewestRanked)
  const own = placed.find(({ unitId }) => unitId === question.unit.id)
  if (own === undefined || placed.length < 2) return []
  const numbers = [
    { name: 'place', value: own.place, ranked: figure.code },
    { name: 'peers', value: placed.length, ranked: figure.code },
    { name: 'count', value: own.count, figure: figure.code },
  ]
  return [{ key: `summary.fact.${say}`, numbers }]
}

function sentenceOf({ code, numbers, unitId }: Problem, units: readonly Unit[], { values }: Account): FiledSentence {
  const markFor = (code: string): Mark =>
    markOf(values.find(({ figure }) => figure.code === code) ?? { origin: 'counted', isAtLeast: false })
  const unitOf = (id: number | undefined): Unit | undefined => units.find((one) => one.id === id)
  const named = unitOf(unitId)
  return {
    key: `summary.problem.${code}`,
    numbers: numbers.map(({ unitId: of, ...number }) => ({
      ...number,
      // What units below have of it is counted from records alone.
      ...(of === undefined ? markFor(number.figure) : { unit: unitOf(of)?.code }),
    })),
    ...(named === undefined ? {} : { units: { unit: { nameZh: named.nameZh, nameEn: named.nameEn } } }),
  }
}
