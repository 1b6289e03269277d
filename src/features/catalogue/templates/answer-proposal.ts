import { addDays, type Day } from '../../../kernel/day.ts'
import { NotFound } from '../../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { enqueue } from '../../../platform/jobs/index.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { findUnit, type Unit } from '../../organisations/index.ts'
import { mergedLine } from './inheritance.ts'
import { dutyOfUnit, partLine } from './part-line.ts'
import { insertAnswer, listAnswers, listTemplates, lockLine, type Line, type UnitAnswer } from './queries.ts'
import { answerContent, answerSubject, columnsOf } from './subject.ts'
import { inherits, type Edition } from './template.ts'
import type { StoredDuty } from '../queries.ts'

export type AnswerRefusal = 'not-inherited' | 'in-force-already' | 'accepted-already' | 'words-missing'

export interface Answering {
  lineId: number
  editionId: number
  unit: Unit
  kind: UnitAnswer['kind']
  words: string
}

/**
 * A unit answers a change that was announced above: takes it before its day, or says what it thinks of it. It cannot refuse: on its day
 * the change takes effect whatever was said.
 */
export async function answerProposal(site: Site, actor: string, answering: Answering): Promise<Outcome<UnitAnswer, AnswerRefusal>> {
  return site.database.transaction(async (db) => {
    const line = await lockLine(db, answering.lineId)
    const edition = line?.editions.find((one) => one.id === answering.editionId)
    if (line === undefined || edition === undefined) throw new NotFound(`edition ${answering.editionId}`)
    const template = (await listTemplates(db)).find((one) => one.id === line.templateId)
    const above = template && (await findUnit(db, template.unitId))
    const isHeir = template !== undefined && above !== undefined && inherits(template, above.path, answering.unit)
    const given = await listAnswers(db, [edition.id])
    const refusals = answerRefusals(answering, edition, given, isHeir, site.today())
    if (refusals.length > 0) return refused(...refusals)
    const { kind, words, unit } = answering
    const answer = await insertAnswer(db, { editionId: edition.id, unitId: unit.id, kind, words: words.trim(), givenOn: site.today() })
    await record(db, {
      at: site.now(),
      actor,
      act: kind === 'accepted' ? 'catalogue.accept' : 'catalogue.comment',
      subject: answerSubject(answer.id),
      unitId: unit.id,
      content: answerContent(answer),
    })
    if (kind === 'accepted') {
      const before = await dutyOfUnit(db, line, unit.id)
      await partLine(site, db, actor, 'catalogue.take-early', unit, early(site, line, edition, before))
      await enqueue(db, 'catalogue.plan-tasks', {}, { key: 'all', runAt: site.now() })
    }
    return done(answer)
  })
}

function answerRefusals(
  answering: Answering,
  edition: Edition,
  given: readonly UnitAnswer[],
  isHeir: boolean,
  today: Day,
): AnswerRefusal[] {
  const refusals: AnswerRefusal[] = []
  if (!isHeir) refusals.push('not-inherited')
  if (edition.takesEffectOn <= today) refusals.push('in-force-already')
  if (given.some((one) => one.unitId === answering.unit.id && one.kind === 'accepted')) refusals.push('accepted-already')
  if (answering.kind === 'comment' && answering.words.trim() === '') refusals.push('words-missing')
  return refusals
}

/** What the unit owes after it took the change: what is announced, and where it asked more of itself before, its own. */
function early(site: Site, line: Line, edition: Edition, before: StoredDuty | undefined) {
  const held = line.editions.find((one) => one.id === before?.above?.editionId)
  const isOwn = before !== undefined && held !== undefined && before.code !== line.code
  const columns = isOwn ? mergedLine(columnsOf(before), held.columns, edition.columns, site.houseRules.atOnce) : edition.columns
  return { line, edition, columns, untilOn: edition.ends ? addDays(site.today(), -1) : undefined }
}
