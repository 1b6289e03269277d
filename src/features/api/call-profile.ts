import { NotFound } from '../../kernel/faults.ts'
import type { Call, CallAnswer } from '../../platform/http/api/call.ts'
import { Problem } from '../../platform/http/api/problem.ts'
import { changeProfile, findUnitByCode, profileKeys, type Unit } from '../organisations/index.ts'
import { actorOf } from './own-draft.ts'
import { readBody } from './read-body.ts'
import { refuseCall } from './refuse-call.ts'
import { profileForm } from './write-forms.ts'

/** For the edge: the path of the unit in the address. */
export async function pathOfUnit(call: Call): Promise<string | undefined> {
  return (await findUnitByCode(call.site.database.read, call.params['code'] ?? ''))?.path
}

/** A unit's profile with the validator that a change must bring along. */
export async function readProfile(call: Call): Promise<CallAnswer> {
  return answerOf(await unitOf(call))
}

/** Saves a unit's profile whole. */
export async function saveProfile(call: Call): Promise<CallAnswer> {
  const form = readBody(call, profileForm)
  const unit = await unitOf(call)
  if (call.seen !== tagOf(unit)) throw new Problem('changed-meanwhile')
  const outcome = await changeProfile(call.site, actorOf(call), unit.id, unit.version, form)
  if (outcome.ok) return answerOf(outcome.value)
  if (outcome.refusals.some((one) => typeof one === 'object')) throw new Problem('changed-meanwhile')
  const told = outcome.refusals.filter((one) => typeof one === 'string')
  throw refuseCall(
    call,
    told.map((code) => ({ field: places[code] ?? '', code, word: `organisations.refused.${code}` })),
  )
}

const places: Partial<Record<string, string>> = { 'email-wrong': 'email', 'web-wrong': 'web', 'telephone-wrong': 'telephone' }

async function unitOf(call: Call): Promise<Unit> {
  const unit = await findUnitByCode(call.site.database.read, call.params['code'] ?? '')
  if (unit === undefined) throw new NotFound(`unit ${call.params['code']}`)
  return unit
}

function answerOf(unit: Unit): CallAnswer {
  const texts = Object.fromEntries(profileKeys.map((key) => [key, unit[key]]))
  return { body: { code: unit.code, ...texts, profileOn: unit.profileOn }, tag: tagOf(unit) }
}

const tagOf = (unit: Unit): string => `v${unit.version}`
