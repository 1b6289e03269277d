import type { VNode } from 'preact'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { DateField, SelectField, TextField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Heading, Lead } from '../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { unitKinds, unitLevels, type Unit } from '../unit.ts'
import { UnitTrail } from './desk-unit-page.tsx'

/** What the form of a new unit holds, as typed. */
export interface UnitDraft {
  code: string
  kind: string
  level: string
  organisationCode: string
  nameZh: string
  nameEn: string
  shortZh: string
  shortEn: string
  on: string
}

export interface NewUnitPageProps {
  reader: Reader
  parent: Unit
  draft: UnitDraft
  errors?: FieldError[]
}

/** The form that adds a unit below another. Its profile is filled afterwards, by whoever works there. */
export function NewUnitPage({ reader, parent, draft, errors = [] }: NewUnitPageProps): VNode {
  const title = reader.t('organisations.new.title', { unit: nameIn(reader, parent) })
  const shared = { reader, errors }
  const word = (name: keyof UnitDraft, key: Parameters<Reader['t']>[0]) => ({ ...shared, name, label: reader.t(key), value: draft[name] })
  return (
    <DeskPage reader={reader} title={title} section="units" hasErrors={errors.length > 0}>
      <UnitTrail reader={reader} unit={parent} page={reader.t('organisations.new.link')} />
      <ErrorBox reader={reader} errors={errors} />
      <Heading>{title}</Heading>
      <Lead>{reader.t('organisations.new.lead')}</Lead>
      <Form reader={reader} action="/desk/units/new" keep>
        <input type="hidden" name="parent" value={parent.code} />
        <TextField {...word('nameZh', 'organisations.field.name-zh')} />
        <TextField {...word('nameEn', 'organisations.field.name-en')} />
        <TextField {...word('shortZh', 'organisations.field.short-zh')} width={20} optional />
        <TextField {...word('shortEn', 'organisations.field.short-en')} width={20} optional />
        <SelectField
          {...word('kind', 'organisations.field.kind')}
          options={unitKinds.map((kind) => ({ value: kind, label: reader.t(`organisations.kind.${kind}`) }))}
        />
        <SelectField
          {...word('level', 'organisations.field.level')}
          hint={reader.t('organisations.hint.level')}
          options={unitLevels.map((level) => ({ value: level, label: reader.t(`organisations.level.${level}`) }))}
        />
        <TextField {...word('code', 'organisations.field.code')} hint={reader.t('organisations.hint.code')} width={20} />
        <TextField
          {...word('organisationCode', 'organisations.field.organisation-code')}
          hint={reader.t('organisations.hint.organisation-code')}
          width={10}
          optional
        />
        <DateField {...word('on', 'organisations.field.since')} />
        <Actions>
          <Button text={reader.t('organisations.new.save')} />
          <a href={href(reader, `/desk/units/${parent.code}`)}>{reader.t('organisations.cancel')}</a>
        </Actions>
      </Form>
    </DeskPage>
  )
}
