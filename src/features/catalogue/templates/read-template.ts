import { NotFound } from '../../../kernel/faults.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Ask } from '../../../platform/http/route.ts'
import { exists, listUnits, type Unit } from '../../organisations/index.ts'
import { findTemplate, listLines, listTemplates } from './queries.ts'
import { inherits, type Template } from './template.ts'

/** The template in the address, with the unit that keeps it and those that inherit it today. */
export async function readTemplate(ask: Ask): Promise<{ template: Template; keeper: Unit; heirs: Unit[]; units: Unit[] }> {
  const { read } = ask.site.database
  const code = ask.params['code'] ?? ''
  const [template, units] = await Promise.all([findTemplate(read, code), listUnits(read)])
  const keeper = units.find((unit) => unit.id === template?.unitId)
  if (template === undefined || keeper === undefined) throw new NotFound(`template ${code}`)
  return { template, keeper, units, heirs: heirsAmong(ask, template, units) }
}

/** The units of today that inherit a template. */
export function heirsAmong(ask: Ask, template: Template, units: readonly Unit[]): Unit[] {
  const above = units.find((unit) => unit.id === template.unitId)?.path ?? '?'
  return units.filter((unit) => exists(unit, ask.reader.today) && inherits(template, above, unit))
}

/** For the edge: the path of the unit that keeps the template in the address. */
export async function pathOfTemplate(ask: Ask): Promise<string | undefined> {
  const template = await findTemplate(ask.site.database.read, ask.params['code'] ?? '')
  return template && (await listUnits(ask.site.database.read)).find((unit) => unit.id === template.unitId)?.path
}

/** From which template each inherited line comes, by the line's id. */
export async function readOrigins(db: Db): Promise<Map<number, Template>> {
  const [templates, lines] = await Promise.all([listTemplates(db), listLines(db)])
  return new Map(lines.flatMap((line) => templates.filter((one) => one.id === line.templateId).map((one) => [line.id, one] as const)))
}
