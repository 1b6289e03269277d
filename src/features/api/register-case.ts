import { asDay } from '../../kernel/day.ts'
import { covers } from '../../kernel/policy.ts'
import type { Call, CallAnswer } from '../../platform/http/api/call.ts'
import { Problem } from '../../platform/http/api/problem.ts'
import { fieldOfRefusal, findByForm, registerApplication } from '../applications/index.ts'
import { findUnitByCode } from '../organisations/index.ts'
import { newCase } from './case-forms.ts'
import { filesFrom } from './deed-fields.ts'
import { answerStanding, onceOf, refuseCase } from './own-case.ts'
import { officerOf } from './own-draft.ts'
import { readBody } from './read-body.ts'
import { refuseCall } from './refuse-call.ts'

/**
 * Enters a request that came on paper, by fax, by mail, by telephone or to the counter. The query code stands in this answer and nowhere
 * else: the same request again is answered with the number alone, also when its answer is no longer kept.
 */
export async function registerCase(call: Call): Promise<CallAnswer> {
  const { site, caller } = call
  const { unit: code, applicant, channel, arrivedOn, confirmedOn, files, ...wish } = readBody(call, newCase)
  const unit = await findUnitByCode(site.database.read, code)
  if (unit === undefined || !covers(caller.unitPath, unit.path))
    throw refuseCall(call, [{ field: 'unit', code: 'unit-unknown', word: 'api.refused.unit-unknown' }])
  const formKey = onceOf(call)
  const outcome = await registerApplication(site, officerOf(call), {
    ...{ unit: code, wish, applicant, formKey, files: filesFrom(files) },
    arrival: { channel, arrivedOn: asDay(arrivedOn), ...(confirmedOn === undefined ? {} : { confirmedOn: asDay(confirmedOn) }) },
  })
  if (outcome.ok) return answerRegistered(call, outcome.value.ref, outcome.value.code)
  if (outcome.refusals.includes('key-used')) throw new Problem('key-reused')
  if (!outcome.refusals.includes('sent-before')) throw refuseCase(call, outcome.refusals, fieldsInBody)
  const before = await findByForm(site.database.read, formKey)
  if (before === undefined) throw new Error('a request was sent before, and yet is nowhere')
  return answerRegistered(call, before.ref, undefined)
}

async function answerRegistered(call: Call, ref: string, code: string | undefined): Promise<CallAnswer> {
  const { body, tag } = await answerStanding(call, ref)
  return {
    ...{ status: 201, tag, location: body.api },
    body: { ...body, code: null, follow: `${call.site.config.baseUrl}/track` },
    ...(code === undefined ? {} : { shownOnce: { code } }),
  }
}

/** Where the fields of the form at the desk stand in the body. */
const places: Record<string, string> = {
  ...{ applicantKind: 'applicant.kind', proof: 'files', item: 'items' },
  ...Object.fromEntries(
    (
      ['name', 'identityKind', 'identityNumber', 'phone', 'email', 'address', 'contactName', 'agentName', 'agentIdentityNumber'] as const
    ).map((name) => [name, `applicant.${name}`]),
  ),
}

const fieldsInBody = Object.fromEntries(Object.entries(fieldOfRefusal).map(([refusal, field]) => [refusal, places[field] ?? field]))
