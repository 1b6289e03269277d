import type { Call, CallAnswer } from '../../platform/http/api/call.ts'
import { readDocument } from '../publishing/index.ts'
import { ownDraft, tagOf } from './own-draft.ts'
import { listDrafts } from './queries.ts'
import { readParameters } from './read-body.ts'
import { viewDraft, viewLine } from './view-draft.ts'
import { pageOf } from './write-forms.ts'

/** The drafts that this system began, the newest first. */
export async function readDrafts(call: Call): Promise<CallAnswer> {
  const { site, caller } = call
  const { after = '', limit } = readParameters(call, pageOf, call.query)
  const before = /^[1-9]\d{0,14}$/.test(after) ? Number(after) : undefined
  const drafts = await listDrafts(site.database.read, caller.systemId, before, limit + 1)
  const items = []
  for (const own of drafts.slice(0, limit)) {
    const whole = await readDocument(site.database.read, own.documentId)
    if (whole !== undefined) items.push(await viewLine(call, own, whole))
  }
  const last = drafts.length > limit ? items.at(-1) : undefined
  const next = last && `${site.config.baseUrl}/api/v1/drafts?${new URLSearchParams({ after: String(last.id), limit: String(limit) })}`
  return { body: { items, next: next ?? null }, next }
}

/** One of them, whole. */
export async function readDraft(call: Call): Promise<CallAnswer> {
  const { own, whole } = await ownDraft(call)
  return { body: await viewDraft(call, own, whole), tag: tagOf(whole) }
}
