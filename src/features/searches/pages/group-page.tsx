import type { VNode } from 'preact'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { TextareaField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Heading, Lead, Trail } from '../../../ui/heading.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import type { Group } from '../group.ts'

export interface GroupPageProps {
  reader: Reader
  /** The group that is changed; without it a new one is laid down. */
  existing?: Group | undefined
  typed: string
  errors?: FieldError[]
}

/** The form of one group of words that mean the same. */
export function GroupPage({ reader, existing, typed, errors = [] }: GroupPageProps): VNode {
  const { t } = reader
  const title = t(existing === undefined ? 'searches.synonyms.new' : 'searches.synonyms.change')
  const path = existing === undefined ? '/desk/synonyms/new' : `/desk/synonyms/${existing.id}`
  return (
    <DeskPage reader={reader} title={title} section="searches" hasErrors={errors.length > 0}>
      <Trail reader={reader} steps={[{ label: t('searches.synonyms.title'), href: href(reader, '/desk/synonyms') }, { label: title }]} />
      <ErrorBox reader={reader} errors={errors} />
      <Heading>{title}</Heading>
      <Lead>{t('searches.synonyms.form')}</Lead>
      <Form reader={reader} action={path} keep>
        {existing === undefined ? null : <input type="hidden" name="version" value={existing.version} />}
        <TextareaField
          reader={reader}
          errors={errors}
          name="words"
          label={t('searches.synonyms.words')}
          hint={t('searches.synonyms.hint')}
          value={typed}
          rows={6}
        />
        <Actions>
          <Button text={t('searches.synonyms.save')} />
          <a href={href(reader, '/desk/synonyms')}>{t('searches.cancel')}</a>
        </Actions>
      </Form>
      {existing === undefined ? null : (
        <Form reader={reader} action={`${path}/remove`}>
          <Actions>
            <Button text={t('searches.synonyms.remove')} classes="govuk-button--warning" />
          </Actions>
        </Form>
      )}
    </DeskPage>
  )
}
