import { NotFound } from '../../../kernel/faults.ts'
import type { Fact } from '../../../platform/facts.ts'
import type { Site } from '../../../platform/site.ts'
import { figureOf, figures } from './all-figures.ts'
import { questionOf } from './asked-question.ts'
import { scopeOf, type Figure, type Question } from './count-figures.ts'
import { openFact, type OpenFact } from './open.ts'
import { readAccount, type Account } from './read-account.ts'

/** What anybody asks by codes: the whole city and the running year unless told. */
export interface AskedOpenly {
  unit?: string | undefined
  period?: string | undefined
}

/** In public, applications are told for the whole city: for a unit, small numbers would point at somebody. */
export async function openQuestion(site: Site, asked: AskedOpenly, figure?: Figure): Promise<Question> {
  return questionOf(site, figure?.group === 'applications' ? { period: asked.period } : asked)
}

/** The figures that anybody may read for a question: of a unit, without those of applications. */
export function openFigures({ unit }: Pick<Question, 'unit'>): readonly Figure[] {
  return unit === undefined ? figures : figures.filter(({ group }) => group !== 'applications')
}

/** Every figure of a unit or of the city, as anybody may read it. Throws NotFound for a unit or a period that is not there. */
export async function readOpenAccount(site: Site, asked: AskedOpenly): Promise<Account> {
  const question = await openQuestion(site, asked)
  return readAccount(site, question, openFigures(question))
}

/** Some of the records behind a figure, as anybody may read them. */
export interface OpenRecords {
  question: Question
  records: readonly OpenFact[]
  total: number
  next?: number | undefined
}

/** The records behind a figure from after an id on. Throws NotFound for a figure that records do not show. */
export async function readOpenRecords(
  site: Site,
  code: string,
  asked: AskedOpenly & { after: number; limit: number },
): Promise<OpenRecords> {
  const figure = figureOf(code)
  if (figure?.facts === undefined) throw new NotFound(`records of ${code}`)
  const question = await openQuestion(site, asked, figure)
  const scope = scopeOf(question, figure.unitKinds)
  const db = site.database.read
  const found: readonly Fact[] = await figure.facts.list(db, scope, asked.after, asked.limit + 1)
  const shown = found.slice(0, asked.limit)
  const total = (await figure.facts.counts(db, scope, [figure.facts], 'all')).get('')?.[0] ?? 0
  const records = shown.map((fact) => openFact(fact, figure.group === 'applications'))
  return { question, records, total, next: found.length > asked.limit ? shown.at(-1)?.id : undefined }
}
