import { NotFound } from '../../kernel/faults.ts'
import { field, type Answer, type Ask, type Route } from '../../platform/http/route.ts'
import type { FieldError } from '../../ui/form.tsx'
import { href, type Reader } from '../../ui/reader.ts'
import { findUnit } from '../organisations/index.ts'
import { findFinding, listOccurrences, type ListedFinding } from './findings/queries.ts'
import { readListed } from './findings/read-listed.ts'
import { FindingPage } from './pages/finding-page.tsx'
import { decideReason } from './reasons/decide-reason.ts'
import { giveReason } from './reasons/give-reason.ts'
import { listReasons } from './reasons/queries.ts'
import type { DecideRefusal, GiveRefusal } from './reasons/reason.ts'
import { thresholdsOf } from './runs/load-thresholds.ts'

/** One finding, and the reason that a unit gives and the office judges. */
export const findingRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/findings/:id', policy: 'findings.read', about: pathOfFinding, answer: (ask) => show(ask, [], {}) },
  { method: 'POST', path: '/desk/findings/:id/reason', policy: 'findings.explain', about: pathOfFinding, answer: give },
  { method: 'POST', path: '/desk/findings/:id/decide', policy: 'findings.decide', about: pathOfFinding, answer: decide },
]

async function show(ask: Ask, errors: FieldError[], values: Record<string, string>): Promise<Answer> {
  const { site, reader } = ask
  const { read } = site.database
  const asked = await askedFinding(ask)
  const [finding] = await readListed(site, [asked])
  if (finding === undefined) throw new NotFound(`supervision.finding:${asked.id}`)
  const { dutyId, unitId } = finding
  const reasons = dutyId === undefined ? [] : await listReasons(read, { dutyId, unitId })
  const occurrences = await listOccurrences(read, finding)
  const basis = thresholdsOf().bases[finding.detector]
  const props = { reader, finding, basis, occurrences, reasons, values, errors, done: ask.query['done'] ?? '' }
  return { status: errors.length > 0 ? 422 : 200, page: <FindingPage {...props} /> }
}

async function give(ask: Ask): Promise<Answer> {
  const { id } = await askedFinding(ask)
  const values = { words: field(ask, 'words'), until: field(ask, 'until') }
  const outcome = await giveReason(ask.site, personOf(ask), id, { words: values.words, untilOn: values.until })
  if (outcome.ok) return { redirect: href(ask.reader, `/desk/findings/${id}?done=given`) }
  return show(ask, outcome.refusals.map((refusal) => giveError(ask.reader, refusal)), values) // prettier-ignore
}

async function decide(ask: Ask): Promise<Answer> {
  const { id } = await askedFinding(ask)
  const values = { choice: field(ask, 'choice'), until: field(ask, 'until'), remark: field(ask, 'remark') }
  const outcome = await decideReason(ask.site, personOf(ask), id, { ...values, untilOn: values.until })
  if (outcome.ok) return { redirect: href(ask.reader, `/desk/findings/${id}?done=${outcome.value.state}`) }
  return show(ask, outcome.refusals.map((refusal) => decideError(ask.reader, refusal)), values) // prettier-ignore
}

const giveFields: Partial<Record<GiveRefusal, string>> = { 'until-form': 'until', 'until-past': 'until' }
const decideFields: Record<DecideRefusal, string> = {
  'choice-missing': 'choice',
  'decided-already': 'choice',
  'own-reason': 'choice',
  leaks: 'choice',
  'remark-missing': 'remark',
  'until-form': 'until',
  'until-past': 'until',
}

function giveError(reader: Reader, refusal: GiveRefusal): FieldError {
  return { field: giveFields[refusal] ?? 'words', message: reader.t(`supervision.refused.${refusal}`) }
}

function decideError(reader: Reader, refusal: DecideRefusal): FieldError {
  return { field: decideFields[refusal], message: reader.t(`supervision.refused.${refusal}`) }
}

async function askedFinding(ask: Ask): Promise<ListedFinding> {
  const finding = await findFinding(ask.site.database.read, idOf(ask), ask.reader.today)
  if (finding === undefined) throw new NotFound(`supervision.finding:${ask.params['id'] ?? ''}`)
  return finding
}

/** For the edge: the path of the unit whose finding is asked for. */
async function pathOfFinding(ask: Ask): Promise<string | undefined> {
  const { read } = ask.site.database
  const finding = await findFinding(read, idOf(ask), ask.reader.today)
  return finding && (await findUnit(read, finding.unitId))?.path
}

/** The number in the address; 0, which no finding has, for anything that is not one. */
function idOf(ask: Ask): number {
  const text = ask.params['id'] ?? ''
  return /^\d{1,15}$/.test(text) ? Number(text) : 0
}

function personOf(ask: Ask): number {
  return ask.visitor?.personId ?? 0
}
