import type { VNode } from 'preact'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../ui/form.tsx'
import { Button, ErrorMessage } from '../../../ui/govuk/index.ts'
import { Facts, Heading, Lead, Trail } from '../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { Said } from '../../../ui/said.tsx'
import { DueDate } from '../../../ui/status.tsx'
import type { StoredDuty, StoredTask } from '../../catalogue/index.ts'
import type { Unit } from '../../organisations/index.ts'
import type { Typed } from '../form.ts'
import { MainFields, MoreFields } from './content-fields.tsx'

export interface NewPageProps {
  reader: Reader
  typed: Typed
  /** The units that this person may write for, those that owe the duty when there is one. */
  units: readonly Unit[]
  unitId: number | undefined
  duty?: StoredDuty | undefined
  task?: StoredTask | undefined
  /** Working days until the task's due day. */
  daysLeft?: number | undefined
  /** A document for this task that is under way already. */
  runningId?: number | undefined
  once: string
  errors?: FieldError[] | undefined
}

/** Begins a document: three fields for a routine item, the rest is filled from the duty. */
export function NewPage(props: NewPageProps): VNode {
  const { reader, typed, duty, task, errors = [] } = props
  const title = reader.t('publishing.new.title')
  return (
    <DeskPage reader={reader} title={title} section="documents" hasErrors={errors.length > 0}>
      <Trail
        reader={reader}
        steps={[{ label: reader.t('publishing.list.title'), href: href(reader, '/desk/documents') }, { label: title }]}
      />
      <ErrorBox reader={reader} errors={errors} />
      <Heading>{title}</Heading>
      <Lead>{reader.t('publishing.new.lead')}</Lead>
      <Running reader={reader} id={props.runningId} />
      <Owed {...props} />
      <Form reader={reader} action="/desk/documents/new" once={props.once} keep class="gk-form--wide">
        {task === undefined ? null : <input type="hidden" name="task" value={String(task.id)} />}
        {duty === undefined ? null : <input type="hidden" name="duty" value={duty.code} />}
        <UnitChoice {...props} errors={errors} />
        <MainFields reader={reader} typed={typed} errors={errors} />
        <MoreFields reader={reader} typed={typed} errors={errors} open={typed.subject === ''} />
        <Actions>
          <Button name="_act" value="submit" text={reader.t('publishing.write.submit')} />
          <Button name="_act" value="save" classes="govuk-button--secondary" text={reader.t('publishing.write.save')} />
          <Button name="_act" value="preview" classes="govuk-button--secondary" text={reader.t('publishing.write.save-preview')} />
        </Actions>
      </Form>
    </DeskPage>
  )
}

function Running({ reader, id }: { reader: Reader; id: number | undefined }) {
  if (id === undefined) return null
  return (
    <div class="gk-banner">
      <p>
        {reader.t('publishing.new.running')} <a href={href(reader, `/desk/documents/${id}`)}>{reader.t('publishing.new.open-running')}</a>
      </p>
    </div>
  )
}

/** What the duty asks for: by when, what must be in it, where it is to appear. */
function Owed({ reader, duty, task, daysLeft }: NewPageProps) {
  if (duty === undefined) return null
  const channels = duty.channels.map((channel) => reader.t(`catalogue.channel.${channel}`)).join(reader.lang === 'zh' ? '、' : ', ')
  return (
    <Facts
      rows={[
        { label: reader.t('publishing.promise.duty'), value: <Said reader={reader} zh={duty.titleZh} en={duty.titleEn} /> },
        {
          label: reader.t('publishing.promise.due'),
          value: task && (
            <DueDate
              reader={reader}
              due={task.dueOn}
              today={reader.today}
              workingDaysLeft={daysLeft ?? 0}
              provisional={task.isProvisional}
            />
          ),
        },
        { label: reader.t('publishing.new.elements'), value: said(reader, duty.elementsZh, duty.elementsEn) },
        { label: reader.t('publishing.new.guidance'), value: said(reader, duty.guidanceZh, duty.guidanceEn) },
        { label: reader.t('publishing.new.channels'), value: channels },
      ]}
    />
  )
}

function said(reader: Reader, zh: string, en: string) {
  return zh === '' && en === '' ? undefined : <Said reader={reader} zh={zh} en={en} />
}

function UnitChoice({ reader, units, unitId, errors = [] }: NewPageProps) {
  const only = units.length === 1 ? units[0] : undefined
  if (only !== undefined) {
    return (
      <>
        <input type="hidden" name="unit" value={only.code} />
        <p id="unit" class="gk-quiet">
          {reader.t('publishing.new.unit', { unit: nameIn(reader, only) })}
        </p>
        {errors
          .filter((error) => error.field === 'unit')
          .map((error) => (
            <ErrorMessage text={error.message} visuallyHiddenText={reader.t('ui.field.error')} />
          ))}
      </>
    )
  }
  return (
    <SelectField
      reader={reader}
      name="unit"
      label={reader.t('publishing.field.unit')}
      value={units.find((unit) => unit.id === unitId)?.code ?? ''}
      errors={errors}
      options={[
        { value: '', label: reader.t('publishing.field.unit-choose') },
        ...units.map((unit) => ({ value: unit.code, label: nameIn(reader, unit) })),
      ]}
    />
  )
}
