import type { VNode } from 'preact'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { FieldGroup } from '../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Heading, Trail } from '../../../ui/heading.tsx'
import { Meanwhile } from '../../../ui/meanwhile.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import type { Unit } from '../../organisations/index.ts'
import type { Category } from '../queries.ts'
import type { DutyDraft } from './duty-draft.ts'
import { MatterFields, SpanFields, SubjectFields, WriterFields } from './duty-fields.tsx'
import { RuleFields } from './rule-fields.tsx'

export interface DutyFormPageProps {
  reader: Reader
  /** The line that is changed: its version goes into the form. Without it a new one is laid down. */
  existing?: { code: string; version: number } | undefined
  draft: DutyDraft
  categories: readonly Category[]
  /** The units that may be chosen. */
  units: readonly Unit[]
  /** The statute's limit in words, with its provision: no rule may be looser. */
  statute: string
  errors?: FieldError[]
  /** Another editor was quicker: field by field, theirs and mine. */
  meanwhile?: { label: string; theirs: string; mine: string }[] | undefined
}

/** The form of one line of the catalogue, with all its columns. */
export function DutyFormPage(props: DutyFormPageProps): VNode {
  const { reader, existing, draft, errors = [], meanwhile } = props
  const title = reader.t(existing === undefined ? 'catalogue.duty.new' : 'catalogue.duty.edit')
  const back = existing === undefined ? '/desk/catalogue' : `/desk/catalogue/duties/${existing.code}`
  return (
    <DeskPage reader={reader} title={title} section="catalogue" hasErrors={errors.length > 0}>
      <Trail
        reader={reader}
        steps={[{ label: reader.t('catalogue.desk.title'), href: href(reader, '/desk/catalogue') }, { label: title }]}
      />
      <ErrorBox reader={reader} errors={errors} />
      {meanwhile === undefined ? null : <Meanwhile reader={reader} rows={meanwhile} />}
      <Heading>{title}</Heading>
      <Form reader={reader} action={existing === undefined ? '/desk/catalogue/duties/new' : `${back}/edit`} keep>
        {existing === undefined ? null : <input type="hidden" name="version" value={existing.version} />}
        <MatterFields {...{ reader, draft, errors }} categories={props.categories} isNew={existing === undefined} />
        <RuleFields reader={reader} draft={draft} statute={props.statute} errors={errors} />
        <SubjectFields {...{ reader, draft, errors }} units={props.units} />
        <FieldGroup legend={reader.t('catalogue.form.writers')}>
          <WriterFields {...{ reader, draft, errors }} />
          <SpanFields {...{ reader, draft, errors }} />
        </FieldGroup>
        <Actions>
          <Button text={reader.t(existing === undefined ? 'catalogue.duty.save-new' : 'catalogue.duty.save')} />
          <a href={href(reader, back)}>{reader.t('catalogue.cancel')}</a>
        </Actions>
      </Form>
    </DeskPage>
  )
}
