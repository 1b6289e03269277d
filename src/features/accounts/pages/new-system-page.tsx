import type { VNode } from 'preact'
import { scopes } from '../../../kernel/policy.ts'
import { CheckboxesField } from '../../../ui/choice.tsx'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { DateField, TextField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, type FieldError, Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Heading, Lead } from '../../../ui/heading.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import { UnitField, type UnitChoice } from './unit-field.tsx'

export interface SystemValues {
  name: string
  unit: string
  responsible: string
  scopes: string[]
  expiresOn: string
}

export interface NewSystemPageProps {
  reader: Reader
  units: readonly UnitChoice[]
  values: SystemValues
  errors: FieldError[]
  longestDays: number
}

/** Registers a system of a unit and asks for its first token. */
export function NewSystemPage({ reader, units, values, errors, longestDays }: NewSystemPageProps): VNode {
  const t = reader.t
  const title = t('accounts.systems.new')
  return (
    <DeskPage reader={reader} title={title} section="systems" hasErrors={errors.length > 0}>
      <ErrorBox reader={reader} errors={errors} />
      <Heading kicker={<a href={href(reader, '/desk/systems')}>{t('accounts.systems.title')}</a>}>{title}</Heading>
      <Lead>{t('accounts.systems.new.lead')}</Lead>
      <Form reader={reader} action="/desk/systems/new" keep>
        <TextField
          reader={reader}
          name="name"
          label={t('accounts.systems.name')}
          hint={t('accounts.systems.name.hint')}
          value={values.name}
          autocomplete="off"
          errors={errors}
        />
        <UnitField reader={reader} units={units} value={values.unit} errors={errors} />
        <TokenFields reader={reader} values={values} errors={errors} longestDays={longestDays} />
        <Actions>
          <Button text={t('accounts.systems.issue')} />
          <a href={href(reader, '/desk/systems')}>{t('accounts.back')}</a>
        </Actions>
      </Form>
    </DeskPage>
  )
}

/** What every token has: who answers for it, what it may do, until when. */
export function TokenFields({ reader, values, errors, longestDays }: Omit<NewSystemPageProps, 'units'>): VNode {
  const t = reader.t
  return (
    <>
      <TextField
        reader={reader}
        name="responsible"
        label={t('accounts.systems.responsible')}
        hint={t('accounts.systems.responsible.hint')}
        value={values.responsible}
        autocomplete="off"
        width={20}
        errors={errors}
      />
      <CheckboxesField
        reader={reader}
        name="scopes"
        label={t('accounts.systems.scopes')}
        hint={t('accounts.systems.scopes.hint')}
        values={values.scopes}
        choices={scopes.map((scope) => ({
          value: scope,
          label: t(`accounts.scope.${wordOf(scope)}`),
          hint: t(`accounts.scope.${wordOf(scope)}.does`, { scope }),
        }))}
        errors={errors}
      />
      <DateField
        reader={reader}
        name="expiresOn"
        label={t('accounts.until')}
        hint={t('accounts.systems.until.hint', { n: longestDays })}
        value={values.expiresOn}
        errors={errors}
      />
    </>
  )
}

/** `read:desk` as its words are keyed. */
export function wordOf<Scope extends (typeof scopes)[number]>(scope: Scope) {
  return scope.replace(':', '-') as Scope extends `${infer What}:${infer How}` ? `${What}-${How}` : never
}
