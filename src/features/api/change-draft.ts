import type { Call, CallAnswer } from '../../platform/http/api/call.ts'
import { Problem } from '../../platform/http/api/problem.ts'
import { readDocument, saveDraft } from '../publishing/index.ts'
import { contentFrom, contentReason, relatedOf } from './create-draft.ts'
import { officerOf, ownDraft, tagOf } from './own-draft.ts'
import { readBody } from './read-body.ts'
import { refuseCall } from './refuse-call.ts'
import { viewDraft } from './view-draft.ts'
import { changedDraft } from './write-forms.ts'

/**
 * Saves the whole text of an own draft anew. A text that people have in hand is not taken from under them: it must come back to the
 * drafting table first.
 */
export async function changeDraft(call: Call): Promise<CallAnswer> {
  const { site } = call
  const form = readBody(call, changedDraft)
  const { own, whole } = await ownDraft(call)
  if (call.seen !== tagOf(whole)) throw new Problem('changed-meanwhile')
  if (whole.document.stage !== 'draft')
    throw refuseCall(call, [{ field: '', code: 'on-its-way', word: 'api.refused.on-its-way' }], 'refused')
  const related = await relatedOf(call, form.related)
  if (related.reasons.length > 0) throw refuseCall(call, related.reasons)
  const { id, currentVersion } = whole.document
  const outcome = await saveDraft(site, officerOf(call), id, currentVersion, contentFrom(form), related.ids)
  if (!outcome.ok) {
    if (outcome.refusals.some((one) => typeof one === 'object')) throw new Problem('changed-meanwhile')
    const told = outcome.refusals.filter((one) => typeof one === 'string')
    if (told.includes('released')) throw refuseCall(call, [{ field: '', code: 'released', word: 'publishing.error.released' }], 'refused')
    throw refuseCall(call, told.filter((one) => one !== 'released').map(contentReason))
  }
  const saved = await readDocument(site.database.read, id)
  if (saved === undefined) throw new Error(`document ${id} is not there`)
  return { body: await viewDraft(call, own, saved), tag: tagOf(saved) }
}
