import type { VNode } from 'preact'
import { CheckboxesField, RadiosField } from '../../../ui/choice.tsx'
import { DateField, FieldGroup, SelectField, TextareaField, TextField } from '../../../ui/field.tsx'
import type { FieldError } from '../../../ui/form.tsx'
import { nameIn, type Reader } from '../../../ui/reader.ts'
import type { Unit } from '../../organisations/index.ts'
import { genres, subjects } from '../classes.ts'
import { audiences, channels, dutyLevels, modes } from '../duty.ts'
import type { Category } from '../queries.ts'
import type { DutyDraft } from './duty-draft.ts'
import { genreInWords, subjectInWords } from './rule-words.ts'
import { UnitChoice } from './unit-choice.tsx'

export interface DutyFieldsProps {
  reader: Reader
  errors: FieldError[]
  draft: DutyDraft
}

type Text =
  'titleZh' | 'titleEn' | 'elementsZh' | 'elementsEn' | 'basisZh' | 'basisEn' | 'guidanceZh' | 'guidanceEn' | 'genre' | 'subject' | 'code'

function word({ reader, errors, draft }: DutyFieldsProps, name: Text) {
  return { reader, errors, name, label: reader.t(`catalogue.form.${name}`), value: draft[name] }
}

/** What the line is about. `isNew`: its code can still be chosen. */
export function MatterFields(props: DutyFieldsProps & { categories: readonly Category[]; isNew: boolean }): VNode {
  const { reader, errors, draft, categories, isNew } = props
  return (
    <FieldGroup legend={reader.t('catalogue.form.matter')}>
      <SelectField
        reader={reader}
        errors={errors}
        name="category"
        label={reader.t('catalogue.form.category')}
        value={draft.category}
        options={[
          { value: '', label: reader.t('catalogue.form.choose') },
          ...categories.map((one) => ({ value: one.code, label: nameIn(reader, one) })),
        ]}
      />
      <TextField {...word(props, 'titleZh')} />
      <TextField {...word(props, 'titleEn')} />
      {isNew ? <TextField {...word(props, 'code')} hint={reader.t('catalogue.hint.code')} width={20} /> : null}
      <ElementsFields {...props} />
      <TextareaField {...word(props, 'basisZh')} hint={reader.t('catalogue.hint.basis')} rows={2} />
      <TextareaField {...word(props, 'basisEn')} rows={2} optional />
    </FieldGroup>
  )
}

/** What must be said when it is published. */
export function ElementsFields(props: DutyFieldsProps): VNode {
  return (
    <>
      <TextareaField {...word(props, 'elementsZh')} hint={props.reader.t('catalogue.hint.elements')} rows={3} optional />
      <TextareaField {...word(props, 'elementsEn')} rows={3} optional />
    </>
  )
}

/** Who owes it, to whom, and where. Without `units` nobody chooses who owes it here. */
export function SubjectFields(props: DutyFieldsProps & { units?: readonly Unit[] }): VNode {
  const { reader, errors, draft, units } = props
  const shared = { reader, errors }
  return (
    <FieldGroup legend={reader.t('catalogue.form.who')}>
      {units === undefined ? null : <UnitChoice reader={reader} units={units} chosen={draft.units} errors={errors} />}
      <CheckboxesField
        {...shared}
        name="levels"
        label={reader.t('catalogue.column.levels')}
        values={draft.levels}
        choices={dutyLevels.map((value) => ({ value, label: reader.t(`catalogue.level.${value}`) }))}
      />
      <RadiosField
        {...shared}
        name="audience"
        label={reader.t('catalogue.column.audience')}
        value={draft.audience}
        choices={audiences.map((value) => ({
          value,
          label: reader.t(`catalogue.audience.${value}`),
          hint: reader.t(`catalogue.hint.audience.${value}`),
        }))}
      />
      <RadiosField
        {...shared}
        name="mode"
        label={reader.t('catalogue.column.mode')}
        value={draft.mode}
        choices={modes.map((value) => ({ value, label: reader.t(`catalogue.mode.${value}`) }))}
      />
      <CheckboxesField
        {...shared}
        name="channels"
        label={reader.t('catalogue.column.channels')}
        values={draft.channels}
        choices={channels.map((value) => ({ value, label: reader.t(`catalogue.channel.${value}`) }))}
      />
      <RadiosField
        {...shared}
        name="required"
        label={reader.t('catalogue.column.required')}
        value={draft.required}
        choices={(['yes', 'no'] as const).map((value) => ({ value, label: reader.t(`catalogue.required.${value}`) }))}
      />
    </FieldGroup>
  )
}

/** What helps whoever writes. */
export function WriterFields(props: DutyFieldsProps): VNode {
  return (
    <>
      <TextareaField {...word(props, 'guidanceZh')} rows={3} optional />
      <TextareaField {...word(props, 'guidanceEn')} rows={3} optional />
      <SelectField
        {...word(props, 'genre')}
        optional
        options={[noneOf(props), ...genres.map((value) => ({ value, label: genreInWords(props.reader, value) }))]}
      />
      <SelectField
        {...word(props, 'subject')}
        optional
        options={[noneOf(props), ...subjects.map((value) => ({ value, label: subjectInWords(props.reader, value) }))]}
      />
    </>
  )
}

/** From which day to which day it is in force. */
export function SpanFields({ reader, errors, draft }: DutyFieldsProps): VNode {
  return (
    <>
      <DateField reader={reader} errors={errors} name="sinceOn" label={reader.t('catalogue.column.since')} value={draft.sinceOn} />
      <DateField reader={reader} errors={errors} name="untilOn" label={reader.t('catalogue.column.until')} value={draft.untilOn} optional />
    </>
  )
}

function noneOf({ reader }: DutyFieldsProps) {
  return { value: '', label: reader.t('catalogue.form.choose') }
}
