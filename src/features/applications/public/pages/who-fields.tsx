import type { VNode } from 'preact'
import { CheckboxesField, RadiosField } from '../../../../ui/choice.tsx'
import { FieldGroup, FileField, SelectField, TextField } from '../../../../ui/field.tsx'
import { nameIn } from '../../../../ui/reader.ts'
import type { WhoPageProps } from './who-props.ts'

/** The names of the fields that this screen draws. */
export const whoFields = ['who', 'name', 'paper', 'phone', 'email', 'address', 'contact', 'agent', 'mailed'] as const

/** Who asks: the kinds of the statutory table, a paper that proves it, a way to be reached, and somebody who acts for them. Files stand last. */
export function WhoFields(props: WhoPageProps): VNode {
  const { reader, errors } = props
  const shared = { reader, errors }
  return (
    <>
      <Identity {...props} />
      <Reach {...props} />
      <Agent {...props} />
      <FileField
        {...shared}
        name="proof"
        label={reader.t('apply.who.proof')}
        hint={reader.t('apply.who.proof-hint')}
        accept=".pdf,.jpg,.jpeg,.png"
        multiple
        optional
      />
    </>
  )
}

function Identity({ reader, errors, kinds, draft: { applicant } }: WhoPageProps) {
  const shared = { reader, errors }
  const papers = kinds.papers.map((one) => ({ value: one.kind, label: nameIn(reader, one) }))
  return (
    <>
      <RadiosField
        {...shared}
        name="who"
        label={reader.t('apply.who.kind')}
        value={applicant.kind}
        choices={kinds.applicants.map((one) => ({ value: one.kind, label: nameIn(reader, one) }))}
      />
      <TextField
        {...shared}
        name="name"
        label={reader.t('apply.who.name')}
        hint={reader.t('apply.who.name-hint')}
        value={applicant.name}
        autocomplete="name"
      />
      <TextField
        {...shared}
        name="contact"
        label={reader.t('apply.who.contact')}
        hint={reader.t('apply.who.contact-hint')}
        value={applicant.contactName}
        optional
      />
      <SelectField
        {...shared}
        name="paper"
        label={reader.t('apply.who.paper')}
        hint={reader.t('apply.who.paper-hint')}
        value={applicant.identityKind}
        options={[{ value: '', label: reader.t('apply.who.choose') }, ...papers]}
      />
      <TextField
        {...shared}
        name="paper-number"
        label={reader.t('apply.who.number')}
        value={applicant.identityNumber}
        width={20}
        autocomplete="off"
      />
    </>
  )
}

function Reach({ reader, errors, draft: { applicant, isMailed } }: WhoPageProps) {
  const shared = { reader, errors }
  return (
    <FieldGroup legend={reader.t('apply.who.reach')}>
      <TextField
        {...shared}
        name="phone"
        label={reader.t('apply.who.phone')}
        hint={reader.t('apply.who.phone-hint')}
        value={applicant.phone}
        type="tel"
        width={20}
        autocomplete="tel"
        optional
      />
      <TextField
        {...shared}
        name="email"
        label={reader.t('apply.who.email')}
        value={applicant.email}
        type="email"
        width={30}
        autocomplete="email"
        optional
      />
      <TextField
        {...shared}
        name="address"
        label={reader.t('apply.who.address')}
        hint={reader.t('apply.who.address-hint')}
        value={applicant.address}
        autocomplete="address-line1"
        optional
      />
      <CheckboxesField
        {...shared}
        name="mailed"
        label={reader.t('apply.who.mailed')}
        values={isMailed ? ['yes'] : []}
        choices={[{ value: 'yes', label: reader.t('apply.who.mailed-yes'), hint: reader.t('apply.who.mailed-hint') }]}
      />
    </FieldGroup>
  )
}

function Agent({ reader, errors, draft: { applicant } }: WhoPageProps) {
  const shared = { reader, errors }
  return (
    <FieldGroup legend={reader.t('apply.who.agent-legend')}>
      <TextField
        {...shared}
        name="agent"
        label={reader.t('apply.who.agent')}
        hint={reader.t('apply.who.agent-hint')}
        value={applicant.agentName}
        optional
      />
      <TextField
        {...shared}
        name="agent-number"
        label={reader.t('apply.who.agent-number')}
        value={applicant.agentIdentityNumber}
        width={20}
        autocomplete="off"
        optional
      />
    </FieldGroup>
  )
}
