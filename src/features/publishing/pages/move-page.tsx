import type { VNode } from 'preact'
import { RadiosField } from '../../../ui/choice.tsx'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { FieldGroup, TextareaField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../ui/form.tsx'
import { Button, InsetText } from '../../../ui/govuk/index.ts'
import { Heading, Lead, Trail } from '../../../ui/heading.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import type { Change } from '../../../platform/text/difference.ts'
import type { PlainMove } from '../move.ts'
import type { DeskDocument } from '../read-desk.ts'
import { ChangedText } from './changed-text.tsx'
import { FilesSeen } from './file-findings.tsx'
import { Findings } from './findings.tsx'
import { SecretFields } from './secret-fields.tsx'
import { Prose } from '../../../ui/prose.tsx'

/** The fields of a move as they were typed. */
export interface TypedMove {
  remark: string
  conclusion: string
  basis: string
  opinion: string
  consulted: string
  redactions: string
  level: string
  classifiedUntil: string
  passages: { passage: string; words: string }[]
}

export const passagePairs = 3

export interface MovePageProps {
  reader: Reader
  desk: DeskDocument
  move: PlainMove
  typed: TypedMove
  html: string
  errors?: FieldError[] | undefined
  /** The text changed since this form was opened: from what was read to what stands now. */
  changes?: Change[] | undefined
}

const conclusions = ['may-publish', 'may-not', 'refer-up'] as const

/** One step of a document that needs words: sent back with remarks, the secrecy review with its record, given up with a reason. */
export function MovePage(props: MovePageProps): VNode {
  const { reader, desk, move, errors = [], changes } = props
  const { document, version } = desk.whole
  const label = labelOf(reader, desk, move)
  return (
    <DeskPage reader={reader} title={`${label}: ${version.title}`} section="documents" hasErrors={errors.length > 0}>
      <Trail
        reader={reader}
        steps={[
          { label: reader.t('publishing.list.title'), href: href(reader, '/desk/documents') },
          { label: document.indexNumber, href: href(reader, `/desk/documents/${document.id}`) },
          { label },
        ]}
      />
      <ErrorBox reader={reader} errors={errors} />
      <Heading kicker={version.title}>{label}</Heading>
      <Lead>{reader.t(`publishing.move-page.${move}`)}</Lead>
      {changes === undefined ? null : (
        <InsetText>
          <ChangedText reader={reader} changes={changes} />
        </InsetText>
      )}
      <Form reader={reader} action={`/desk/documents/${document.id}/move`} keep>
        <input type="hidden" name="version" value={String(document.currentVersion)} />
        <input type="hidden" name="seen" value={desk.whole.contentHash} />
        {move === 'clear' ? <ReviewFields {...props} errors={errors} /> : null}
        {move === 'send-back' || move === 'drop' || move === 'unschedule' ? <Remark {...props} errors={errors} /> : null}
        {move === 'send-back' ? <PassageFields {...props} errors={errors} /> : null}
        <Actions>
          <Button id="move" name="move" value={move} text={move === 'clear' ? reader.t('publishing.move-page.clear-button') : label} />
          {move === 'clear' ? (
            <Button name="move" value="send-back" classes="govuk-button--secondary" text={reader.t('publishing.move.send-back')} />
          ) : null}
          <a href={href(reader, `/desk/documents/${document.id}`)}>{reader.t('publishing.write.leave')}</a>
        </Actions>
      </Form>
      <Heading level={2}>{reader.t('publishing.part.findings')}</Heading>
      <Findings reader={reader} findings={desk.findings} version={version} />
      {desk.files.length === 0 ? null : <FilesSeen reader={reader} documentId={document.id} files={desk.files} />}
      <Heading level={2}>{reader.t('publishing.part.text')}</Heading>
      <Prose html={props.html} language={version.language} />
    </DeskPage>
  )
}

function labelOf(reader: Reader, desk: DeskDocument, move: PlainMove): string {
  if (move === 'drop' && desk.whole.document.publishedVersion !== undefined) return reader.t('publishing.move.drop-correction')
  if (move === 'sign' && desk.whole.version.attribute !== 'proactive') return reader.t('publishing.move.sign-kept')
  return reader.t(`publishing.move.${move}`)
}

type Filled = MovePageProps & { errors: FieldError[] }

/** The record of the secrecy review (domain: 保密审查单). */
function ReviewFields({ reader, desk, typed, errors }: Filled) {
  const shared = { reader, errors }
  return (
    <>
      <RadiosField
        {...shared}
        name="conclusion"
        label={reader.t('publishing.review.conclusion')}
        value={typed.conclusion}
        choices={conclusions.map((value) => ({ value, label: reader.t(`publishing.review.conclusion.${value}`) }))}
      />
      <TextareaField
        {...shared}
        name="basis"
        label={reader.t('publishing.review.basis')}
        hint={reader.t('publishing.review.basis-hint')}
        value={typed.basis}
        rows={2}
      />
      {desk.situation.isSecret ? <SecretFields reader={reader} typed={typed} errors={errors} /> : null}
      <TextareaField {...shared} name="opinion" label={reader.t('publishing.review.opinion')} value={typed.opinion} rows={2} optional />
      <TextareaField
        {...shared}
        name="consulted"
        label={reader.t('publishing.review.consulted')}
        hint={reader.t('publishing.review.consulted-hint')}
        value={typed.consulted}
        rows={2}
        optional
      />
      <TextareaField
        {...shared}
        name="redactions"
        label={reader.t('publishing.review.redactions')}
        value={typed.redactions}
        rows={2}
        optional
      />
      <TextareaField
        {...shared}
        name="remark"
        label={reader.t('publishing.move-page.remark')}
        hint={reader.t('publishing.move-page.remark-back')}
        value={typed.remark}
        rows={2}
        optional
      />
    </>
  )
}

function Remark({ reader, typed, errors }: Filled) {
  return (
    <TextareaField
      reader={reader}
      name="remark"
      label={reader.t('publishing.move-page.remark')}
      value={typed.remark}
      errors={errors}
      rows={3}
    />
  )
}

function PassageFields({ reader, typed, errors }: Filled) {
  return (
    <FieldGroup legend={reader.t('publishing.move-page.passages')}>
      {Array.from({ length: passagePairs }, (_, at) => (
        <>
          <TextareaField
            reader={reader}
            name={`passage-${at + 1}`}
            label={reader.t('publishing.move-page.passage', { n: at + 1 })}
            hint={at === 0 ? reader.t('publishing.move-page.passage-hint') : undefined}
            value={typed.passages[at]?.passage ?? ''}
            errors={errors}
            rows={2}
            optional
          />
          <TextareaField
            reader={reader}
            name={`words-${at + 1}`}
            label={reader.t('publishing.move-page.words', { n: at + 1 })}
            value={typed.passages[at]?.words ?? ''}
            errors={errors}
            rows={2}
            optional
          />
        </>
      ))}
    </FieldGroup>
  )
}
