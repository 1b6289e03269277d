import { asDay, isDay, type Day } from '../../kernel/day.ts'
import { field, fields, type Ask } from '../../platform/http/route.ts'
import type { Unit } from '../organisations/index.ts'
import { genres, subjects } from './classes.ts'
import { audiences, channels, dutyLevels, modes, type Duty } from './duty.ts'
import type { DutyForm } from './lay-down-duty.ts'
import { anchors, counts, emptyDraft, everies, type DutyDraft, type RuleDraft } from './pages/duty-draft.ts'
import type { Category } from './queries.ts'
import type { TimeRule } from './rule.ts'

export interface DutyReading {
  /** What was typed, to be shown again. */
  draft: DutyDraft
  /** What it means, where it means anything. */
  form: DutyForm
  /** Days that cannot be read, by their field. */
  problems: ('sinceOn' | 'untilOn')[]
}

/**
 * Reads the form of a line. Units are chosen one by one (`units`, codes) or as a whole group (`groups`, `<parent id>:<kind>`), and only
 * among those handed in; anything unknown is left out, so that the rules refuse what is missing then.
 */
export function readDutyForm(ask: Pick<Ask, 'body'>, units: readonly Unit[], categories: readonly Category[], today: Day): DutyReading {
  const groups = fields(ask, 'groups')
  const codes = fields(ask, 'units')
  const chosen = units.filter((unit) => codes.includes(unit.code) || groups.includes(groupOf(unit)))
  const texts = Object.fromEntries(
    Object.entries(emptyDraft).flatMap(([name, value]) => (typeof value === 'string' ? [[name, field(ask, name).trim()]] : [])),
  )
  const lists = { channels: fields(ask, 'channels'), levels: fields(ask, 'levels'), units: chosen.map((unit) => unit.code) }
  const draft = { ...emptyDraft, ...texts, ...lists }
  const problems: DutyReading['problems'] = []
  if (!isDay(draft.sinceOn)) problems.push('sinceOn')
  if (draft.untilOn !== '' && !isDay(draft.untilOn)) problems.push('untilOn')
  const categoryId = categories.find((one) => one.code === draft.category)?.id ?? 0
  return { draft, problems, form: { duty: dutyOf(draft, today), categoryId, unitIds: chosen.map((unit) => unit.id) } }
}

/** The units of one kind below one parent can be chosen at once. */
export function groupOf(unit: Unit): string {
  return `${unit.parentId ?? 0}:${unit.kind}`
}

function dutyOf(draft: DutyDraft, today: Day): Duty {
  const { code, titleZh, titleEn, elementsZh, elementsEn, basisZh, basisEn, guidanceZh, guidanceEn } = draft
  return {
    ...{ code, titleZh, titleEn, elementsZh, elementsEn, basisZh, basisEn, guidanceZh, guidanceEn },
    genre: genres.find((one) => one === draft.genre) ?? '',
    subject: subjects.find((one) => one === draft.subject) ?? '',
    rule: ruleOf(draft),
    channels: channels.filter((one) => draft.channels.includes(one)),
    levels: dutyLevels.filter((one) => draft.levels.includes(one)),
    audience: oneOf(audiences, draft.audience),
    mode: oneOf(modes, draft.mode),
    isRequired: draft.required !== 'no',
    sinceOn: isDay(draft.sinceOn) ? asDay(draft.sinceOn) : today,
    untilOn: isDay(draft.untilOn) ? asDay(draft.untilOn) : undefined,
  }
}

function ruleOf(draft: RuleDraft): TimeRule {
  switch (draft.kind) {
    case 'at-once':
      return { kind: 'at-once' }
    case 'periodic':
      return {
        kind: 'periodic',
        every: oneOf(everies, draft.every),
        within: whole(draft.everyWithin),
        count: oneOf(counts, draft.everyCount),
      }
    case 'before':
      return {
        kind: 'periodic',
        every: oneOf(everies, draft.beforeEvery),
        before: whole(draft.beforeDays),
        count: oneOf(counts, draft.beforeCount),
      }
    case 'yearly':
      return { kind: 'periodic', every: 'year', by: draft.yearlyBy }
    case 'standing':
      return { kind: 'standing', confirm: 'year', by: draft.standingBy }
    default:
      return {
        kind: 'within',
        days: whole(draft.withinDays),
        count: oneOf(counts, draft.withinCount),
        anchor: oneOf(anchors, draft.withinAnchor),
      }
  }
}

/** A whole number as typed; NaN, which every rule refuses, for anything else. */
function whole(text: string): number {
  return /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
}

function oneOf<const Value extends string>(known: readonly [Value, ...Value[]], text: string): Value {
  return known.find((one) => one === text) ?? known[0]
}
