import { NotFound } from '../../../kernel/faults.ts'
import { covers, reach } from '../../../kernel/policy.ts'
import { field, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { href } from '../../../ui/reader.ts'
import { findPeople } from '../../accounts/index.ts'
import { findUnit } from '../../organisations/index.ts'
import type { Batch, DecisionRefusal } from './batch.ts'
import { decideBatch } from './decide-batch.ts'
import { BatchPage } from './pages/batch-page.tsx'
import { ImportsPage } from './pages/imports-page.tsx'
import { countPages, findBatch, listBatches, listPages } from './queries.ts'

/** Imports of older sites: what came in, and the office's decision on it. */
export const importRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/imports', policy: 'imports.read', answer: showImports },
  { method: 'GET', path: '/desk/imports/:id', policy: 'imports.read', about: unitOfBatch, answer: (ask) => batchPage(ask, []) },
  { method: 'POST', path: '/desk/imports/:id', policy: 'imports.decide', about: unitOfBatch, answer: answerDecision },
]

const pageLength = 100

async function unitOfBatch(ask: Ask): Promise<string | undefined> {
  const batch = await findAsked(ask)
  return batch && (await findUnit(ask.site.database.read, batch.unitId))?.path
}

async function findAsked(ask: Ask): Promise<Batch | undefined> {
  const id = ask.params['id'] ?? ''
  return /^[1-9]\d{0,14}$/.test(id) ? findBatch(ask.site.database.read, Number(id)) : undefined
}

async function showImports(ask: Ask): Promise<Answer> {
  const db = ask.site.database.read
  const paths = reach('imports.read', ask.visitor?.posts ?? [])
  const batches = []
  for (const batch of await listBatches(db)) {
    const unit = await findUnit(db, batch.unitId)
    if (unit === undefined || !paths.some((path) => covers(path, unit.path))) continue
    batches.push({ batch, unit, counts: await countPages(db, batch.id) })
  }
  return { page: <ImportsPage reader={ask.reader} batches={batches} /> }
}

async function batchPage(ask: Ask, errors: FieldError[], status = 200): Promise<Answer> {
  const db = ask.site.database.read
  const batch = await findAsked(ask)
  const unit = batch && (await findUnit(db, batch.unitId))
  if (batch === undefined || unit === undefined) throw new NotFound(ask.reader.path)
  const after = /^\d{1,15}$/.test(ask.query['after'] ?? '') ? Number(ask.query['after']) : 0
  const which = ask.query['show'] === 'kept-back' ? 'kept-back' : 'all'
  const pages = await listPages(db, batch.id, after, pageLength + 1, which)
  const more = pages.length > pageLength ? pages[pageLength - 1]?.documentId : undefined
  const people = await findPeople(db, [batch.begunBy, ...(batch.decidedBy === undefined ? [] : [batch.decidedBy])])
  const typed = { decision: field(ask, 'decision'), reason: field(ask, 'reason') }
  const props = { batch, unit, people, which, typed, errors, more, pages: pages.slice(0, pageLength), done: ask.query['done'] } as const
  return { status, page: <BatchPage reader={ask.reader} counts={await countPages(db, batch.id)} {...props} /> }
}

async function answerDecision(ask: Ask): Promise<Answer> {
  const { visitor, reader } = ask
  if (visitor === undefined) throw new NotFound(reader.path)
  const id = Number(ask.params['id'])
  const officer = { personId: visitor.personId, posts: visitor.posts }
  const outcome = await decideBatch(ask.site, officer, id, { decision: field(ask, 'decision'), reason: field(ask, 'reason') })
  if (outcome.ok) return { redirect: `${href(reader, `/desk/imports/${id}`)}?done=${outcome.value.decision}` }
  const errors = outcome.refusals.map((one) => ({ field: places[one], message: reader.t(`publishing.imports.refused.${one}`) }))
  return batchPage(ask, errors, 422)
}

const places = {
  'decided-already': 'decision',
  'choice-missing': 'decision',
  'nothing-clean': 'decision',
  'own-import': 'decision',
  'reason-missing': 'reason',
} as const satisfies Record<DecisionRefusal, string>
