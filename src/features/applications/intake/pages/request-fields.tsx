import type { ComponentChildren, VNode } from 'preact'
import { FieldGroup, SelectField, TextareaField, TextField } from '../../../../ui/field.tsx'
import type { FieldError } from '../../../../ui/form.tsx'
import type { Reader } from '../../../../ui/reader.ts'
import { wantedForms, wantedWays, wishKinds } from '../../cases/wish.ts'
import { outcomes } from '../../load-outcomes.ts'
import { said } from '../../said.ts'
import type { RequestField, TypedRequest } from '../typed-form.ts'

export interface RequestFieldsProps {
  reader: Reader
  typed: TypedRequest
  items: string
  errors: FieldError[]
}

/** What every field of a request at the desk is handed: its name, its label, what was typed. */
export function fieldOf({ reader, typed, errors }: Omit<RequestFieldsProps, 'items'>, name: RequestField) {
  return { reader, errors, name, value: typed[name], label: reader.t(`applications.new.${name}`) }
}

/** A list to choose from, with nothing chosen at first. */
export function choices(reader: Reader, list: readonly { value: string; label: string }[]): { value: string; label: string }[] {
  return [{ value: '', label: reader.t('applications.choose') }, ...list]
}

/** What is wanted: kind, words, things one by one, form and way. `hint` stands with the words. */
export function WantedFields(props: RequestFieldsProps & { hint?: string | undefined }): VNode {
  const { reader, items, hint } = props
  return (
    <FieldGroup legend={reader.t('applications.new.what')}>
      <SelectField
        {...fieldOf(props, 'kind')}
        options={wishKinds.map((value) => ({ value, label: reader.t(`applications.kind.${value}`) }))}
      />
      <TextareaField {...fieldOf(props, 'wanted')} hint={hint} rows={6} />
      <TextareaField
        reader={reader}
        name="item"
        label={reader.t('applications.new.items')}
        hint={reader.t('applications.new.items-hint')}
        value={items}
        rows={3}
        optional
      />
      <TextField {...fieldOf(props, 'documentHint')} optional />
      <TextareaField {...fieldOf(props, 'reason')} hint={reader.t('applications.new.reason-hint')} rows={2} optional />
      <SelectField
        {...fieldOf(props, 'form')}
        options={choices(
          reader,
          wantedForms.map((value) => ({ value, label: reader.t(`applications.form.${value}`) })),
        )}
      />
      <SelectField
        {...fieldOf(props, 'way')}
        options={choices(
          reader,
          wantedWays.map((value) => ({ value, label: reader.t(`applications.way.${value}`) })),
        )}
      />
    </FieldGroup>
  )
}

/** Who asks, and through whom. `children` end the group. */
export function WhoFields(props: RequestFieldsProps & { children?: ComponentChildren }): VNode {
  const { reader } = props
  const named = (list: readonly { kind: string; nameZh: string; nameEn: string }[]) =>
    choices(
      reader,
      list.map((one) => ({ value: one.kind, label: said(reader, one, 'name') })),
    )
  return (
    <FieldGroup legend={reader.t('applications.new.who')}>
      <p class="gk-quiet">{reader.t('applications.new.who-hint')}</p>
      <SelectField {...fieldOf(props, 'applicantKind')} options={named(outcomes.applicantKinds)} />
      <TextField {...fieldOf(props, 'name')} autocomplete="off" />
      <SelectField {...fieldOf(props, 'identityKind')} options={named(outcomes.identityKinds)} />
      <TextField {...fieldOf(props, 'identityNumber')} autocomplete="off" width={20} />
      <TextField {...fieldOf(props, 'contactName')} hint={reader.t('applications.new.contactName-hint')} autocomplete="off" optional />
      <TextField {...fieldOf(props, 'phone')} type="tel" autocomplete="off" width={20} optional />
      <TextField {...fieldOf(props, 'email')} type="email" autocomplete="off" width={30} optional />
      <TextField {...fieldOf(props, 'address')} autocomplete="off" optional />
      <TextField {...fieldOf(props, 'agentName')} hint={reader.t('applications.new.agentName-hint')} autocomplete="off" optional />
      <TextField {...fieldOf(props, 'agentIdentityNumber')} autocomplete="off" width={20} optional />
      {props.children}
    </FieldGroup>
  )
}
