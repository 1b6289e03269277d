import type { z } from 'zod'
import { asDay, isDay } from '../../kernel/day.ts'
import { covers } from '../../kernel/policy.ts'
import type { Call, CallAnswer } from '../../platform/http/api/call.ts'
import { findDuty, findDutyByCode, listTasks, registerMatter, stateOf, type StoredTask } from '../catalogue/index.ts'
import { findUnit, findUnitByCode, listUnitIdsUnder } from '../organisations/index.ts'
import type { taskLine } from './give-forms.ts'
import { actorOf } from './own-draft.ts'
import { readBody, readParameters } from './read-body.ts'
import { refuseCall, type Reason } from './refuse-call.ts'
import { newMatter, pageOf } from './write-forms.ts'

/** The open tasks of the units in reach, the first due first. */
export async function readTasks(call: Call): Promise<CallAnswer> {
  const { site, caller } = call
  const { after = '', limit } = readParameters(call, pageOf, call.query)
  const db = site.database.read
  const tasks = await listTasks(db, {
    unitIds: await listUnitIdsUnder(db, [caller.unitPath]),
    isOpen: true,
    opensUntil: site.today(),
    after: placeIn(after),
    limit: limit + 1,
  })
  const items = []
  for (const task of tasks.slice(0, limit)) items.push(await viewTask(call, task))
  const last = tasks.length > limit ? items.at(-1) : undefined
  const place = last && new URLSearchParams({ after: `${last.dueOn}.${last.id}`, limit: String(limit) })
  const next = place && `${site.config.baseUrl}/api/v1/tasks?${place}`
  return { body: { items, next: next ?? null }, next }
}

/** Tells that something was formed, from which the clock of a duty runs. */
export async function registerTask(call: Call): Promise<CallAnswer> {
  const { site, caller } = call
  const form = readBody(call, newMatter)
  const [duty, unit] = [await findDutyByCode(site.database.read, form.duty), await findUnitByCode(site.database.read, form.unit)]
  const reasons: Reason[] = []
  if (duty === undefined) reasons.push({ field: 'duty', code: 'duty-unknown', word: 'api.refused.duty-unknown' })
  if (unit === undefined || !covers(caller.unitPath, unit.path))
    reasons.push({ field: 'unit', code: 'unit-unknown', word: 'api.refused.unit-unknown' })
  if (duty === undefined || unit === undefined || reasons.length > 0) throw refuseCall(call, reasons)
  const matter = { dutyId: duty.id, unitId: unit.id, matter: form.matter, formedOn: asDay(form.formedOn) }
  const outcome = await registerMatter(site, actorOf(call), matter)
  if (outcome.ok) return { status: 201, body: await viewTask(call, outcome.value) }
  throw refuseCall(
    call,
    [...new Set(outcome.refusals)].map((code) => ({ field: places[code], code, word: `catalogue.refused.matter.${code}` })),
  )
}

const places = {
  'matter-missing': 'matter',
  'registered-already': 'matter',
  'formed-in-future': 'formedOn',
  'formed-missing': 'formedOn',
  'not-in-force': 'formedOn',
  'not-owed': 'unit',
  'comes-round': 'duty',
} as const

async function viewTask({ site }: Call, task: StoredTask): Promise<z.infer<typeof taskLine>> {
  const [duty, unit] = [await findDuty(site.database.read, task.dutyId), await findUnit(site.database.read, task.unitId)]
  const { id, period, matter, opensOn, dueOn, isProvisional } = task
  return {
    ...{ id, period, matter, opensOn, dueOn, isProvisional, formedOn: task.formedOn ?? null },
    duty: { code: duty?.code ?? '', titleZh: duty?.titleZh ?? '', titleEn: duty?.titleEn ?? '' },
    unit: { code: unit?.code ?? '', nameZh: unit?.nameZh ?? '', nameEn: unit?.nameEn ?? '' },
    state: stateOf(task, site.today(), site.houseRules.dueSoonWorkingDays, site.calendar),
  }
}

function placeIn(text: string) {
  const [day = '', id = ''] = text.split('.')
  return isDay(day) && /^[1-9]\d{0,14}$/.test(id) ? { dueOn: day, id: Number(id) } : undefined
}
