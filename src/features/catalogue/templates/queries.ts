import type { Selectable } from 'kysely'
import { asDay, type Day } from '../../../kernel/day.ts'
import { using, type Db } from '../../../platform/database/index.ts'
import { isCode } from '../duty.ts'
import type { Tables } from '../tables.gen.ts'
import type { Columns, Edition, Template } from './template.ts'

/** A line of a template with everything it has said and will say. */
export interface Line {
  id: number
  templateId: number
  code: string
  /** Oldest first. */
  editions: Edition[]
}

export interface UnitAnswer {
  id: number
  editionId: number
  unitId: number
  kind: 'accepted' | 'comment'
  words: string
  givenOn: Day
}

export async function listTemplates(db: Db): Promise<Template[]> {
  const rows = await using<Tables>(db).selectFrom('catalogue.template').selectAll().orderBy('id').execute()
  return rows.map(asTemplate)
}

/** A template by its code; undefined for what cannot be one. */
export async function findTemplate(db: Db, code: string): Promise<Template | undefined> {
  if (!isCode(code)) return undefined
  const row = await using<Tables>(db).selectFrom('catalogue.template').selectAll().where('code', '=', code).executeTakeFirst()
  return row && asTemplate(row)
}

/** Adds a template. Undefined when somebody took its code a moment ago. */
export async function insertTemplate(db: Db, template: Omit<Template, 'id'>): Promise<Template | undefined> {
  const { code, unitId, nameZh, nameEn, issuerZh, issuerEn, kinds, levels } = template
  const row = await using<Tables>(db)
    .insertInto('catalogue.template')
    .values({ code, unit_id: unitId, name_zh: nameZh, name_en: nameEn, issuer_zh: issuerZh, issuer_en: issuerEn, kinds, levels })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returningAll()
    .executeTakeFirst()
  return row && asTemplate(row)
}

/** The lines of every template, or of one, or a single one, with their editions. */
export async function listLines(db: Db, only: { templateId?: number; lineId?: number } = {}): Promise<Line[]> {
  let lines = using<Tables>(db).selectFrom('catalogue.template_line').selectAll().orderBy('id')
  if (only.templateId !== undefined) lines = lines.where('template_id', '=', only.templateId)
  if (only.lineId !== undefined) lines = lines.where('id', '=', only.lineId)
  const rows = await lines.execute()
  if (rows.length === 0) return []
  const editions = await using<Tables>(db)
    .selectFrom('catalogue.edition')
    .selectAll()
    .where(
      'line_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    templateId: row.template_id,
    code: row.code,
    editions: editions.filter((one) => one.line_id === row.id).map(asEdition),
  }))
}

/** Holds a line until the transaction ends: its editions and the duties that follow from them change one after the other. */
export async function lockLine(db: Db, id: number): Promise<Line | undefined> {
  await using<Tables>(db).selectFrom('catalogue.template_line').select('id').where('id', '=', id).forNoKeyUpdate().execute()
  return (await listLines(db, { lineId: id }))[0]
}

/** Adds a line. Undefined when its code is taken, by a line of a template or by a duty. */
export async function insertLine(db: Db, templateId: number, code: string): Promise<number | undefined> {
  const row = await using<Tables>(db)
    .insertInto('catalogue.template_line')
    .values({ template_id: templateId, code })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export async function insertEdition(db: Db, edition: Omit<Edition, 'id'>): Promise<Edition> {
  const row = await using<Tables>(db)
    .insertInto('catalogue.edition')
    .values({
      line_id: edition.lineId,
      number: edition.number,
      takes_effect_on: edition.takesEffectOn,
      line: JSON.stringify(edition.columns),
      ends: edition.ends,
      reason: edition.reason,
      announced_on: edition.announcedOn,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return asEdition(row)
}

/** What units said to these editions, oldest first; all of them when none are named. */
export async function listAnswers(db: Db, editionIds?: readonly number[]): Promise<UnitAnswer[]> {
  if (editionIds?.length === 0) return []
  let query = using<Tables>(db).selectFrom('catalogue.answer').selectAll().orderBy('id')
  if (editionIds !== undefined) query = query.where('edition_id', 'in', editionIds)
  return (await query.execute()).map(asAnswer)
}

export async function insertAnswer(db: Db, answer: Omit<UnitAnswer, 'id'>): Promise<UnitAnswer> {
  const { editionId, unitId, kind, words, givenOn } = answer
  const row = await using<Tables>(db)
    .insertInto('catalogue.answer')
    .values({ edition_id: editionId, unit_id: unitId, kind, words, given_on: givenOn })
    .returningAll()
    .executeTakeFirstOrThrow()
  return asAnswer(row)
}

/** The duties that units inherit from a line: the one that they share, and those of units that ask more of themselves. */
export async function listDutyIdsOfLine(db: Db, lineId: number): Promise<number[]> {
  const rows = await using<Tables>(db).selectFrom('catalogue.duty').select('id').where('line_id', '=', lineId).orderBy('id').execute()
  return rows.map((row) => row.id)
}

/** The day on which the last task that is laid out for a unit opens; undefined where there is none. */
export async function findLastOpening(db: Db, dutyId: number, unitId: number): Promise<Day | undefined> {
  const row = await using<Tables>(db)
    .selectFrom('catalogue.task')
    .select((query) => query.fn.max('opens_on').as('last'))
    .where('duty_id', '=', dutyId)
    .where('unit_id', '=', unitId)
    .executeTakeFirst()
  return row === undefined || row.last === null ? undefined : asDay(row.last)
}

/** A duty says from which line above it comes and which edition of it it holds. */
export async function tieDuty(db: Db, dutyId: number, lineId: number, editionId: number): Promise<void> {
  await using<Tables>(db).updateTable('catalogue.duty').set({ line_id: lineId, edition_id: editionId }).where('id', '=', dutyId).execute()
}

function asTemplate(row: Selectable<Tables['catalogue.template']>): Template {
  return {
    id: row.id,
    code: row.code,
    unitId: row.unit_id,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    issuerZh: row.issuer_zh,
    issuerEn: row.issuer_en,
    kinds: row.kinds,
    levels: row.levels,
  }
}

function asEdition(row: Selectable<Tables['catalogue.edition']>): Edition {
  return {
    id: row.id,
    lineId: row.line_id,
    number: row.number,
    takesEffectOn: asDay(row.takes_effect_on),
    columns: row.line as Columns,
    ends: row.ends,
    reason: row.reason,
    announcedOn: asDay(row.announced_on),
  }
}

function asAnswer(row: Selectable<Tables['catalogue.answer']>): UnitAnswer {
  return {
    id: row.id,
    editionId: row.edition_id,
    unitId: row.unit_id,
    kind: row.kind as UnitAnswer['kind'],
    words: row.words,
    givenOn: asDay(row.given_on),
  }
}
