import type { VNode } from 'preact'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { DateField, TextareaField, TextField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Heading, Lead } from '../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import type { Unit } from '../unit.ts'
import { UnitTrail } from './desk-unit-page.tsx'

/** What the form of a new name holds, as typed. */
export interface NameDraft {
  nameZh: string
  nameEn: string
  shortZh: string
  shortEn: string
  on: string
  reason: string
}

/** The form that gives a unit a new name. The old one stays in its history, and index numbers stay as they are. */
export function RenamePage({
  reader,
  unit,
  draft,
  errors = [],
}: {
  reader: Reader
  unit: Unit
  draft: NameDraft
  errors?: FieldError[]
}): VNode {
  const title = reader.t('organisations.rename.title')
  const word = (name: keyof NameDraft, key: Parameters<Reader['t']>[0]) => ({
    reader,
    errors,
    name,
    label: reader.t(key),
    value: draft[name],
  })
  return (
    <DeskPage reader={reader} title={title} section="units" hasErrors={errors.length > 0}>
      <UnitTrail reader={reader} unit={unit} page={reader.t('organisations.rename.link')} />
      <ErrorBox reader={reader} errors={errors} />
      <Heading kicker={nameIn(reader, unit)}>{title}</Heading>
      <Lead>{reader.t('organisations.rename.lead')}</Lead>
      <Form reader={reader} action={`/desk/units/${unit.code}/rename`} keep>
        <TextField {...word('nameZh', 'organisations.field.name-zh')} />
        <TextField {...word('nameEn', 'organisations.field.name-en')} />
        <TextField {...word('shortZh', 'organisations.field.short-zh')} width={20} optional />
        <TextField {...word('shortEn', 'organisations.field.short-en')} width={20} optional />
        <DateField {...word('on', 'organisations.rename.on')} />
        <TextareaField {...word('reason', 'organisations.reason')} hint={reader.t('organisations.hint.reason')} rows={3} />
        <Actions>
          <Button text={reader.t('organisations.rename.save')} />
          <a href={href(reader, `/desk/units/${unit.code}`)}>{reader.t('organisations.cancel')}</a>
        </Actions>
      </Form>
    </DeskPage>
  )
}
