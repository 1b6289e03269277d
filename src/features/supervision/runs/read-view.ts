import { addDays, type Day } from '../../../kernel/day.ts'
import type { Db } from '../../../platform/database/index.ts'
import { countTasksByMonth, listCategories, listMissedTasks, listOwedLines, sumTasksByLine, type OwedLine } from '../../catalogue/index.ts'
import {
  exists,
  isProfileOutdated,
  listUnitEvents,
  listUnits,
  missingFields,
  type Unit,
  type UnitEvent,
} from '../../organisations/index.ts'
import { countReleasedByMonth, findNewestRelease, listOutside, sumPublishedByLine, type PublishedLine } from '../../publishing/index.ts'
import { lookBackFrom } from '../detectors/rhythm.ts'
import type { Thresholds } from '../detectors/threshold.ts'
import { lineKey, type Outside, type SeenLine, type SeenUnit, type View } from '../detectors/view.ts'
import { listExcused } from '../reasons/queries.ts'
import { readTellingTexts } from './read-telling-texts.ts'

/** Asks the database the few questions that describe the city of a day to the detectors. */
export async function readView(db: Db, today: Day, thresholds: Thresholds): Promise<View> {
  const units = (await listUnits(db)).filter((unit) => exists(unit, today))
  const events = await listUnitEvents(db)
  const owed = await listOwedLines(db)
  const published = await sumPublishedByLine(db)
  const existing = new Set(units.map((unit) => unit.id))
  const from = lookBackFrom(today, thresholds)
  const tasks = await sumTasksByLine(db, today)
  return {
    today,
    units: units.map((unit) => seenUnit(unit, events)),
    lines: owed.filter((line) => existing.has(line.unitId) && isPromised(line, today)).map(seenLine),
    tasks: new Map(tasks.map((line) => [lineKey(line), line])),
    published: new Map(published.flatMap((line) => keyed(line))),
    missed: await listMissedTasks(db, today, addDays(today, -thresholds.late.listedDays)),
    outside: await readOutside(db, addDays(today, -thresholds.unasked.listedDays), owed, published, existing),
    months: await countTasksByMonth(db, from, addDays(today, -1)),
    released: new Map((await countReleasedByMonth(db, from)).map((one) => [`${one.unitId} ${one.month}`, one.n])),
    excused: new Set((await listExcused(db, today)).map(lineKey)),
    newestOn: await findNewestRelease(db),
    categories: await listCategories(db),
    texts: await readTellingTexts(db, existing),
  }
}

function seenUnit(unit: Unit, events: readonly UnitEvent[]): SeenUnit {
  const own = events.filter((event) => event.unitId === unit.id)
  const last = own.map((event) => event.happenedOn).sort().at(-1) // prettier-ignore
  return { ...unit, missing: missingFields(unit), outdatedOn: isProfileOutdated(unit, own) ? last : undefined }
}

function isPromised(line: OwedLine, today: Day): boolean {
  return line.mode === 'proactive' && line.sinceOn <= today && (line.untilOn === undefined || today <= line.untilOn)
}

function seenLine(line: OwedLine): SeenLine {
  const waitsForEvent = line.ruleKind === 'within' || line.ruleKind === 'at-once'
  return { ...line, waitsForEvent, isForStaff: line.audience === 'staff' }
}

function keyed(line: PublishedLine): [string, { newestOn: Day }][] {
  return line.dutyId === undefined ? [] : [[lineKey({ dutyId: line.dutyId, unitId: line.unitId }), { newestOn: line.newestOn }]]
}

/** Documents without a duty, and those under a duty that their unit does not owe, or that was over when they came out. */
async function readOutside(
  db: Db,
  from: Day,
  owed: readonly OwedLine[],
  published: readonly PublishedLine[],
  existing: ReadonlySet<number>,
): Promise<Outside[]> {
  const lines = new Map(owed.map((line) => [lineKey(line), line]))
  const doubtful = published.flatMap(({ dutyId, unitId, newestOn }) => {
    const line = dutyId === undefined ? undefined : lines.get(lineKey({ dutyId, unitId }))
    const isOwed = line !== undefined && (line.untilOn === undefined || newestOn <= line.untilOn)
    return dutyId === undefined || isOwed ? [] : [{ dutyId, unitId, untilOn: line?.untilOn }]
  })
  const ends = new Map(doubtful.map((line) => [lineKey(line), line.untilOn]))
  const documents = await listOutside(db, from, doubtful)
  return documents.filter(({ unitId, dutyId, publishedOn }) => {
    const end = dutyId === undefined ? undefined : ends.get(lineKey({ dutyId, unitId }))
    return existing.has(unitId) && (end === undefined || publishedOn > end)
  })
}
