import type { VNode } from 'preact'
import { roles } from '../../../kernel/policy.ts'
import { RadiosField } from '../../../ui/choice.tsx'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { DateField, TextField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, type FieldError, Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Heading } from '../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { UnitField, type UnitChoice } from './unit-field.tsx'

export interface GrantPageProps {
  reader: Reader
  person: { id: number; nameZh: string; nameEn: string }
  units: readonly UnitChoice[]
  values: Record<'unit' | 'role' | 'sinceOn' | 'untilOn' | 'reason', string>
  errors: FieldError[]
}

/** Gives a person a post: a role in a unit and everything below it. */
export function GrantPage({ reader, person, units, values, errors }: GrantPageProps): VNode {
  const t = reader.t
  const choices = roles.map((role) => ({ value: role, label: t(`accounts.role.${role}`), hint: t(`accounts.role.${role}.does`) }))
  return (
    <DeskPage reader={reader} title={t('accounts.grant.title')} section="people" hasErrors={errors.length > 0}>
      <ErrorBox reader={reader} errors={errors} />
      <Heading kicker={<a href={href(reader, `/desk/people/${person.id}`)}>{nameIn(reader, person)}</a>}>
        {t('accounts.grant.title')}
      </Heading>
      <Form reader={reader} action={`/desk/people/${person.id}/posts`} keep>
        <UnitField reader={reader} units={units} value={values.unit} errors={errors} />
        <RadiosField reader={reader} name="role" label={t('accounts.role')} choices={choices} value={values.role} errors={errors} />
        <DateField reader={reader} name="sinceOn" label={t('accounts.since')} value={values.sinceOn} errors={errors} />
        <DateField
          reader={reader}
          name="untilOn"
          label={t('accounts.until')}
          hint={t('accounts.until.hint')}
          value={values.untilOn}
          optional
          errors={errors}
        />
        <TextField reader={reader} name="reason" label={t('accounts.reason')} value={values.reason} optional errors={errors} />
        <Actions>
          <Button text={t('accounts.grant.title')} />
          <a href={href(reader, `/desk/people/${person.id}`)}>{t('accounts.back')}</a>
        </Actions>
      </Form>
    </DeskPage>
  )
}
