import type { VNode } from 'preact'
import { RadiosField } from '../../../../ui/choice.tsx'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { SelectField, TextareaField } from '../../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../../ui/form.tsx'
import { Button } from '../../../../ui/govuk/index.ts'
import { Heading, Lead, Trail } from '../../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import type { Unit } from '../../../organisations/index.ts'
import type { WholeDocument } from '../../read-document.ts'

export interface AskPageProps {
  reader: Reader
  whole: WholeDocument
  units: readonly Unit[]
  /** Working days that the other unit has. */
  days: number
  typed: { kind: string; unit: string; reason: string }
  mayJoin: boolean
  errors?: FieldError[] | undefined
}

/** Asks another unit for its word on a text: to issue it together, or to confirm what concerns it. */
export function AskPage({ reader, whole, units, days, typed, mayJoin, errors = [] }: AskPageProps): VNode {
  const { document, version } = whole
  const label = reader.t('release.units.ask')
  const kinds = mayJoin ? (['concern', 'co-issue'] as const) : (['concern'] as const)
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
      <Lead>{reader.t('release.ask.lead', { n: days })}</Lead>
      <Form reader={reader} action={`/desk/documents/${document.id}/agreements`} keep>
        <SelectField
          reader={reader}
          name="unit"
          label={reader.t('release.ask.unit')}
          value={typed.unit}
          errors={errors}
          options={[
            { value: '', label: reader.t('release.ask.choose') },
            ...units.map((unit) => ({ value: unit.code, label: nameIn(reader, unit) })),
          ]}
        />
        <RadiosField
          reader={reader}
          name="kind"
          label={reader.t('release.ask.kind')}
          value={typed.kind}
          errors={errors}
          choices={kinds.map((value) => ({
            value,
            label: reader.t(`release.units.kind.${value}`),
            hint: reader.t(`release.ask.kind.${value}`),
          }))}
        />
        <TextareaField
          reader={reader}
          name="reason"
          label={reader.t('release.ask.reason')}
          hint={reader.t('release.ask.reason-hint')}
          value={typed.reason}
          errors={errors}
          rows={3}
        />
        <Actions>
          <Button text={reader.t('release.ask.button')} />
          <a href={href(reader, `/desk/documents/${document.id}`)}>{reader.t('publishing.write.leave')}</a>
        </Actions>
      </Form>
    </DeskPage>
  )
}
