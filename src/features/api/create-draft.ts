import type { z } from 'zod'
import { asDay } from '../../kernel/day.ts'
import { covers } from '../../kernel/policy.ts'
import type { Call, CallAnswer } from '../../platform/http/api/call.ts'
import { findDutyByCode, findTask } from '../catalogue/index.ts'
import { findUnitByCode } from '../organisations/index.ts'
import { createDocument, findByIndexNumber, limits, readDocument, type Content } from '../publishing/index.ts'
import { officerOf, tagOf } from './own-draft.ts'
import { insertDraft } from './queries.ts'
import { readBody } from './read-body.ts'
import { refuseCall, type Reason } from './refuse-call.ts'
import { viewDraft } from './view-draft.ts'
import { newDraft, type changedDraft } from './write-forms.ts'

/** Begins a draft of a unit in reach, as its own. */
export async function createDraft(call: Call): Promise<CallAnswer> {
  const { site, caller } = call
  const form = readBody(call, newDraft)
  const db = site.database.read
  const unit = await findUnitByCode(db, form.unit)
  const duty = form.duty === undefined ? undefined : await findDutyByCode(db, form.duty)
  const task = form.task === undefined ? undefined : await findTask(db, form.task)
  const related = await relatedOf(call, form.related)
  const reasons: Reason[] = [...related.reasons]
  const isInReach = unit !== undefined && covers(caller.unitPath, unit.path)
  if (!isInReach) reasons.push({ field: 'unit', code: 'unit-unknown', word: 'api.refused.unit-unknown' })
  if (form.duty !== undefined && duty === undefined) reasons.push({ field: 'duty', code: 'duty-unknown', word: 'api.refused.duty-unknown' })
  if (form.task !== undefined && (task === undefined || task.unitId !== unit?.id))
    reasons.push({ field: 'task', code: 'task-unknown', word: 'api.refused.task-unknown' })
  if (reasons.length > 0 || unit === undefined) throw refuseCall(call, reasons)
  const content = contentFrom(form)
  const request = { unitId: unit.id, taskId: task?.id, dutyId: task?.dutyId ?? duty?.id, content, relatedIds: related.ids }
  const outcome = await createDocument(site, officerOf(call), request)
  if (!outcome.ok) throw refuseCall(call, outcome.refusals.map(contentReason))
  const own = { documentId: outcome.value.id, reference: form.reference }
  if (!(await insertDraft(db, caller.systemId, own)))
    throw refuseCall(call, [{ field: 'reference', code: 'reference-used', word: 'api.refused.reference-used' }], 'refused')
  const whole = await readDocument(db, own.documentId)
  if (whole === undefined) throw new Error(`document ${own.documentId} is not there`)
  const view = await viewDraft(call, own, whole)
  return { status: 201, body: view, location: view.api, tag: tagOf(whole) }
}

/** What was handed in, as content. */
export function contentFrom(form: z.output<typeof changedDraft>): Content {
  const { related: _, formedOn, validUntil, title, ...rest } = form
  return {
    ...rest,
    title: title.trim(),
    ground: form.attribute === 'proactive' ? '' : form.ground,
    groundReason: form.attribute === 'proactive' ? '' : form.groundReason,
    formedOn: formedOn === undefined ? undefined : asDay(formedOn),
    validUntil: validUntil === undefined ? undefined : asDay(validUntil),
  }
}

/** The documents behind index numbers, and a reason for each that there is not. */
export async function relatedOf(call: Call, numbers: readonly string[] | undefined): Promise<{ ids?: number[]; reasons: Reason[] }> {
  if (numbers === undefined) return { reasons: [] }
  const found: { ids: number[]; reasons: Reason[] } = { ids: [], reasons: [] }
  for (const [at, number] of numbers.entries()) {
    const document = await findByIndexNumber(call.site.database.read, number)
    // What is not public is not told of: another unit's draft looks like no document.
    if (document?.publishedVersion !== undefined && document.standing === 'published') found.ids.push(document.id)
    else
      found.reasons.push({ field: `related.${at}`, code: 'related-unknown', word: 'publishing.error.related-unknown', params: { number } })
  }
  return found
}

const places = {
  'unit-gone': 'unit',
  'title-too-long': 'title',
  'body-too-long': 'body',
  'not-owed': 'duty',
  'not-in-force': 'duty',
  'formed-in-future': 'formedOn',
  'formed-missing': 'formedOn',
} as const

/** Why a text was not taken, beside the field that mends it. */
export function contentReason(refusal: keyof typeof places): Reason {
  const n = refusal === 'title-too-long' ? limits.title : limits.body
  return { field: places[refusal], code: refusal, word: `publishing.error.${refusal}`, params: { n } }
}
