import type { Call, CallAnswer } from '../../platform/http/api/call.ts'
import { attachFile, readDocument } from '../publishing/index.ts'
import { mustFit } from './must-fit.ts'
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
