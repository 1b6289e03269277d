import type { VNode } from 'preact'
import { RadiosField } from '../../../../ui/choice.tsx'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { DateField, FieldGroup, TextareaField } from '../../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../../ui/form.tsx'
import { Button } from '../../../../ui/govuk/index.ts'
import { Heading, Lead, Trail } from '../../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import type { DutyDraft } from '../../pages/duty-draft.ts'
import { MatterFields, SubjectFields, WriterFields } from '../../pages/duty-fields.tsx'
import { RuleFields } from '../../pages/rule-fields.tsx'
import type { Category } from '../../queries.ts'
import type { Template } from '../template.ts'

/** What the form of a change holds besides the columns of the line. */
export interface ChangeDraft {
  takesEffectOn: string
  reason: string
  /** 'yes' when the line ends on that day. */
  ends: string
}

export interface LineFormPageProps {
  reader: Reader
  template: Template
  /** The code of the line that changes; undefined for a new one. */
  code: string | undefined
  draft: DutyDraft & ChangeDraft
  categories: readonly Category[]
  statute: string
  /** How many units inherit what is announced here. */
  heirs: number
  errors?: FieldError[]
}

/** The form in which a line of a template is laid down, changed or ended, with the day on which that takes effect. */
export function LineFormPage(props: LineFormPageProps): VNode {
  const { reader, template, code, draft, heirs, errors = [] } = props
  const title = reader.t(code === undefined ? 'catalogue.templates.add-line' : 'catalogue.templates.change-line')
  const back = `/desk/catalogue/templates/${template.code}`
  return (
    <DeskPage reader={reader} title={title} section="catalogue" hasErrors={errors.length > 0}>
      <Trail reader={reader} steps={[{ label: nameIn(reader, template), href: href(reader, back) }, { label: title }]} />
      <ErrorBox reader={reader} errors={errors} />
      <Heading kicker={nameIn(reader, template)}>{title}</Heading>
      <Lead>{reader.t('catalogue.templates.line-lead', { n: heirs })}</Lead>
      <Form reader={reader} action={`${back}/lines/${code ?? 'new'}`} keep>
        <When {...props} errors={errors} />
        <MatterFields {...{ reader, draft, errors }} categories={props.categories} isNew={code === undefined} />
        <RuleFields reader={reader} draft={draft} statute={props.statute} errors={errors} />
        <SubjectFields {...{ reader, draft, errors }} />
        <FieldGroup legend={reader.t('catalogue.form.writers')}>
          <WriterFields {...{ reader, draft, errors }} />
        </FieldGroup>
        <Actions>
          <Button text={reader.t('catalogue.templates.announce')} />
          <a href={href(reader, back)}>{reader.t('catalogue.cancel')}</a>
        </Actions>
      </Form>
    </DeskPage>
  )
}

function When({ reader, code, draft, errors = [] }: LineFormPageProps) {
  return (
    <FieldGroup legend={reader.t('catalogue.templates.when')}>
      <DateField
        {...{ reader, errors }}
        name="takesEffectOn"
        label={reader.t('catalogue.templates.takes-effect')}
        hint={reader.t('catalogue.templates.hint.takes-effect')}
        value={draft.takesEffectOn}
      />
      <TextareaField {...{ reader, errors }} name="reason" label={reader.t('catalogue.templates.reason')} value={draft.reason} rows={2} />
      {code === undefined ? null : (
        <RadiosField
          {...{ reader, errors }}
          name="ends"
          label={reader.t('catalogue.templates.ends')}
          value={draft.ends}
          choices={(['no', 'yes'] as const).map((value) => ({ value, label: reader.t(`catalogue.templates.ends.${value}`) }))}
        />
      )}
    </FieldGroup>
  )
}
