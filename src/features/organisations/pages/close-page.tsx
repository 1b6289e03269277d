import type { VNode } from 'preact'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { DateField, SelectField, TextareaField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Heading, Lead } from '../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import type { Unit } from '../unit.ts'
import { UnitTrail } from './desk-unit-page.tsx'

/** What the form that ends a unit holds, as typed; `into` is the code of the unit that takes over, or ''. */
export interface ClosingDraft {
  into: string
  on: string
  reason: string
}

export interface ClosePageProps {
  reader: Reader
  unit: Unit
  /** The units that could take over. */
  others: readonly Unit[]
  draft: ClosingDraft
  errors?: FieldError[]
}

/** The form that ends a unit, merged into another or dissolved. Nothing of it is deleted. */
export function ClosePage({ reader, unit, others, draft, errors = [] }: ClosePageProps): VNode {
  const title = reader.t('organisations.close.title')
  const shared = { reader, errors }
  return (
    <DeskPage reader={reader} title={title} section="units" hasErrors={errors.length > 0}>
      <UnitTrail reader={reader} unit={unit} page={reader.t('organisations.close.link')} />
      <ErrorBox reader={reader} errors={errors} />
      <Heading kicker={nameIn(reader, unit)}>{title}</Heading>
      <Lead>{reader.t('organisations.close.lead')}</Lead>
      <Form reader={reader} action={`/desk/units/${unit.code}/close`} keep>
        <SelectField
          {...shared}
          name="into"
          label={reader.t('organisations.close.into')}
          value={draft.into}
          options={[
            { value: '', label: reader.t('organisations.close.nobody') },
            ...others.map((other) => ({ value: other.code, label: nameIn(reader, other) })),
          ]}
        />
        <DateField {...shared} name="on" label={reader.t('organisations.close.on')} value={draft.on} />
        <TextareaField
          {...shared}
          name="reason"
          label={reader.t('organisations.reason')}
          hint={reader.t('organisations.hint.reason')}
          value={draft.reason}
          rows={3}
        />
        <Actions>
          <Button text={reader.t('organisations.close.save')} classes="govuk-button--warning" />
          <a href={href(reader, `/desk/units/${unit.code}`)}>{reader.t('organisations.cancel')}</a>
        </Actions>
      </Form>
    </DeskPage>
  )
}
