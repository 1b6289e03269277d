import type { VNode } from 'preact'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { DateField, FileField, SelectField, TextareaField, TextField } from '../../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../../ui/form.tsx'
import { Button } from '../../../../ui/govuk/index.ts'
import { Heading, Lead, Trail } from '../../../../ui/heading.tsx'
import { href, type Reader } from '../../../../ui/reader.ts'
import type { WordKey } from '../../../../kernel/words.ts'
import type { CaseView } from '../../cases/read-case.ts'
import { CaseBrief } from '../../cases/pages/case-brief.tsx'
import type { DeedField } from '../deed.ts'

export interface DeedPageProps {
  reader: Reader
  view: CaseView
  verb: string
  fields: readonly DeedField[]
  /** What was typed, by field; shown again after a refusal. */
  typed: Record<string, string>
  once: string
  isGrave: boolean
  errors: FieldError[]
}

/** The form of one deed: the case in brief, what the deed means, its few fields. */
export function DeedPage({ reader, view, verb, fields, typed, once, isGrave, errors }: DeedPageProps): VNode {
  const { application } = view
  const title = reader.t(`applications.deed.${verb}.title` as WordKey)
  const home = href(reader, `/desk/applications/${application.ref}`)
  return (
    <DeskPage reader={reader} title={title} section="applications" hasErrors={errors.length > 0}>
      <Trail
        reader={reader}
        steps={[
          { label: reader.t('applications.list.title'), href: href(reader, '/desk/applications') },
          { label: application.number, href: home },
          { label: title },
        ]}
      />
      <ErrorBox reader={reader} errors={errors} />
      <Heading kicker={application.number}>{title}</Heading>
      <Lead>{reader.t(`applications.deed.${verb}.lead` as WordKey)}</Lead>
      <CaseBrief reader={reader} view={view} />
      <Form
        reader={reader}
        action={`/desk/applications/${application.ref}/${verb}`}
        once={once}
        files={fields.some((one) => one.kind === 'file')}
        keep
      >
        <input type="hidden" name="version" value={String(application.version)} />
        {fields.map((field) => (
          <FieldOfDeed
            reader={reader}
            errors={errors}
            label={reader.t(`applications.deed.${verb}.field.${field.name}` as WordKey)}
            field={field}
            value={typed[field.name] ?? field.value ?? ''}
          />
        ))}
        <Actions>
          <Button
            text={reader.t(`applications.deed.${verb}.button` as WordKey)}
            {...(isGrave ? { classes: 'govuk-button--warning' } : {})}
          />
          <a href={home}>{reader.t('applications.deed.leave')}</a>
        </Actions>
      </Form>
    </DeskPage>
  )
}

interface FieldOfDeedProps {
  reader: Reader
  errors: FieldError[]
  label: string
  field: DeedField
  value: string
}

function FieldOfDeed({ reader, errors, label, field, value }: FieldOfDeedProps) {
  const shared = { reader, errors, label, name: field.name, ...(field.isOptional ? { optional: true } : {}) }
  switch (field.kind) {
    case 'day':
      return <DateField {...shared} value={value} />
    case 'line':
      return <TextField {...shared} value={value} />
    case 'number':
      return <TextField {...shared} value={value} width={5} inputmode="numeric" />
    case 'text':
      return <TextareaField {...shared} value={value} rows={5} />
    case 'file':
      return <FileField {...shared} />
    case 'choice':
      return (
        <SelectField
          {...shared}
          value={value}
          options={[{ value: '', label: reader.t('applications.choose') }, ...(field.options ?? [])]}
        />
      )
  }
}
