import type { Call, CallAnswer } from '../../platform/http/api/call.ts'
import { moveLetter, readDeskCase, writeReply } from '../applications/index.ts'
import { replyText } from './case-forms.ts'
import { answerStanding, caseAt, refuseCase } from './own-case.ts'
import { officerOf } from './own-draft.ts'
import { readBody } from './read-body.ts'
import { submission } from './write-forms.ts'

/** Writes the reply, or writes it anew: hands that were put to an earlier text count no longer. */
export async function replyToCase(call: Call): Promise<CallAnswer> {
  const outcome = await writeReply(call.site, officerOf(call), caseAt(call), readBody(call, replyText))
  if (!outcome.ok) throw refuseCase(call, outcome.refusals, { 'title-missing': 'title', 'body-missing': 'body', 'body-too-long': 'body' })
  return answerStanding(call)
}

/** Hands the reply to the head of the unit. From there on people decide. */
export async function submitReply(call: Call): Promise<CallAnswer> {
  const { site } = call
  const { remark } = readBody(call, submission)
  const { reply } = await readDeskCase(site, site.database.read, call.params['ref'] ?? '')
  const request = { letterId: reply?.letter.id ?? 0, move: 'submit', remark }
  const outcome = await moveLetter(site, officerOf(call), caseAt(call), request)
  if (!outcome.ok) throw refuseCase(call, outcome.refusals, {})
  return answerStanding(call)
}
