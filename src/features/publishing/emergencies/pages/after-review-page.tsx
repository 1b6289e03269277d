import type { VNode } from 'preact'
import type { Calendar } from '../../../../kernel/calendar.ts'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { TextareaField } from '../../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../../ui/form.tsx'
import { Button } from '../../../../ui/govuk/index.ts'
import { Heading, Lead, Trail } from '../../../../ui/heading.tsx'
import { Prose } from '../../../../ui/prose.tsx'
import { href, type Reader } from '../../../../ui/reader.ts'
import { Findings } from '../../pages/findings.tsx'
import { ReleaseNotes } from '../../pages/release-ways.tsx'
import type { DeskDocument } from '../../read-desk.ts'

export interface AfterReviewPageProps {
  reader: Reader
  desk: DeskDocument
  calendar: Calendar
  html: string
  remark: string
  errors?: FieldError[] | undefined
}

/** The review that a release in an emergency owes: by somebody who neither wrote nor released it. */
export function AfterReviewPage({ reader, desk, calendar, html, remark, errors = [] }: AfterReviewPageProps): VNode {
  const { document, version, contentHash } = desk.whole
  const label = reader.t('release.after-review.open')
  return (
    <DeskPage reader={reader} title={`${label}: ${version.title}`} section="reviews" hasErrors={errors.length > 0}>
      <Trail
        reader={reader}
        steps={[
          { label: reader.t('publishing.queue.title'), href: href(reader, '/desk/reviews') },
          { label: document.indexNumber, href: href(reader, `/desk/documents/${document.id}`) },
          { label },
        ]}
      />
      <ErrorBox reader={reader} errors={errors} />
      <Heading kicker={version.title}>{label}</Heading>
      <ReleaseNotes reader={reader} desk={desk} calendar={calendar} />
      <Lead>{reader.t('release.after-review.lead')}</Lead>
      <Heading level={2}>{reader.t('publishing.part.text')}</Heading>
      <Prose html={html} language={version.language} />
      <Heading level={2}>{reader.t('publishing.part.findings')}</Heading>
      <Findings reader={reader} findings={desk.findings} version={version} />
      <Form reader={reader} action={`/desk/documents/${document.id}/after-review`} keep>
        <input type="hidden" name="version" value={String(document.currentVersion)} />
        <input type="hidden" name="seen" value={contentHash} />
        <TextareaField
          reader={reader}
          errors={errors}
          name="remark"
          label={reader.t('release.after-review.opinion')}
          hint={reader.t('release.after-review.opinion-hint')}
          value={remark}
          rows={3}
        />
        <Actions>
          <Button id="move" name="move" value="uphold" text={reader.t('release.after-review.uphold')} />
          <Button name="move" value="revoke" classes="govuk-button--warning" text={reader.t('release.after-review.revoke')} />
        </Actions>
      </Form>
    </DeskPage>
  )
}
