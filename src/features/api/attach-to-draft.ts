import { createHash } from 'node:crypto'
import type { Call, CallAnswer } from '../../platform/http/api/call.ts'
import { Problem } from '../../platform/http/api/problem.ts'
import { attachFile, readDocument } from '../publishing/index.ts'
import { officerOf, ownDraft, tagOf } from './own-draft.ts'
import { readParameters } from './read-body.ts'
import { refuseCall } from './refuse-call.ts'
import { viewFile } from './view-draft.ts'
import { fileQuery } from './write-forms.ts'

/** Adds a file to an own draft. Its bytes must be those whose digest came along: a cut or mended transfer is refused. */
export async function attachToDraft(call: Call): Promise<CallAnswer> {
  const { site, bytes } = call
  const { name } = readParameters(call, fileQuery, call.query)
  mustFit(call.header('content-digest'), bytes)
  const { whole } = await ownDraft(call)
  const { id } = whole.document
  const outcome = await attachFile(site, officerOf(call), id, { name, mediaType: call.mediaType, bytes })
  if (!outcome.ok) {
    const reasons = outcome.refusals.map((code) => ({
      field: 'name',
      code,
      word: `publishing.files.refused.${code}` as const,
      params: { name },
    }))
    throw refuseCall(call, reasons, outcome.refusals.includes('not-a-draft') ? 'refused' : 'form-wrong')
  }
  const saved = await readDocument(site.database.read, id)
  const file = saved?.files.at(-1)
  if (saved === undefined || file === undefined) throw new Error(`document ${id} has no file`)
  return { status: 201, body: viewFile(file), tag: tagOf(saved) }
}

/** `Content-Digest: sha-256=:<base64>:` (RFC 9530). */
function mustFit(header: string, bytes: Buffer): void {
  const given = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):/.exec(header)?.[1]
  if (given === undefined || given !== createHash('sha256').update(bytes).digest('base64')) throw new Problem('digest-wrong')
}
