import type { VNode } from 'preact'
import type { Change } from '../../../platform/text/difference.ts'
import { CheckboxesField } from '../../../ui/choice.tsx'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../ui/form.tsx'
import { Button, NotificationBanner } from '../../../ui/govuk/index.ts'
import { Heading, Trail } from '../../../ui/heading.tsx'
import { Meanwhile } from '../../../ui/meanwhile.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import type { Typed } from '../form.ts'
import type { WholeDocument } from '../read-document.ts'
import { ChangedText } from './changed-text.tsx'
import { MainFields, MoreFields } from './content-fields.tsx'
import { doneInWords } from './done-words.ts'
import { Preview, type PreviewProps } from './preview.tsx'
import { meanwhileRows } from './meanwhile-rows.ts'

export interface EditPageProps {
  reader: Reader
  whole: WholeDocument
  typed: Typed
  /** The version that this form, once saved, follows. */
  version: number
  preview?: Omit<PreviewProps, 'reader'> | undefined
  /** Somebody else saved meanwhile: what stands now, and the difference from it to what is in the form. */
  meanwhile?: { theirs: Typed; changes: Change[] } | undefined
  done?: string | undefined
  errors?: FieldError[] | undefined
}

/** A text being written: everything about it, with a preview above, and what somebody else saved meanwhile. */
export function EditPage(props: EditPageProps): VNode {
  const { reader, whole, typed, errors = [], meanwhile } = props
  const { document } = whole
  const title = reader.t('publishing.edit.title')
  const address = `/desk/documents/${document.id}`
  const said = doneInWords(reader, props.done ?? '')
  return (
    <DeskPage
      reader={reader}
      title={`${title}: ${typed.title || reader.t('publishing.untitled')}`}
      section="documents"
      hasErrors={errors.length > 0}
    >
      <Trail
        reader={reader}
        steps={[
          { label: reader.t('publishing.list.title'), href: href(reader, '/desk/documents') },
          { label: document.indexNumber, href: href(reader, address) },
          { label: title },
        ]}
      />
      {said ? <NotificationBanner type="success" titleText={reader.t('publishing.done.title')} text={said} /> : null}
      <ErrorBox reader={reader} errors={errors} />
      {meanwhile === undefined ? null : <Theirs reader={reader} meanwhile={meanwhile} mine={typed} />}
      {props.preview === undefined ? null : <Preview reader={reader} {...props.preview} />}
      <Heading kicker={document.indexNumber}>{title}</Heading>
      <Form reader={reader} action={`${address}/edit`} keep class="gk-form--wide">
        <input type="hidden" name="version" value={String(props.version)} />
        <Voids reader={reader} stage={document.stage} errors={errors} />
        <MainFields reader={reader} typed={typed} errors={errors} />
        <MoreFields reader={reader} typed={typed} errors={errors} open={typed.subject === '' || typed.attribute !== 'proactive'} />
        <Actions>
          <Button name="_act" value="save" text={reader.t('publishing.write.save')} />
          <Button name="_act" value="preview" classes="govuk-button--secondary" text={reader.t('publishing.write.preview')} />
          <Button name="_act" value="submit" classes="govuk-button--secondary" text={reader.t('publishing.write.submit')} />
          <a href={href(reader, address)}>{reader.t('publishing.write.leave')}</a>
        </Actions>
      </Form>
    </DeskPage>
  )
}

/** A text on its way can be taken back by editing it, but never by accident. */
function Voids({ reader, stage, errors }: { reader: Reader; stage: WholeDocument['document']['stage']; errors: FieldError[] }) {
  if (stage === 'draft') return null
  return (
    <div class="gk-banner gk-banner--refused">
      <p class="gk-banner__title">{reader.t('publishing.edit.voids')}</p>
      <CheckboxesField
        reader={reader}
        name="voids"
        label={reader.t('publishing.edit.voids-label')}
        values={[]}
        choices={[{ value: 'yes', label: reader.t('publishing.edit.voids-yes') }]}
        errors={errors}
      />
    </div>
  )
}

function Theirs({ reader, meanwhile, mine }: { reader: Reader; meanwhile: NonNullable<EditPageProps['meanwhile']>; mine: Typed }) {
  return (
    <>
      <Meanwhile reader={reader} rows={meanwhileRows(reader, meanwhile.theirs, mine)} />
      <Heading level={2}>{reader.t('publishing.edit.their-text')}</Heading>
      <ChangedText reader={reader} changes={meanwhile.changes} />
    </>
  )
}
