import { asDay } from '../../kernel/day.ts'
import { covers } from '../../kernel/policy.ts'
import type { Call, CallAnswer } from '../../platform/http/api/call.ts'
import { findStatute, layDownDuty, listCategories, statuteInWords, type LayDownRefusal } from '../catalogue/index.ts'
import { findUnitByCode } from '../organisations/index.ts'
import { actorOf } from './own-draft.ts'
import { readBody } from './read-body.ts'
import { refuseCall, type Reason } from './refuse-call.ts'
import { newDuty } from './write-forms.ts'

/** Lays down a line of the catalogue that units in reach owe. */
export async function addLine(call: Call): Promise<CallAnswer> {
  const { site, caller } = call
  const { category, units, sinceOn, untilOn, ...rest } = readBody(call, newDuty)
  const db = site.database.read
  const reasons: Reason[] = []
  const unitIds: number[] = []
  for (const [at, code] of units.entries()) {
    const unit = await findUnitByCode(db, code)
    if (unit !== undefined && covers(caller.unitPath, unit.path)) unitIds.push(unit.id)
    else reasons.push({ field: `units.${at}`, code: 'unit-unknown', word: 'api.refused.unit-unknown' })
  }
  if (reasons.length > 0) throw refuseCall(call, reasons)
  const categoryId = (await listCategories(db)).find((one) => one.code === category)?.id ?? 0
  const duty = { ...rest, sinceOn: asDay(sinceOn), untilOn: untilOn === undefined ? undefined : asDay(untilOn) }
  const outcome = await layDownDuty(site, actorOf(call), { duty, categoryId, unitIds })
  if (!outcome.ok) {
    throw refuseCall(
      call,
      outcome.refusals.filter((one) => one !== 'edited-meanwhile').map((one) => reasonOf(call, one)),
    )
  }
  const { code } = outcome.value
  return {
    status: 201,
    body: { code, api: `${site.config.baseUrl}/api/v1/duties/${code}` },
    location: `${site.config.baseUrl}/api/v1/duties/${code}`,
  }
}

const places = {
  'title-missing': 'titleZh',
  'basis-missing': 'basisZh',
  'channel-missing': 'channels',
  'level-missing': 'levels',
  'looser-than-statute': 'rule',
  'days-wrong': 'rule',
  'date-wrong': 'rule',
  'ends-before-start': 'untilOn',
  'code-wrong': 'code',
  'code-taken': 'code',
  'category-missing': 'category',
  'nobody-owes': 'units',
  'laid-down-above': 'code',
} as const satisfies Record<Exclude<LayDownRefusal, 'edited-meanwhile'>, string>

function reasonOf(call: Call, code: keyof typeof places): Reason {
  const { edition } = findStatute(call.site, call.site.today())
  return { field: places[code], code, word: `catalogue.refused.${code}`, params: { statute: statuteInWords(call, edition) } }
}
