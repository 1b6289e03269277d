import type { VNode } from 'preact'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { DateField, FieldGroup, FileField, SelectField, TextareaField, TextField } from '../../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../../ui/form.tsx'
import { Button } from '../../../../ui/govuk/index.ts'
import { Heading, Lead, Trail } from '../../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import type { Unit } from '../../../organisations/index.ts'
import { wantedForms, wantedWays, wishKinds } from '../../cases/wish.ts'
import { outcomes } from '../../load-outcomes.ts'
import { said } from '../../said.ts'
import type { RequestField, TypedRequest } from '../typed-form.ts'

export interface RegisterPageProps {
  reader: Reader
  units: readonly Unit[]
  channels: readonly string[]
  typed: TypedRequest
  items: string
  once: string
  errors: FieldError[]
}

/** One form for whatever comes on paper, by telephone or to the counter: how it came, what is wanted, who asks. */
export function RegisterPage(props: RegisterPageProps): VNode {
  const { reader, once, errors } = props
  const title = reader.t('applications.new.title')
  return (
    <DeskPage reader={reader} title={title} section="applications" hasErrors={errors.length > 0}>
      <Trail reader={reader} steps={[{ label: reader.t('applications.list.title'), href: href(reader, '/desk/applications') }, { label: title }]} />
      <ErrorBox reader={reader} errors={errors} />
      <Heading>{title}</Heading>
      <Lead>{reader.t('applications.new.lead')}</Lead>
      <Form reader={reader} action="/desk/applications/new" once={once} files keep>
        <Came {...props} />
        <Wanted {...props} />
        <Who {...props} />
        <Actions>
          <Button text={reader.t('applications.new.button')} />
          <a href={href(reader, '/desk/applications')}>{reader.t('applications.deed.leave')}</a>
        </Actions>
      </Form>
    </DeskPage>
  )
}

function of({ reader, typed, errors }: RegisterPageProps, name: RequestField) {
  return { reader, errors, name, value: typed[name], label: reader.t(`applications.new.${name}`) }
}

function choices(reader: Reader, list: readonly { value: string; label: string }[]) {
  return [{ value: '', label: reader.t('applications.choose') }, ...list]
}

function Came(props: RegisterPageProps) {
  const { reader, units, channels } = props
  return (
    <FieldGroup legend={reader.t('applications.new.came')}>
      <SelectField {...of(props, 'unit')} options={choices(reader, units.map((unit) => ({ value: unit.code, label: nameIn(reader, unit) })))} />
      <SelectField
        {...of(props, 'channel')}
        options={choices(reader, channels.map((value) => ({ value, label: reader.t(`applications.channel.${value}` as 'applications.channel.fax') })))}
      />
      <DateField {...of(props, 'arrivedOn')} hint={reader.t('applications.new.arrivedOn-hint')} />
      <DateField {...of(props, 'confirmedOn')} hint={reader.t('applications.new.confirmedOn-hint')} optional />
    </FieldGroup>
  )
}

function Wanted(props: RegisterPageProps) {
  const { reader, items } = props
  return (
    <FieldGroup legend={reader.t('applications.new.what')}>
      <SelectField {...of(props, 'kind')} options={wishKinds.map((value) => ({ value, label: reader.t(`applications.kind.${value}`) }))} />
      <TextareaField {...of(props, 'wanted')} rows={6} />
      <TextareaField
        reader={reader}
        name="item"
        label={reader.t('applications.new.items')}
        hint={reader.t('applications.new.items-hint')}
        value={items}
        rows={3}
        optional
      />
      <TextField {...of(props, 'documentHint')} optional />
      <TextareaField {...of(props, 'reason')} hint={reader.t('applications.new.reason-hint')} rows={2} optional />
      <SelectField {...of(props, 'form')} options={choices(reader, wantedForms.map((value) => ({ value, label: reader.t(`applications.form.${value}`) })))} />
      <SelectField {...of(props, 'way')} options={choices(reader, wantedWays.map((value) => ({ value, label: reader.t(`applications.way.${value}`) })))} />
    </FieldGroup>
  )
}

function Who(props: RegisterPageProps) {
  const { reader, errors } = props
  const named = (list: readonly { kind: string; nameZh: string; nameEn: string }[]) => choices(reader, list.map((one) => ({ value: one.kind, label: said(reader, one, 'name') })))
  return (
    <FieldGroup legend={reader.t('applications.new.who')}>
      <p class="gk-quiet">{reader.t('applications.new.who-hint')}</p>
      <SelectField {...of(props, 'applicantKind')} options={named(outcomes.applicantKinds)} />
      <TextField {...of(props, 'name')} autocomplete="off" />
      <SelectField {...of(props, 'identityKind')} options={named(outcomes.identityKinds)} />
      <TextField {...of(props, 'identityNumber')} autocomplete="off" width={20} />
      <TextField {...of(props, 'contactName')} hint={reader.t('applications.new.contactName-hint')} autocomplete="off" optional />
      <TextField {...of(props, 'phone')} type="tel" autocomplete="off" width={20} optional />
      <TextField {...of(props, 'email')} type="email" autocomplete="off" width={30} optional />
      <TextField {...of(props, 'address')} autocomplete="off" optional />
      <TextField {...of(props, 'agentName')} hint={reader.t('applications.new.agentName-hint')} autocomplete="off" optional />
      <TextField {...of(props, 'agentIdentityNumber')} autocomplete="off" width={20} optional />
      <FileField reader={reader} errors={errors} name="proof" label={reader.t('applications.new.proof')} multiple optional />
    </FieldGroup>
  )
}
