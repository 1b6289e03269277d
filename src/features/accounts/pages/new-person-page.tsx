import type { VNode } from 'preact'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, type FieldError, Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Facts, Heading, Lead } from '../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import type { PersonDraft } from '../people/person.ts'

/** Somebody new. Posts are given on their own page afterwards. */
export function NewPersonPage({ reader, values, errors }: { reader: Reader; values: PersonDraft; errors: FieldError[] }): VNode {
  const title = reader.t('accounts.new.title')
  return (
    <DeskPage reader={reader} title={title} section="people" hasErrors={errors.length > 0}>
      <ErrorBox reader={reader} errors={errors} />
      <Heading kicker={<a href={href(reader, '/desk/people')}>{reader.t('accounts.people.title')}</a>}>{title}</Heading>
      <Lead>{reader.t('accounts.new.lead')}</Lead>
      <Form reader={reader} action="/desk/people/new" keep>
        <PersonFields reader={reader} values={values} errors={errors} />
        <Actions>
          <Button text={reader.t('accounts.new.button')} />
          <a href={href(reader, '/desk/people')}>{reader.t('accounts.back')}</a>
        </Actions>
      </Form>
    </DeskPage>
  )
}

/** Who somebody is. */
export function PersonFields({ reader, values, errors }: { reader: Reader; values: PersonDraft; errors: FieldError[] }): VNode {
  const t = reader.t
  return (
    <>
      <TextField
        reader={reader}
        name="login"
        label={t('accounts.login')}
        hint={t('accounts.login.hint')}
        value={values.login}
        autocomplete="off"
        width={20}
        errors={errors}
      />
      <TextField
        reader={reader}
        name="nameZh"
        label={t('accounts.name.zh')}
        value={values.nameZh}
        autocomplete="off"
        width={20}
        errors={errors}
      />
      <TextField
        reader={reader}
        name="nameEn"
        label={t('accounts.name.en')}
        value={values.nameEn}
        autocomplete="off"
        width={30}
        errors={errors}
      />
      <TextField
        reader={reader}
        name="email"
        label={t('accounts.email')}
        hint={t('accounts.email.hint')}
        value={values.email}
        type="email"
        autocomplete="off"
        width={30}
        optional
        errors={errors}
      />
    </>
  )
}

export interface OneTimePasswordPageProps {
  reader: Reader
  person: { id: number; login: string; nameZh: string; nameEn: string }
  oneTimePassword: string
  days: number
}

/** The one time that a password made for somebody is shown. */
export function OneTimePasswordPage({ reader, person, oneTimePassword, days }: OneTimePasswordPageProps): VNode {
  const title = reader.t('accounts.one-time.title', { name: nameIn(reader, person) })
  return (
    <DeskPage reader={reader} title={title} section="people">
      <Heading>{title}</Heading>
      <Lead>{reader.t('accounts.one-time.lead', { days })}</Lead>
      <Facts
        rows={[
          { label: reader.t('accounts.login'), value: <code>{person.login}</code> },
          { label: reader.t('accounts.one-time'), value: <code>{oneTimePassword}</code> },
        ]}
      />
      <Actions>
        <Button href={href(reader, `/desk/people/${person.id}`)} text={reader.t('accounts.one-time.next')} />
      </Actions>
    </DeskPage>
  )
}
