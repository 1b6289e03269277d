import type { VNode } from 'preact'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { DateField, FieldGroup, FileField, SelectField } from '../../../../ui/field.tsx'
import { Actions, ErrorBox, Form } from '../../../../ui/form.tsx'
import { Button } from '../../../../ui/govuk/index.ts'
import { Heading, Lead, Trail } from '../../../../ui/heading.tsx'
import { href, nameIn } from '../../../../ui/reader.ts'
import type { Unit } from '../../../organisations/index.ts'
import { choices, fieldOf, WantedFields, WhoFields, type RequestFieldsProps } from './request-fields.tsx'

export interface RegisterPageProps extends RequestFieldsProps {
  units: readonly Unit[]
  channels: readonly string[]
  once: string
}

/** One form for whatever comes on paper, by telephone or to the counter: how it came, what is wanted, who asks. */
export function RegisterPage(props: RegisterPageProps): VNode {
  const { reader, once, errors } = props
  const title = reader.t('applications.new.title')
  return (
    <DeskPage reader={reader} title={title} section="applications" hasErrors={errors.length > 0}>
      <Trail
        reader={reader}
        steps={[{ label: reader.t('applications.list.title'), href: href(reader, '/desk/applications') }, { label: title }]}
      />
      <ErrorBox reader={reader} errors={errors} />
      <Heading>{title}</Heading>
      <Lead>{reader.t('applications.new.lead')}</Lead>
      <Form reader={reader} action="/desk/applications/new" once={once} files keep>
        <Came {...props} />
        <WantedFields {...props} />
        <WhoFields {...props}>
          <FileField reader={reader} errors={errors} name="proof" label={reader.t('applications.new.proof')} multiple optional />
        </WhoFields>
        <Actions>
          <Button text={reader.t('applications.new.button')} />
          <a href={href(reader, '/desk/applications')}>{reader.t('applications.deed.leave')}</a>
        </Actions>
      </Form>
    </DeskPage>
  )
}

function Came(props: RegisterPageProps) {
  const { reader, units, channels } = props
  return (
    <FieldGroup legend={reader.t('applications.new.came')}>
      <SelectField
        {...fieldOf(props, 'unit')}
        options={choices(
          reader,
          units.map((unit) => ({ value: unit.code, label: nameIn(reader, unit) })),
        )}
      />
      <SelectField
        {...fieldOf(props, 'channel')}
        options={choices(
          reader,
          channels.map((value) => ({ value, label: reader.t(`applications.channel.${value}` as 'applications.channel.fax') })),
        )}
      />
      <DateField {...fieldOf(props, 'arrivedOn')} hint={reader.t('applications.new.arrivedOn-hint')} />
      <DateField {...fieldOf(props, 'confirmedOn')} hint={reader.t('applications.new.confirmedOn-hint')} optional />
    </FieldGroup>
  )
}
