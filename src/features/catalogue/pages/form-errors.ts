import type { FieldError } from '../../../ui/form.tsx'
import type { Reader } from '../../../ui/reader.ts'
import type { CategoryRefusal } from '../add-category.ts'
import type { LayDownRefusal } from '../lay-down-duty.ts'
import type { RegisterRefusal } from '../register-matter.ts'
import type { DutyDraft } from './duty-draft.ts'

type Field = keyof DutyDraft

/** Why a line was refused, beside the field that mends it. `statute` names the limit and its provision. */
export function dutyErrors(reader: Reader, refusals: readonly LayDownRefusal[], draft: DutyDraft, statute: string): FieldError[] {
  return refusals
    .filter((refusal) => refusal !== 'edited-meanwhile')
    .map((refusal) => ({ field: fieldOf(refusal, draft), message: reader.t(`catalogue.refused.${refusal}`, { statute }) }))
}

function fieldOf(refusal: Exclude<LayDownRefusal, 'edited-meanwhile'>, draft: DutyDraft): Field {
  const days: Field = draft.kind === 'periodic' ? 'everyWithin' : draft.kind === 'before' ? 'beforeDays' : 'withinDays'
  const fixed: Field = draft.kind === 'standing' ? 'standingBy' : 'yearlyBy'
  const fields: Record<typeof refusal, Field> = {
    'title-missing': 'titleZh',
    'basis-missing': 'basisZh',
    'channel-missing': 'channels',
    'level-missing': 'levels',
    'looser-than-statute': days,
    'days-wrong': days,
    'date-wrong': fixed,
    'ends-before-start': 'untilOn',
    'code-wrong': 'code',
    'code-taken': 'code',
    'category-missing': 'category',
    'nobody-owes': 'units',
    'laid-down-above': 'titleZh',
  }
  return fields[refusal]
}

export function categoryErrors(reader: Reader, refusals: readonly CategoryRefusal[]): FieldError[] {
  const fields = { 'name-missing': 'nameZh', 'code-wrong': 'code', 'code-taken': 'code', 'parent-missing': 'parent' } as const
  return refusals.map((refusal) => ({ field: fields[refusal], message: reader.t(`catalogue.refused.category.${refusal}`) }))
}

export function matterErrors(reader: Reader, refusals: readonly RegisterRefusal[]): FieldError[] {
  const fields = {
    'matter-missing': 'matter',
    'registered-already': 'matter',
    'formed-in-future': 'formedOn',
    'formed-missing': 'formedOn',
    'not-in-force': 'formedOn',
    'not-owed': 'unit',
    'comes-round': 'duty',
  } as const
  return [...new Set(refusals)].map((refusal) => ({ field: fields[refusal], message: reader.t(`catalogue.refused.matter.${refusal}`) }))
}
