import type { z } from 'zod'
import { covers, inReach } from '../../kernel/policy.ts'
import type { Call, CallAnswer } from '../../platform/http/api/call.ts'
import { listUnits, type Unit } from '../organisations/index.ts'
import { askedEntry, enterNumber, fieldOfEntry, listEntries, periodFrom, periodWith, strikeFigure, type Entry } from '../reports/index.ts'
import { officerOf } from './own-draft.ts'
import { viewUnit } from './own-report.ts'
import { readBody, readParameters } from './read-body.ts'
import { refuseCall, type Reason } from './refuse-call.ts'
import { entriesQuery, newEntry, nothing } from './report-forms.ts'
import type { entry as entryForm } from './report-give-forms.ts'

/** Numbers by hand of the units in reach over a period, in the order in which they were entered. */
export async function readEntries(call: Call): Promise<CallAnswer> {
  const { site, query } = call
  const { unit, figure, period, struck, after = '', limit } = readParameters(call, entriesQuery, query)
  const { from, until } = periodFrom(period ?? '') ?? periodWith('year', site.today())
  const units = (await unitsInReach(call)).filter(({ code }) => unit === undefined || code === unit)
  const found = await listEntries(site.database.read, {
    ...{ unitIds: units.map(({ id }) => id), from, until, after: /^[1-9]\d{0,14}$/.test(after) ? Number(after) : 0, limit: limit + 1 },
    ...(figure === undefined ? {} : { figures: [figure] }),
    ...(struck === undefined ? {} : { withStruck: true }),
  })
  const part = found.slice(0, limit)
  const last = found.length > limit ? part.at(-1) : undefined
  const next = last && `${site.config.baseUrl}/api/v1/desk/figures?${new URLSearchParams({ ...query, after: String(last.id) })}`
  return { body: { items: part.map((entry) => viewEntry(units, entry)), next: next ?? null }, next }
}

/** Enters a number that no record shows. What stood for the same unit, figure and period is struck and stays to be read. */
export async function enterFigure(call: Call): Promise<CallAnswer> {
  const { value, ...number } = readBody(call, newEntry)
  const outcome = await enterNumber(call.site, officerOf(call), { ...number, value: String(value) })
  if (outcome.ok) return { status: 201, body: viewEntry(await unitsInReach(call), outcome.value) }
  throw refuseCall(
    call,
    outcome.refusals.map((code): Reason => {
      if (code === 'unit-missing') return { field: 'unit', code: 'unit-unknown', word: 'api.refused.unit-unknown' }
      return { field: fieldOfEntry[code], code, word: `account.refused.${code}` }
    }),
  )
}

/** Strikes a number: it counts no longer, and stays to be read. */
export async function strikeEntry(call: Call): Promise<CallAnswer> {
  readBody(call, nothing)
  const { id } = await askedEntry(call)
  await strikeFigure(call.site, officerOf(call), id)
  return { body: viewEntry(await unitsInReach(call), await askedEntry(call)) }
}

async function unitsInReach({ site, caller }: Call): Promise<Unit[]> {
  const units = inReach(await listUnits(site.database.read), 'figures.enter', caller.posts)
  return units.filter(({ path }) => covers(caller.unitPath, path))
}

function viewEntry(units: readonly Unit[], entry: Entry): z.infer<typeof entryForm> {
  const { id, unitId, figure, from, until, value, isAtLeast, evidence, enteredAt, struckAt } = entry
  const unit = units.find((one) => one.id === unitId)
  if (unit === undefined) throw new Error(`entry ${id} is out of reach`)
  return {
    ...{ id, unit: viewUnit(unit), figure, from, until, value, isAtLeast, evidence },
    ...{ enteredAt: enteredAt.toISOString(), struckAt: struckAt?.toISOString() ?? null },
  }
}
