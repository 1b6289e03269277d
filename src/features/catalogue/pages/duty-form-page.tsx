import type { VNode } from 'preact'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { CheckboxesField, RadiosField } from '../../../ui/choice.tsx'
import { DateField, FieldGroup, SelectField, TextareaField, TextField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Heading, Trail } from '../../../ui/heading.tsx'
import { Meanwhile } from '../../../ui/meanwhile.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import type { Unit } from '../../organisations/index.ts'
import { genres, subjects } from '../classes.ts'
import { audiences, channels, dutyLevels, modes } from '../duty.ts'
import type { Category } from '../queries.ts'
import type { DutyDraft } from './duty-draft.ts'
import { genreInWords, subjectInWords } from './rule-words.ts'
import { RuleFields } from './rule-fields.tsx'
import { UnitChoice } from './unit-choice.tsx'

export interface DutyFormPageProps {
  reader: Reader
  /** The line that is changed: its version goes into the form. Without it a new one is laid down. */
  existing?: { code: string; version: number } | undefined
  draft: DutyDraft
  categories: readonly Category[]
  /** The units that may be chosen. */
  units: readonly Unit[]
  /** The statute's limit in words, with its provision: no rule may be looser. */
  statute: string
  errors?: FieldError[]
  /** Another editor was quicker: field by field, theirs and mine. */
  meanwhile?: { label: string; theirs: string; mine: string }[] | undefined
}

/** The form of one line of the catalogue, with all its columns. */
export function DutyFormPage(props: DutyFormPageProps): VNode {
  const { reader, existing, draft, errors = [], meanwhile } = props
  const title = reader.t(existing === undefined ? 'catalogue.duty.new' : 'catalogue.duty.edit')
  const back = existing === undefined ? '/desk/catalogue' : `/desk/catalogue/duties/${existing.code}`
  return (
    <DeskPage reader={reader} title={title} section="catalogue" hasErrors={errors.length > 0}>
      <Trail
        reader={reader}
        steps={[{ label: reader.t('catalogue.desk.title'), href: href(reader, '/desk/catalogue') }, { label: title }]}
      />
      <ErrorBox reader={reader} errors={errors} />
      {meanwhile === undefined ? null : <Meanwhile reader={reader} rows={meanwhile} />}
      <Heading>{title}</Heading>
      <Form reader={reader} action={existing === undefined ? '/desk/catalogue/duties/new' : `${back}/edit`} keep>
        {existing === undefined ? null : <input type="hidden" name="version" value={existing.version} />}
        <Matter {...props} errors={errors} />
        <RuleFields reader={reader} draft={draft} statute={props.statute} errors={errors} />
        <Subjects {...props} errors={errors} />
        <ForWriters {...props} errors={errors} />
        <Actions>
          <Button text={reader.t(existing === undefined ? 'catalogue.duty.save-new' : 'catalogue.duty.save')} />
          <a href={href(reader, back)}>{reader.t('catalogue.cancel')}</a>
        </Actions>
      </Form>
    </DeskPage>
  )
}

type PartProps = DutyFormPageProps & { errors: FieldError[] }
type Text =
  'titleZh' | 'titleEn' | 'elementsZh' | 'elementsEn' | 'basisZh' | 'basisEn' | 'guidanceZh' | 'guidanceEn' | 'genre' | 'subject' | 'code'

function word({ reader, errors, draft }: PartProps, name: Text) {
  return { reader, errors, name, label: reader.t(`catalogue.form.${name}`), value: draft[name] }
}

function Matter(props: PartProps) {
  const { reader, errors, draft, categories, existing } = props
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
      {existing === undefined ? <TextField {...word(props, 'code')} hint={reader.t('catalogue.hint.code')} width={20} /> : null}
      <TextareaField {...word(props, 'elementsZh')} hint={reader.t('catalogue.hint.elements')} rows={3} optional />
      <TextareaField {...word(props, 'elementsEn')} rows={3} optional />
      <TextareaField {...word(props, 'basisZh')} hint={reader.t('catalogue.hint.basis')} rows={2} />
      <TextareaField {...word(props, 'basisEn')} rows={2} optional />
    </FieldGroup>
  )
}

function Subjects(props: PartProps) {
  const { reader, errors, draft, units } = props
  const shared = { reader, errors }
  return (
    <FieldGroup legend={reader.t('catalogue.form.who')}>
      <UnitChoice reader={reader} units={units} chosen={draft.units} errors={errors} />
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

function ForWriters(props: PartProps) {
  const { reader, errors, draft } = props
  const none = { value: '', label: reader.t('catalogue.form.choose') }
  return (
    <FieldGroup legend={reader.t('catalogue.form.writers')}>
      <TextareaField {...word(props, 'guidanceZh')} rows={3} optional />
      <TextareaField {...word(props, 'guidanceEn')} rows={3} optional />
      <SelectField
        {...word(props, 'genre')}
        optional
        options={[none, ...genres.map((value) => ({ value, label: genreInWords(reader, value) }))]}
      />
      <SelectField
        {...word(props, 'subject')}
        optional
        options={[none, ...subjects.map((value) => ({ value, label: subjectInWords(reader, value) }))]}
      />
      <DateField reader={reader} errors={errors} name="sinceOn" label={reader.t('catalogue.column.since')} value={draft.sinceOn} />
      <DateField reader={reader} errors={errors} name="untilOn" label={reader.t('catalogue.column.until')} value={draft.untilOn} optional />
    </FieldGroup>
  )
}
