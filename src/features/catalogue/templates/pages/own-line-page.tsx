import type { VNode } from 'preact'
import type { Unit } from '../../../organisations/index.ts'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { DateField, FieldGroup, TextareaField } from '../../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../../ui/form.tsx'
import { Button } from '../../../../ui/govuk/index.ts'
import { Heading, Lead, Trail } from '../../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import type { DutyDraft } from '../../pages/duty-draft.ts'
import { ElementsFields, SubjectFields } from '../../pages/duty-fields.tsx'
import { RuleFields } from '../../pages/rule-fields.tsx'
import { titleIn } from '../../pages/rule-words.ts'
import type { StoredDuty } from '../../queries.ts'
import type { Template } from '../template.ts'
import { issuerIn } from './template-words.ts'

export interface OwnLinePageProps {
  reader: Reader
  duty: StoredDuty
  unit: Unit
  template: Template
  version: number
  draft: DutyDraft
  statute: string
  errors?: FieldError[]
}

/** The form in which a unit asks more of itself than the line above asks. */
export function OwnLinePage(props: OwnLinePageProps): VNode {
  const { reader, duty, unit, template, draft, errors = [] } = props
  const title = reader.t('catalogue.own-line.title')
  const back = `/desk/catalogue/duties/${duty.code}`
  return (
    <DeskPage reader={reader} title={title} section="catalogue" hasErrors={errors.length > 0}>
      <Trail reader={reader} steps={[{ label: titleIn(reader, duty), href: href(reader, back) }, { label: title }]} />
      <ErrorBox reader={reader} errors={errors} />
      <Heading kicker={`${nameIn(reader, unit)} · ${titleIn(reader, duty)}`}>{title}</Heading>
      <Lead>{reader.t('catalogue.own-line.lead', { issuer: issuerIn(reader, template) })}</Lead>
      <Form reader={reader} action={`/desk/catalogue/own-lines/${duty.code}/${unit.code}`} keep>
        <input type="hidden" name="version" value={props.version} />
        <RuleFields reader={reader} draft={draft} statute={props.statute} errors={errors} />
        <FieldGroup legend={reader.t('catalogue.form.matter')}>
          <ElementsFields {...{ reader, draft, errors }} />
        </FieldGroup>
        <SubjectFields {...{ reader, draft, errors }} />
        <FieldGroup legend={reader.t('catalogue.form.writers')}>
          <TextareaField
            {...{ reader, errors }}
            name="guidanceZh"
            label={reader.t('catalogue.form.guidanceZh')}
            value={draft.guidanceZh}
            rows={3}
            optional
          />
          <TextareaField
            {...{ reader, errors }}
            name="guidanceEn"
            label={reader.t('catalogue.form.guidanceEn')}
            value={draft.guidanceEn}
            rows={3}
            optional
          />
          <DateField
            {...{ reader, errors }}
            name="untilOn"
            label={reader.t('catalogue.column.until')}
            hint={reader.t('catalogue.own-line.until')}
            value={draft.untilOn}
            optional
          />
        </FieldGroup>
        <Actions>
          <Button text={reader.t('catalogue.own-line.save')} />
          <a href={href(reader, back)}>{reader.t('catalogue.cancel')}</a>
        </Actions>
      </Form>
    </DeskPage>
  )
}
