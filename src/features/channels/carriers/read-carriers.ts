import { dayOf, type Day } from '../../../kernel/day.ts'
import { covers } from '../../../kernel/policy.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Site } from '../../../platform/site.ts'
import { listCategories } from '../../catalogue/index.ts'
import { listUnits, type Unit } from '../../organisations/index.ts'
import { listPublic } from '../../publishing/index.ts'
import { changeDueOn, type Kind, type Rhythm } from '../kind.ts'
import { kindOf, rhythmOf } from '../load-kinds.ts'
import { listLastChanges } from '../postings/queries.ts'
import { isInUse, type Carrier } from './carrier.ts'
import { listCarriers } from './queries.ts'

/** A carrier as lists show it: whose it is, when it changed last, and by when it must change again. */
export interface CarrierLine {
  carrier: Carrier
  unit: Unit
  kind: Kind | undefined
  rhythm: Rhythm | undefined
  isInUse: boolean
  changedOn?: Day
  dueOn?: Day
  isOverdue: boolean
  /** How many documents hang there now. */
  hanging: number
}

/** The carriers of the units under these paths. */
export async function readCarriers(site: Site, paths: readonly string[]): Promise<CarrierLine[]> {
  const db = site.database.read
  const units = new Map((await listUnits(db)).map((unit) => [unit.id, unit]))
  const changes = await listLastChanges(db)
  const lines: CarrierLine[] = []
  for (const carrier of await listCarriers(db)) {
    const unit = units.get(carrier.unitId)
    if (unit === undefined || !paths.some((path) => covers(path, unit.path))) continue
    const change = kindOf(carrier.kind)?.isScreen === true ? await lastOnScreen(db, carrier, unit) : changes.get(carrier.id)
    lines.push(lineOf(carrier, unit, change, site.today()))
  }
  return lines
}

function lineOf(carrier: Carrier, unit: Unit, change: { at: Date; hanging: number } | undefined, today: Day): CarrierLine {
  const rhythm = rhythmOf(carrier.rhythm)
  const used = isInUse(carrier, today)
  const changedOn = change && dayOf(change.at)
  const dueOn = used ? changeDueOn(rhythm, changedOn ?? carrier.sinceOn) : undefined
  return {
    ...{ carrier, unit, kind: kindOf(carrier.kind), rhythm, changedOn, dueOn, hanging: change?.hanging ?? 0 },
    isInUse: used,
    isOverdue: dueOn !== undefined && dueOn < today,
  }
}

/** A screen shows what is newest, so it changes with every release. */
async function lastOnScreen(db: Db, carrier: Carrier, unit: Unit): Promise<{ at: Date; hanging: number } | undefined> {
  const [newest] = await listPublic(db, { ...(await screenFilter(db, carrier, unit)), limit: 1 })
  return newest && { at: newest.publishedAt, hanging: 0 }
}

/** What a screen shows: its unit and all below it, in one category where it names one. */
export async function screenFilter(db: Db, carrier: Carrier, unit: Unit): Promise<{ unitPath: string; categoryPath?: string }> {
  const { categoryId } = carrier
  const category = categoryId === undefined ? undefined : (await listCategories(db)).find((one) => one.id === categoryId)
  return { unitPath: unit.path, ...(category === undefined ? {} : { categoryPath: category.path }) }
}
