import { addDays } from '../../../kernel/day.ts'
import type { Db } from '../../../platform/database/index.ts'
import { enqueue } from '../../../platform/jobs/index.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { exists, listUnits, type Unit } from '../../organisations/index.ts'
import { findDuty, insertDuty, listDuties, lockDuty, saveDuty, saveOwingUnits, type StoredDuty } from '../queries.ts'
import { listOwing } from '../queries-tasks.ts'
import { comesRoundAlike } from '../rule.ts'
import { dutyContent, dutySubject } from '../subject.ts'
import { mergedLine } from './inheritance.ts'
import { listDutyIdsOfLine, listLines, listTemplates, lockLine, tieDuty, type Line } from './queries.ts'
import { columnsOf } from './subject.ts'
import { editionOn, inherits, type Edition, type Template } from './template.ts'

/**
 * What was announced for today or earlier takes effect in every unit that inherits, and units that are new under a template owe its
 * lines. Runs every hour and after each announcement; what holds already stays as it is. Gives the number of lines that changed.
 */
export async function takeEffect(site: Site): Promise<number> {
  const { read } = site.database
  const [templates, lines, units, duties] = await Promise.all([listTemplates(read), listLines(read), listUnits(read), listDuties(read)])
  let changed = 0
  for (const line of lines) {
    const template = templates.find((one) => one.id === line.templateId)
    const heirs = template === undefined ? [] : heirsOf(site, template, units)
    const held = duties.filter((duty) => duty.above?.lineId === line.id)
    if (!isBehind(line, editionOn(line.editions, site.today()), held, heirs)) continue
    try {
      changed += await site.database.transaction((db) => settleLine(site, db, line.id, heirs))
    } catch (fault) {
      // One line that cannot take effect must not stop those after it.
      site.log({ level: 'error', what: 'take-effect', line: line.code, fault: String(fault) })
    }
  }
  return changed
}

function heirsOf(site: Site, template: Template, units: readonly Unit[]): Unit[] {
  const above = units.find((unit) => unit.id === template.unitId)?.path ?? '?'
  return units.filter((unit) => exists(unit, site.today()) && inherits(template, above, unit))
}

/** Is there anything that some unit does not hold yet? Asked before anything is locked. */
function isBehind(line: Line, edition: Edition | undefined, held: readonly StoredDuty[], heirs: readonly Unit[]): boolean {
  if (edition === undefined) return false
  if (held.some((duty) => numberOf(line, duty) < edition.number)) return true
  const owing = held.flatMap((duty) => duty.unitIds)
  return !edition.ends && heirs.some((unit) => !owing.includes(unit.id))
}

function numberOf(line: Line, duty: StoredDuty): number {
  return line.editions.find((one) => one.id === duty.above?.editionId)?.number ?? 0
}

async function settleLine(site: Site, db: Db, lineId: number, heirs: readonly Unit[]): Promise<number> {
  const line = await lockLine(db, lineId)
  const edition = line && editionOn(line.editions, site.today())
  if (line === undefined || edition === undefined) return 0
  const held: StoredDuty[] = []
  for (const id of await listDutyIdsOfLine(db, lineId)) held.push(...[await lockDuty(db, id)].filter((duty) => duty !== undefined))
  for (const duty of held) if (numberOf(line, duty) < edition.number) await hold(site, db, line, edition, duty)
  if (!edition.ends) await share(site, db, line, edition, held, heirs)
  await enqueue(db, 'catalogue.plan-tasks', {}, { key: 'all', runAt: site.now() })
  return 1
}

/** A duty takes on the edition that is in force. */
async function hold(site: Site, db: Db, line: Line, edition: Edition, duty: StoredDuty): Promise<void> {
  const before = line.editions.find((one) => one.id === duty.above?.editionId)?.columns ?? edition.columns
  const isShared = duty.code === line.code
  const columns = isShared ? edition.columns : mergedLine(columnsOf(duty), before, edition.columns, site.houseRules.atOnce)
  await saveDuty(db, { ...duty, ...columns, untilOn: edition.ends ? addDays(edition.takesEffectOn, -1) : undefined })
  await tieDuty(db, duty.id, line.id, edition.id)
  await saveOwingUnits(db, duty.id, duty.unitIds, site.today(), !comesRoundAlike(duty.rule, columns.rule))
  await tell(site, db, 'catalogue.take-effect', duty.id)
}

/** Whoever inherits and has no line of its own owes the shared one. */
async function share(site: Site, db: Db, line: Line, edition: Edition, held: readonly StoredDuty[], heirs: readonly Unit[]): Promise<void> {
  const shared = held.find((duty) => duty.code === line.code)
  const own = held.filter((duty) => duty !== shared).flatMap((duty) => duty.unitIds)
  const owing = [...new Set([...(shared?.unitIds ?? []), ...heirs.map((unit) => unit.id)])].filter((id) => !own.includes(id))
  if (owing.length === (shared?.unitIds.length ?? 0)) return
  const id = shared?.id ?? (await insertDuty(db, { ...edition.columns, code: line.code, sinceOn: edition.takesEffectOn, position: 0 }))
  if (id === undefined) throw new Error(`the code ${line.code} is taken`)
  if (shared === undefined) await tieDuty(db, id, line.id, edition.id)
  await saveOwingUnits(db, id, owing, shared === undefined ? edition.takesEffectOn : site.today(), false)
  await tell(site, db, 'catalogue.inherit', id)
}

async function tell(site: Site, db: Db, act: string, id: number): Promise<void> {
  const duty = await findDuty(db, id)
  if (duty === undefined) throw new Error(`${dutySubject(id)} is gone`)
  await record(db, { at: site.now(), actor: 'system', act, subject: dutySubject(id), content: dutyContent(duty, await listOwing(db, id)) })
}
