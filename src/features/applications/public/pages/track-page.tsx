import type { VNode } from 'preact'
import { TextField } from '../../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../../ui/form.tsx'
import { Button } from '../../../../ui/govuk/index.ts'
import { Heading, Lead } from '../../../../ui/heading.tsx'
import { href, type Reader } from '../../../../ui/reader.ts'
import { PublicPage } from '../../../../ui/shell.tsx'

export interface TrackPageProps {
  reader: Reader
  number: string
  errors: FieldError[]
  /** What just happened: the page of the case was closed, by its reader or by the time. */
  said?: 'ended' | 'expired' | undefined
  /** What was written for a case whose page has run out: it was not sent, and is not lost. */
  unsent?: string | undefined
}

/** Asks for number and code. The same page for a number that does not exist and for a code that does not fit. */
export function TrackPage({ reader, number, errors, said, unsent = '' }: TrackPageProps): VNode {
  const shared = { reader, errors }
  return (
    <PublicPage reader={reader} title={reader.t('apply.track.title')} hasErrors={errors.length > 0}>
      {said === undefined ? null : (
        <div class="gk-banner" role="status">
          <p class="gk-banner__title">{reader.t(`apply.track.said.${said}`)}</p>
          {unsent === '' ? null : <p>{reader.t('apply.track.unsent')}</p>}
          {unsent === '' ? null : <blockquote>{unsent}</blockquote>}
        </div>
      )}
      <ErrorBox reader={reader} errors={errors} />
      <Heading>{reader.t('apply.track.title')}</Heading>
      <Lead>{reader.t('apply.track.lead')}</Lead>
      <Form reader={reader} action="/track">
        <TextField
          {...shared}
          name="number"
          label={reader.t('apply.receipt.number')}
          hint={reader.t('apply.track.number-hint')}
          value={number}
          width={30}
          autocomplete="off"
        />
        <TextField
          {...shared}
          name="code"
          label={reader.t('apply.receipt.code')}
          hint={reader.t('apply.track.code-hint')}
          width={30}
          autocomplete="off"
        />
        <Actions>
          <Button text={reader.t('apply.track.button')} />
        </Actions>
      </Form>
      <p class="gk-quiet gk-measure">{reader.t('apply.track.lost')}</p>
      <p>
        <a href={href(reader, '/apply')}>{reader.t('apply.track.apply')}</a>
      </p>
    </PublicPage>
  )
}
