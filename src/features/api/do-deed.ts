import { NotFound } from '../../kernel/faults.ts'
import type { Call, CallAnswer } from '../../platform/http/api/call.ts'
import { Problem } from '../../platform/http/api/problem.ts'
import { allDeeds, readCase } from '../applications/index.ts'
import { officerMay } from '../publishing/index.ts'
import { formOfDeed, isForSystems, typedFrom } from './deed-fields.ts'
import { answerStanding, caseAt, refuseCase } from './own-case.ts'
import { officerOf } from './own-draft.ts'
import { readBody } from './read-body.ts'

/** Does one of the deeds of the desk. Throws NotFound for a verb that nobody has, and refuses one that is for people. */
export async function doDeed(call: Call): Promise<CallAnswer> {
  const { site, params } = call
  const deed = allDeeds.find((one) => one.verb === params['verb'])
  if (deed === undefined) throw new NotFound(`deed ${params['verb']}`)
  const officer = officerOf(call)
  const view = await readCase(site, site.database.read, params['ref'] ?? '')
  if (!isForSystems(deed) || !officerMay(officer, deed.policy, view.unit.path)) throw new Problem('right-missing')
  const body = readBody(call, formOfDeed(await deed.fields(view, site, call.lang), site.houseRules.files.most))
  const outcome = await deed.act(site, officer, caseAt(call), typedFrom(body))
  if (!outcome.ok) throw refuseCase(call, outcome.refusals, deed.fieldOf ?? {})
  return answerStanding(call)
}
