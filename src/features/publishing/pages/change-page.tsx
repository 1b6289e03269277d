import type { VNode } from 'preact'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { TextareaField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Heading, Lead, Trail } from '../../../ui/heading.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import { isRevision, type ChangeName, type ChangeRefusal, type MergeRefusal } from '../change.ts'
import type { WholeDocument } from '../read-document.ts'
import { ChangeFields, type TypedChange } from './change-fields.tsx'

export interface ChangePageProps {
  reader: Reader
  whole: WholeDocument
  title: string
  change: ChangeName
  typed: TypedChange
  errors?: FieldError[] | undefined
}

const fieldOf: Record<ChangeRefusal, string> = {
  'wrong-standing': 'reason',
  'changed-meanwhile': 'reason',
  'reason-missing': 'reason',
  'replacement-missing': 'replacedBy',
  'replacement-not-public': 'replacedBy',
  circle: 'replacedBy',
  'reason-leaks': 'reason',
  'being-corrected': 'reason',
  'day-missing': 'endsOn',
  'day-before-formed': 'endsOn',
}

/** Changes a published document in public, in one of the ways there are, each with the reason that everybody reads. */
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
        <input type="hidden" name="seen" value={typed.seen} />
        <ChangeFields reader={reader} change={change} typed={typed} errors={errors} />
        <TextareaField
          reader={reader}
          name="reason"
          label={reader.t('publishing.change-page.reason')}
          hint={reader.t(change === 'merge' ? 'publishing.change-page.reason-hint-merge' : 'publishing.change-page.reason-hint')}
          value={typed.reason}
          errors={errors}
          rows={3}
        />
        <Actions>
          <Button classes={isRevision(change) ? undefined : 'govuk-button--warning'} text={label} />
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

/** The same for a merger: what is said of a part names it. */
export function mergeErrors(reader: Reader, refusals: readonly MergeRefusal[]): FieldError[] {
  return refusals.map(({ why, part }) => {
    const message = reader.t(`publishing.change-page.refused.${why}`)
    if (part !== undefined) return { field: 'parts', message: reader.t('publishing.change-page.refused.part', { part, message }) }
    if (why === 'replacement-not-public') return { field: 'parts', message }
    return { field: why === 'parts-missing' || why === 'part-unknown' || why === 'part-out-of-reach' ? 'parts' : fieldOf[why], message }
  })
}
