import type { VNode } from 'preact'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { TextareaField, TextField } from '../../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../../ui/form.tsx'
import { Button } from '../../../../ui/govuk/index.ts'
import { Heading, Lead, Trail } from '../../../../ui/heading.tsx'
import { href, type Reader } from '../../../../ui/reader.ts'
import type { CaseView } from '../../cases/read-case.ts'
import type { LetterText } from '../queries.ts'

export interface ReplyPageProps {
  reader: Reader
  view: CaseView
  typed: LetterText
  once: string
  /** The text was made from the decisions, and nobody has changed it yet. */
  isProposed: boolean
  errors: FieldError[]
}

/** The text of the reply, made from the decisions at first. */
export function ReplyPage({ reader, view, typed, once, isProposed, errors }: ReplyPageProps): VNode {
  const title = reader.t('applications.reply.title')
  const home = `/desk/applications/${view.application.ref}`
  const shared = { reader, errors }
  return (
    <DeskPage reader={reader} title={title} section="applications" hasErrors={errors.length > 0}>
      <Trail
        reader={reader}
        steps={[
          { label: reader.t('applications.list.title'), href: href(reader, '/desk/applications') },
          { label: view.application.number, href: href(reader, home) },
          { label: title },
        ]}
      />
      <ErrorBox reader={reader} errors={errors} />
      <Heading kicker={view.application.number}>{title}</Heading>
      <Lead>{reader.t(isProposed ? 'applications.reply.proposed' : 'applications.reply.lead')}</Lead>
      <Form reader={reader} action={`${home}/reply`} once={once} keep>
        <input type="hidden" name="version" value={String(view.application.version)} />
        <TextField {...shared} name="number" label={reader.t('applications.reply.number')} hint={reader.t('applications.reply.number-hint')} value={typed.number} optional />
        <TextField {...shared} name="title" label={reader.t('applications.reply.heading')} value={typed.title} />
        <TextareaField {...shared} name="body" label={reader.t('applications.reply.body')} hint={reader.t('applications.reply.body-hint')} value={typed.body} rows={18} />
        <TextareaField {...shared} name="bodyEn" label={reader.t('applications.reply.body-en')} value={typed.bodyEn} rows={10} optional />
        <Actions>
          <Button text={reader.t('applications.reply.save')} />
          {isProposed ? null : (
            <a href={`${href(reader, `${home}/reply`)}?anew=1`}>{reader.t('applications.reply.anew')}</a>
          )}
          <a href={href(reader, home)}>{reader.t('applications.deed.leave')}</a>
        </Actions>
      </Form>
    </DeskPage>
  )
}
