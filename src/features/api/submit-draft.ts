import type { Call, CallAnswer } from '../../platform/http/api/call.ts'
import { Problem } from '../../platform/http/api/problem.ts'
import { moveDocument, readDocument } from '../publishing/index.ts'
import { officerOf, ownDraft, tagOf } from './own-draft.ts'
import { readBody } from './read-body.ts'
import { refuseCall } from './refuse-call.ts'
import { viewDraft } from './view-draft.ts'
import { submission } from './write-forms.ts'

/** Hands an own draft to the head of its unit. From there on people decide: no token reviews, clears or signs. */
export async function submitDraft(call: Call): Promise<CallAnswer> {
  const { site } = call
  const { remark } = readBody(call, submission)
  const { own, whole } = await ownDraft(call)
  if (call.seen !== tagOf(whole)) throw new Problem('changed-meanwhile')
  const { id, currentVersion } = whole.document
  const request = { move: 'submit', version: currentVersion, seen: whole.contentHash, remark } as const
  const outcome = await moveDocument(site, officerOf(call), id, request)
  if (!outcome.ok) {
    if (outcome.refusals.includes('read-another-version')) throw new Problem('changed-meanwhile')
    const reasons = outcome.refusals.map((code) => ({ field: '', code, word: `publishing.obstacle.${code}` as const }))
    throw refuseCall(call, reasons, 'refused')
  }
  const moved = await readDocument(site.database.read, id)
  if (moved === undefined) throw new Error(`document ${id} is not there`)
  return { body: await viewDraft(call, own, moved), tag: tagOf(moved) }
}
