import type { Site } from '../../../platform/site.ts'
import { yearOf, type Day } from '../../../kernel/day.ts'
import type { Unit } from '../../organisations/index.ts'
import { listKnown } from '../../publishing/index.ts'
import { publishBy } from '../annual/deadline.ts'
import { formOfYear } from '../annual/form.ts'
import { kindOfUnit } from '../annual/make-report.ts'
import { periodFrom } from '../figures/period.ts'
import { annualForms } from '../load-annual-forms.ts'
import { listReports } from '../making/queries.ts'
import { owesReport } from '../making/read-reports.ts'
import { proposeDay } from '../rounds/load-round-rules.ts'
import { listRounds } from '../rounds/queries.ts'
import { readRounds } from '../rounds/read-round.ts'
import type { RoundKind } from '../rounds/round.ts'

/** One deadline of the year, and where everybody stands against it. */
export interface DeadlineLine {
  /** `publish-…`: the law's day for publishing annual reports; else a round, or one that was not opened yet. */
  what: 'publish-department' | 'publish-government' | RoundKind
  period: string
  dueOn: Day
  /** Undefined for a round that was not opened. */
  roundId?: number | undefined
  all: number
  missing: readonly Unit[]
}

/** Every deadline of the running year for a unit and all below it, in the order of their days; `units`: all there are, also those that ended. */
export async function readDeadlines(site: Site, top: Unit, units: readonly Unit[]): Promise<DeadlineLine[]> {
  const year = yearOf(site.today())
  const below = units.filter(({ path }) => path.startsWith(top.path))
  const lines = [...(await readStatutory(site, below, year - 1)), ...(await readRoundLines(site, top, year))]
  return lines.toSorted((one, other) => one.dueOn.localeCompare(other.dueOn))
}

/** The law's days for publishing the annual reports of a year (OGI-2019 art. 49, 50): a report counts once its publication is public. */
async function readStatutory(site: Site, units: readonly Unit[], year: number): Promise<DeadlineLine[]> {
  const db = site.database.read
  const form = formOfYear(annualForms, year)
  if (form === undefined) return []
  const reports = await listReports(db, { unitIds: units.map(({ id }) => id), kind: 'annual', period: String(year) })
  const known = await listKnown(
    db,
    reports.flatMap(({ documentId }) => documentId ?? []),
  )
  const done = new Set(reports.flatMap(({ unitId, documentId }) => (known.get(documentId ?? 0)?.isPublic === true ? [unitId] : [])))
  return (['department', 'government'] as const).flatMap((kind) => {
    const dueOn = publishBy(form, year, kind)
    const all = units.filter((unit) => owesReport(unit, year) && kindOfUnit(unit) === kind)
    if (dueOn === undefined || all.length === 0) return []
    return [
      { what: `publish-${kind}` as const, period: String(year), dueOn, all: all.length, missing: all.filter(({ id }) => !done.has(id)) },
    ]
  })
}

/** Rounds due in a year, and those that are usual in it and were not opened. */
async function readRoundLines(site: Site, top: Unit, year: number): Promise<DeadlineLine[]> {
  const db = site.database.read
  const rounds = await listRounds(db, { openedFor: [top.id], dueFrom: `${year}-01-01`, dueUntil: `${year}-12-31` })
  const lines = (await readRounds(db, rounds)).map(({ round, lines: all, missing }) => ({
    ...{ what: round.kind, period: round.period, dueOn: round.dueOn, roundId: round.id, all: all.length },
    missing: missing.map(({ unit }) => unit),
  }))
  const usual = [`${year - 1}-Q4`, `${year}-Q1`, `${year}-Q2`, `${year}-Q3`, `${year - 1}-H2`, `${year}-H1`]
  const opened = new Set((await listRounds(db, { openedFor: [top.id] })).map(({ period }) => period))
  const waiting = usual.flatMap((code): DeadlineLine[] => {
    const period = periodFrom(code)
    const proposed = period && proposeDay(period)
    if (proposed === undefined || opened.has(code)) return []
    return [{ what: code.includes('Q') ? 'quarter' : 'half-year', period: code, dueOn: proposed.on, all: 0, missing: [] }]
  })
  return [...lines, ...waiting]
}
