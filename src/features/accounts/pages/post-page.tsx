import type { VNode } from 'preact'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { DateField, TextField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, type FieldError, Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Heading } from '../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import type { Person } from '../people/person.ts'
import type { ListedPost } from '../people/read-people.ts'

export interface PostPageProps {
  reader: Reader
  person: Person
  post: ListedPost
  /** What was typed into the one of the two forms that was refused. */
  values: Record<'login' | 'sinceOn' | 'untilOn' | 'standInReason' | 'endOn' | 'endReason', string>
  errors: FieldError[]
}

/** One post: who stands in for its holder, and its end. */
export function PostPage({ reader, person, post, values, errors }: PostPageProps): VNode {
  const t = reader.t
  const title = `${t(`accounts.role.${post.role}`)} · ${nameIn(reader, post.unit)}`
  const action = `/desk/people/${person.id}/posts/${post.id}`
  return (
    <DeskPage reader={reader} title={title} section="people" hasErrors={errors.length > 0}>
      <ErrorBox reader={reader} errors={errors} />
      <Heading kicker={<a href={href(reader, `/desk/people/${person.id}`)}>{nameIn(reader, person)}</a>}>{title}</Heading>
      {post.standsInForId === undefined ? (
        <>
          <Heading level={2}>{t('accounts.stand-in.title')}</Heading>
          <p>{t('accounts.stand-in.lead')}</p>
          <Form reader={reader} action={action} keep label={t('accounts.stand-in.title')}>
            <input type="hidden" name="act" value="stand-in" />
            <TextField
              reader={reader}
              name="login"
              label={t('accounts.stand-in.login')}
              value={values.login}
              autocomplete="off"
              width={20}
              errors={errors}
            />
            <DateField reader={reader} name="sinceOn" label={t('accounts.since')} value={values.sinceOn} errors={errors} />
            <DateField reader={reader} name="untilOn" label={t('accounts.until')} value={values.untilOn} errors={errors} />
            <TextField reader={reader} name="standInReason" label={t('accounts.reason')} value={values.standInReason} errors={errors} />
            <Actions>
              <Button text={t('accounts.stand-in.title')} />
            </Actions>
          </Form>
        </>
      ) : null}
      <Heading level={2}>{t('accounts.end.title')}</Heading>
      <p>{t('accounts.end.lead')}</p>
      <Form reader={reader} action={action} keep label={t('accounts.end.title')}>
        <input type="hidden" name="act" value="end" />
        <DateField
          reader={reader}
          name="endOn"
          label={t('accounts.until')}
          hint={t('accounts.end.hint')}
          value={values.endOn}
          optional
          errors={errors}
        />
        <TextField reader={reader} name="endReason" label={t('accounts.reason')} value={values.endReason} errors={errors} />
        <Actions>
          <Button classes="govuk-button--warning" text={t('accounts.end.title')} />
        </Actions>
      </Form>
    </DeskPage>
  )
}
