import { NotFound } from '../../../kernel/faults.ts'
import { field, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { href } from '../../../ui/reader.ts'
import { findUnitByCode, listUnits, type Unit } from '../../organisations/index.ts'
import { columnDifferences } from '../pages/duty-differences.ts'
import { listCategories } from '../queries.ts'
import { actorOf, unitsInReach } from '../routes-asked.ts'
import { answerProposal, type AnswerRefusal } from './answer-proposal.ts'
import { ProposalPage, type AnswerDraft } from './pages/proposal-page.tsx'
import { ProposalsPage } from './pages/proposals-page.tsx'
import { listAnswers, listLines, listTemplates, type Line } from './queries.ts'
import { heirsAmong } from './read-template.ts'
import { pendingOn, type Columns, type Edition, type Template } from './template.ts'

const path = '/desk/catalogue/proposals'

/** What was announced above and has not taken effect yet, and what units say to it. */
export const proposalRoutes: readonly Route[] = [
  { method: 'GET', path, policy: 'catalogue.read', answer: showAll },
  { method: 'GET', path: `${path}/:id`, policy: 'catalogue.read', answer: (ask) => show(ask, emptyAnswer(ask), []) },
  { method: 'POST', path: `${path}/:id`, policy: 'proposals.answer', about: pathOfChosen, answer: save },
]

async function showAll(ask: Ask): Promise<Answer> {
  const { read } = ask.site.database
  const [templates, lines, units, inReach] = await Promise.all([
    listTemplates(read),
    listLines(read),
    listUnits(read),
    unitsInReach(ask, 'catalogue.read'),
  ])
  const pending = lines.flatMap((line) => pendingOn(line.editions, ask.reader.today).map((edition) => ({ edition, line })))
  const answers = await listAnswers(
    read,
    pending.map(({ edition }) => edition.id),
  )
  const rows = pending.flatMap(({ edition, line }) => {
    const template = templates.find((one) => one.id === line.templateId)
    const heirs = template === undefined ? [] : within(inReach, heirsAmong(ask, template, units))
    const given = answers.filter((one) => one.editionId === edition.id && heirs.some((unit) => unit.id === one.unitId))
    const accepted = given.filter((one) => one.kind === 'accepted').length
    const row = { edition, units: heirs.length, accepted, comments: given.length - accepted }
    return template === undefined || heirs.length === 0 ? [] : [{ ...row, template }]
  })
  const inOrder = rows.toSorted((one, other) => (one.edition.takesEffectOn < other.edition.takesEffectOn ? -1 : 1))
  return { page: <ProposalsPage reader={ask.reader} rows={inOrder} /> }
}

async function show(ask: Ask, draft: AnswerDraft, errors: FieldError[]): Promise<Answer> {
  const { read } = ask.site.database
  const { template, line, edition } = await askedEdition(ask)
  const [units, categories, given] = await Promise.all([listUnits(read), listCategories(read), listAnswers(read, [edition.id])])
  const heirs = heirsAmong(ask, template, units)
  const readable = within(await unitsInReach(ask, 'catalogue.read'), heirs)
  const accepted = given.filter((one) => one.kind === 'accepted').map((one) => one.unitId)
  const answering = within(await unitsInReach(ask, 'proposals.answer'), heirs).filter((unit) => !accepted.includes(unit.id))
  const answers = given.flatMap((answer) => readable.filter((unit) => unit.id === answer.unitId).map((unit) => ({ answer, unit })))
  const before = line.editions.find((one) => one.number === edition.number - 1)?.columns
  const differences = columnDifferences(ask.reader, before ?? nothing(edition.columns), edition.columns, categories)
  const props = { reader: ask.reader, template, edition, answering, answers, differences, draft, errors }
  return { status: errors.length > 0 ? 422 : 200, page: <ProposalPage {...props} done={ask.query['done'] ?? ''} /> }
}

async function save(ask: Ask): Promise<Answer> {
  const { reader } = ask
  const { line, edition } = await askedEdition(ask)
  const draft: AnswerDraft = { unit: field(ask, 'unit'), kind: field(ask, 'kind'), words: field(ask, 'words') }
  const unit = await findUnitByCode(ask.site.database.read, draft.unit)
  const kind = (['accepted', 'comment'] as const).find((one) => one === draft.kind)
  const missing: FieldError[] = []
  if (unit === undefined) missing.push({ field: 'unit', message: reader.t('catalogue.proposals.refused.unit-missing') })
  if (kind === undefined) missing.push({ field: 'kind', message: reader.t('catalogue.proposals.refused.kind-missing') })
  if (unit === undefined || kind === undefined) return show(ask, draft, missing)
  const outcome = await answerProposal(ask.site, actorOf(ask), { lineId: line.id, editionId: edition.id, unit, kind, words: draft.words })
  if (outcome.ok) return { redirect: href(reader, `${path}/${edition.id}?done=${kind}`) }
  const fields: Record<AnswerRefusal, keyof AnswerDraft> = {
    'not-inherited': 'unit',
    'in-force-already': 'kind',
    'accepted-already': 'unit',
    'words-missing': 'words',
  }
  const errors = outcome.refusals.map((refusal) => ({
    field: fields[refusal],
    message: reader.t(`catalogue.proposals.refused.${refusal}`),
  }))
  return show(ask, draft, errors)
}

async function askedEdition(ask: Ask): Promise<{ template: Template; line: Line; edition: Edition }> {
  const { read } = ask.site.database
  const id = Number(ask.params['id'])
  const [templates, lines] = await Promise.all([listTemplates(read), listLines(read)])
  const line = lines.find((one) => one.editions.some((edition) => edition.id === id))
  const edition = line?.editions.find((one) => one.id === id)
  const template = templates.find((one) => one.id === line?.templateId)
  if (line === undefined || edition === undefined || template === undefined) throw new NotFound(`edition ${ask.params['id']}`)
  return { template, line, edition }
}

/** For the edge: the unit for which the answer is given; before one is chosen, nothing belongs to anybody. */
async function pathOfChosen(ask: Ask): Promise<string | undefined> {
  return (await findUnitByCode(ask.site.database.read, field(ask, 'unit')))?.path
}

function within(units: readonly Unit[], heirs: readonly Unit[]): Unit[] {
  return heirs.filter((unit) => units.some((one) => one.id === unit.id))
}

function emptyAnswer(ask: Ask): AnswerDraft {
  return { unit: ask.query['unit'] ?? '', kind: '', words: '' }
}

/** A line before it was there: every column empty. */
function nothing(columns: Columns): Columns {
  const texts = Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, typeof value === 'string' ? '' : value]))
  return { ...columns, ...texts, audience: columns.audience, mode: columns.mode, channels: [], levels: [], categoryId: 0 }
}
