import type { VNode } from 'preact'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Empty, Heading, Lead } from '../../../ui/heading.tsx'
import type { Reader } from '../../../ui/reader.ts'
import type { SavedSearch } from '../../searches/index.ts'

/** A kept search and how many documents in it are new since it was last looked at. */
export interface SavedLine extends SavedSearch {
  fresh: number
}

export interface SavedPageProps {
  reader: Reader
  lines: readonly SavedLine[]
  draft: { question: string; name: string }
  errors: FieldError[]
}

/** One's own searches by name, with what is new in each; opening one counts as looking. */
export function SavedPage({ reader, lines, draft, errors }: SavedPageProps): VNode {
  const { t } = reader
  return (
    <DeskPage reader={reader} title={t('portal.saved.title')} section="saved" hasErrors={errors.length > 0}>
      <ErrorBox reader={reader} errors={errors} />
      <Heading>{t('portal.saved.title')}</Heading>
      <Lead>{t('portal.saved.lead')}</Lead>
      {lines.length === 0 ? (
        <Empty title={t('portal.saved.none')} />
      ) : (
        <ul class="gk-saved">
          {lines.map((line) => (
            <li class="gk-saved__one">
              <Form reader={reader} action={`/desk/saved/${line.id}/open`} class="gk-saved__open">
                <button class="gk-saved__name" type="submit">
                  {line.name}
                </button>
                <span class="gk-saved__fresh">
                  {line.fresh > 0 ? t('portal.saved.fresh', { n: line.fresh }) : t('portal.saved.nothing-fresh')}
                </span>
              </Form>
              <Form reader={reader} action={`/desk/saved/${line.id}/remove`}>
                <button class="govuk-button govuk-button--secondary gk-saved__remove" type="submit">
                  {t('portal.saved.remove')}
                  <span class="govuk-visually-hidden"> {line.name}</span>
                </button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <Heading level={2}>{t('portal.saved.new')}</Heading>
      <Form reader={reader} action="/desk/saved">
        <TextField
          reader={reader}
          errors={errors}
          name="question"
          label={t('portal.saved.question')}
          hint={t('portal.saved.question.hint')}
          value={draft.question}
        />
        <TextField reader={reader} errors={errors} name="name" label={t('portal.saved.name')} value={draft.name} width={30} />
        <Actions>
          <Button text={t('portal.saved.save')} />
        </Actions>
      </Form>
    </DeskPage>
  )
}
