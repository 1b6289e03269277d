import type { Day } from '../../../kernel/day.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { isCode, type Duty, type DutyRefusal } from '../duty.ts'

/** A catalogue that a superior lays down for the units below it (目录模板): each of them inherits its lines. */
export interface Template {
  id: number
  code: string
  /** Who keeps it; the units below inherit. */
  unitId: number
  nameZh: string
  nameEn: string
  /** Who laid it down: the unit that keeps it, or whoever stands above it, such as the province. */
  issuerZh: string
  issuerEn: string
  kinds: string[]
  /** Only units of these levels; empty: of every level. */
  levels: string[]
}

/** Every column of a line that goes down to those who inherit it. */
export type Columns = Omit<Duty, 'code' | 'sinceOn' | 'untilOn'> & { categoryId: number }

/** What a line says from a day on; a change above is a new edition. */
export interface Edition {
  id: number
  lineId: number
  /** 1, 2, 3 … of its line. */
  number: number
  takesEffectOn: Day
  columns: Columns
  /** From its day on the line is no longer asked for. */
  ends: boolean
  reason: string
  announcedOn: Day
}

interface Place {
  id: number
  path: string
  kind: string
  level: string
}

/** Does a unit inherit this template: is it below the unit that keeps it, of a kind and a level that it names? `above`: that unit's path. */
export function inherits(template: Pick<Template, 'kinds' | 'levels' | 'unitId'>, above: string, unit: Place): boolean {
  if (unit.id !== template.unitId && !unit.path.startsWith(above)) return false
  return template.kinds.includes(unit.kind) && (template.levels.length === 0 || template.levels.includes(unit.level))
}

/** The edition in force on a day: the last that has taken effect. Undefined before the first. */
export function editionOn(editions: readonly Edition[], day: Day): Edition | undefined {
  return newestFirst(editions).find((edition) => edition.takesEffectOn <= day)
}

/** What is announced and has not taken effect by a day, the earliest first. */
export function pendingOn(editions: readonly Edition[], day: Day): Edition[] {
  return newestFirst(editions)
    .filter((edition) => edition.takesEffectOn > day)
    .reverse()
}

function newestFirst(editions: readonly Edition[]): Edition[] {
  return editions.toSorted((one, other) => other.number - one.number)
}

export type TemplateRefusal = 'name-missing' | 'code-wrong' | 'code-taken' | 'issuer-missing' | 'kinds-missing'

/** May this template be laid down? */
export function soundTemplate(template: Omit<Template, 'id'>, isTaken: boolean): Outcome<Omit<Template, 'id'>, TemplateRefusal> {
  const refusals: TemplateRefusal[] = []
  if (template.nameZh.trim() === '' || template.nameEn.trim() === '') refusals.push('name-missing')
  if (!isCode(template.code) || template.code.length > 40 || template.code === 'new') refusals.push('code-wrong')
  if (isTaken) refusals.push('code-taken')
  if (template.issuerZh.trim() === '' || template.issuerEn.trim() === '') refusals.push('issuer-missing')
  if (template.kinds.length === 0) refusals.push('kinds-missing')
  return refusals.length > 0 ? refused(...refusals) : done(template)
}

export type AnnounceRefusal =
  | DutyRefusal
  | 'code-wrong'
  | 'code-taken'
  | 'category-missing'
  | 'reason-missing'
  | 'effect-in-past'
  | 'effect-before-last'
  | 'ended-already'
  | 'nothing-changes'

/** When a change may be announced: not for a day that is gone, not before a change that was announced earlier, not after the end. */
export function announceRefusals(
  editions: readonly Edition[],
  next: Pick<Edition, 'columns' | 'ends' | 'reason' | 'takesEffectOn'>,
  today: Day,
): AnnounceRefusal[] {
  const [last] = newestFirst(editions)
  const refusals: AnnounceRefusal[] = []
  if (next.reason.trim() === '') refusals.push('reason-missing')
  if (next.takesEffectOn < today) refusals.push('effect-in-past')
  if (last !== undefined && next.takesEffectOn < last.takesEffectOn) refusals.push('effect-before-last')
  if (last?.ends === true) refusals.push('ended-already')
  if (last !== undefined && !next.ends && isAlike(last.columns, next.columns)) refusals.push('nothing-changes')
  return refusals
}

function isAlike(one: Columns, other: Columns): boolean {
  const flat = (columns: Columns): string =>
    JSON.stringify(
      Object.entries(columns)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(flatEntry),
    )
  return flat(one) === flat(other)
}

function flatEntry([name, value]: [string, unknown]): unknown[] {
  if (Array.isArray(value)) return [name, ...value.map(String).toSorted((one, other) => (one < other ? -1 : 1))]
  if (typeof value !== 'object' || value === null) return [name, value]
  return [name, ...Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))]
}
