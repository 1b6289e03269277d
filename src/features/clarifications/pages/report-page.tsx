import type { VNode } from 'preact'
import { CheckboxesField } from '../../../ui/choice.tsx'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { DateField, SelectField, TextareaField, TextField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Heading, Lead, Trail } from '../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import type { Unit } from '../../organisations/index.ts'

export interface TypedReport {
  unit: string
  claim: string
  place: string
  reporter: string
  isMajor: string
  reportedOn: string
  reportedTime: string
}

export interface ReportPageProps {
  reader: Reader
  units: readonly Unit[]
  typed: TypedReport
  once: string
  errors: FieldError[]
}

/** Registers something that circulates: what, where, who told of it, and since when it is known. */
export function ReportPage({ reader, units, typed, once, errors }: ReportPageProps): VNode {
  const title = reader.t('clarifications.new.title')
  const shared = { reader, errors }
  return (
    <DeskPage reader={reader} title={title} section="clarifications" hasErrors={errors.length > 0}>
      <Trail
        reader={reader}
        steps={[{ label: reader.t('clarifications.list.title'), href: href(reader, '/desk/clarifications') }, { label: title }]}
      />
      <ErrorBox reader={reader} errors={errors} />
      <Heading>{title}</Heading>
      <Lead>{reader.t('clarifications.new.lead')}</Lead>
      <Form reader={reader} action="/desk/clarifications/new" once={once} keep>
        <SelectField
          {...shared}
          name="unit"
          label={reader.t('clarifications.new.unit')}
          value={typed.unit || (units.length === 1 ? (units[0]?.code ?? '') : '')}
          options={[
            { value: '', label: reader.t('release.ask.choose') },
            ...units.map((unit) => ({ value: unit.code, label: nameIn(reader, unit) })),
          ]}
        />
        <TextareaField
          {...shared}
          name="claim"
          label={reader.t('clarifications.claim')}
          hint={reader.t('clarifications.new.claim-hint')}
          value={typed.claim}
          rows={3}
        />
        <TextField {...shared} name="place" label={reader.t('clarifications.place')} value={typed.place} />
        <TextField
          {...shared}
          name="reporter"
          label={reader.t('clarifications.reporter')}
          hint={reader.t('clarifications.new.reporter-hint')}
          value={typed.reporter}
          optional
        />
        <DateField {...shared} name="reportedOn" label={reader.t('clarifications.new.day')} value={typed.reportedOn} />
        <TextField
          {...shared}
          name="reportedTime"
          label={reader.t('clarifications.new.time')}
          hint={reader.t('release.schedule.time-hint')}
          value={typed.reportedTime}
          width={5}
        />
        <CheckboxesField
          {...shared}
          name="isMajor"
          label={reader.t('clarifications.new.major')}
          values={[typed.isMajor]}
          choices={[{ value: 'yes', label: reader.t('clarifications.major') }]}
        />
        <Actions>
          <Button text={reader.t('clarifications.new.button')} />
          <a href={href(reader, '/desk/clarifications')}>{reader.t('publishing.write.leave')}</a>
        </Actions>
      </Form>
    </DeskPage>
  )
}
