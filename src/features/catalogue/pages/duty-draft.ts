import type { Day } from '../../../kernel/day.ts'
import type { Unit } from '../../organisations/index.ts'
import type { StoredDuty } from '../queries.ts'
import type { TimeRule } from '../rule.ts'

/** What the form of a line holds, as typed: texts and chosen values, nothing understood yet. */
export interface DutyDraft extends RuleDraft {
  code: string
  category: string
  titleZh: string
  titleEn: string
  elementsZh: string
  elementsEn: string
  basisZh: string
  basisEn: string
  guidanceZh: string
  guidanceEn: string
  genre: string
  subject: string
  audience: string
  mode: string
  required: string
  sinceOn: string
  untilOn: string
  channels: string[]
  levels: string[]
  /** Codes of units. */
  units: string[]
}

/** The time rule as structured fields: one kind, each kind with fields of its own. */
export interface RuleDraft {
  kind: string
  withinDays: string
  withinCount: string
  withinAnchor: string
  every: string
  everyWithin: string
  everyCount: string
  beforeEvery: string
  beforeDays: string
  beforeCount: string
  yearlyBy: string
  standingBy: string
}

export const ruleKinds = ['within', 'at-once', 'periodic', 'yearly', 'standing', 'before'] as const
export const everies = ['month', 'quarter', 'half-year', 'year'] as const
export const counts = ['working', 'calendar'] as const
export const anchors = ['formation', 'change'] as const

/** The form of a line with nothing typed yet. */
export const emptyDraft: DutyDraft = {
  ...{ code: '', category: '', titleZh: '', titleEn: '', elementsZh: '', elementsEn: '', basisZh: '', basisEn: '' },
  ...{ guidanceZh: '', guidanceEn: '', genre: '', subject: '', audience: 'society', mode: 'proactive', required: 'yes' },
  ...{ sinceOn: '', untilOn: '', channels: ['portal'], levels: [], units: [] },
  ...ruleDraft(undefined),
}

/** The form of a line that stands. */
export function draftOf(
  duty: Omit<StoredDuty, 'id' | 'version' | 'categoryId' | 'sinceOn'> & { sinceOn?: Day },
  category: string,
  units: readonly Unit[],
): DutyDraft {
  const { code, titleZh, titleEn, elementsZh, elementsEn, basisZh, basisEn, guidanceZh, guidanceEn, genre, subject } = duty
  return {
    ...{ code, category, titleZh, titleEn, elementsZh, elementsEn, basisZh, basisEn, guidanceZh, guidanceEn, genre, subject },
    audience: duty.audience,
    mode: duty.mode,
    required: duty.isRequired ? 'yes' : 'no',
    sinceOn: duty.sinceOn ?? '',
    untilOn: duty.untilOn ?? '',
    channels: duty.channels,
    levels: duty.levels,
    units: units.filter((unit) => duty.unitIds.includes(unit.id)).map((unit) => unit.code),
    ...ruleDraft(duty.rule),
  }
}

function ruleDraft(rule: TimeRule | undefined): RuleDraft {
  const draft: RuleDraft = {
    ...{ kind: 'within', withinDays: '', withinCount: 'working', withinAnchor: 'formation' },
    ...{ every: 'quarter', everyWithin: '', everyCount: 'working', yearlyBy: '', standingBy: '' },
    ...{ beforeEvery: 'quarter', beforeDays: '', beforeCount: 'calendar' },
  }
  if (rule === undefined) return draft
  if (rule.kind === 'within') return { ...draft, withinDays: String(rule.days), withinCount: rule.count, withinAnchor: rule.anchor }
  if (rule.kind === 'at-once') return { ...draft, kind: 'at-once' }
  if (rule.kind === 'standing') return { ...draft, kind: 'standing', standingBy: rule.by }
  if ('before' in rule)
    return { ...draft, kind: 'before', beforeEvery: rule.every, beforeDays: String(rule.before), beforeCount: rule.count }
  if ('by' in rule) return { ...draft, kind: 'yearly', yearlyBy: rule.by }
  return { ...draft, kind: 'periodic', every: rule.every, everyWithin: String(rule.within), everyCount: rule.count }
}
