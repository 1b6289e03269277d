import type { VNode } from 'preact'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { TextareaField, TextField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Heading, Lead, Trail } from '../../../ui/heading.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import type { ChangeName, ChangeRefusal } from '../change.ts'
import type { WholeDocument } from '../read-document.ts'

export interface ChangePageProps {
  reader: Reader
  whole: WholeDocument
  title: string
  change: ChangeName
  typed: { reason: string; replacedBy: string }
  errors?: FieldError[] | undefined
}

const fieldOf: Record<ChangeRefusal, string> = {
  'wrong-standing': 'reason',
  'reason-missing': 'reason',
  'replacement-missing': 'replacedBy',
  'replacement-not-public': 'replacedBy',
  circle: 'replacedBy',
  'reason-leaks': 'reason',
  'being-corrected': 'reason',
}

/** Changes a published document in public: correct, cancel, withdraw, replace, remove, each with the reason that everybody reads. */
export function ChangePage({ reader, whole, title, change, typed, errors = [] }: ChangePageProps): VNode {
  const { document } = whole
  const label = reader.t(`publishing.change.${change}`)
  return (
    <DeskPage reader={reader} title={`${label}: ${title}`} section="documents" hasErrors={errors.length > 0}>
      <Trail
        reader={reader}
        steps={[
          { label: reader.t('publishing.list.title'), href: href(reader, '/desk/documents') },
          { label: document.indexNumber, href: href(reader, `/desk/documents/${document.id}`) },
          { label },
        ]}
      />
      <ErrorBox reader={reader} errors={errors} />
      <Heading kicker={title}>{label}</Heading>
      <Lead>{reader.t(`publishing.change-page.${change}`)}</Lead>
      <Form reader={reader} action={`/desk/documents/${document.id}/change/${change}`} keep>
        {change === 'replace' ? (
          <TextField
            reader={reader}
            name="replacedBy"
            label={reader.t('publishing.change-page.replaced-by')}
            hint={reader.t('publishing.change-page.replaced-by-hint')}
            value={typed.replacedBy}
            errors={errors}
            width={30}
          />
        ) : null}
        <TextareaField
          reader={reader}
          name="reason"
          label={reader.t('publishing.change-page.reason')}
          hint={reader.t('publishing.change-page.reason-hint')}
          value={typed.reason}
          errors={errors}
          rows={3}
        />
        <Actions>
          <Button classes={change === 'correct' ? undefined : 'govuk-button--warning'} text={label} />
          <a href={href(reader, `/desk/documents/${document.id}`)}>{reader.t('publishing.write.leave')}</a>
        </Actions>
      </Form>
    </DeskPage>
  )
}

/** Refusals as things to mend in the form. */
export function changeErrors(reader: Reader, refusals: readonly ChangeRefusal[]): FieldError[] {
  return refusals.map((refusal) => ({ field: fieldOf[refusal], message: reader.t(`publishing.change-page.refused.${refusal}`) }))
}
