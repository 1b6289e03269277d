import type { VNode } from 'preact'
import type { Unit } from '../../../organisations/index.ts'
import { CheckboxesField } from '../../../../ui/choice.tsx'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { SelectField, TextField } from '../../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../../ui/form.tsx'
import { Button } from '../../../../ui/govuk/index.ts'
import { Heading, Lead, Trail } from '../../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import { dutyLevels } from '../../duty.ts'

export interface TemplateDraft {
  code: string
  unit: string
  nameZh: string
  nameEn: string
  issuerZh: string
  issuerEn: string
  kinds: string[]
  levels: string[]
}

export interface TemplateFormPageProps {
  reader: Reader
  draft: TemplateDraft
  /** The units that may keep it: those with units below them. */
  units: readonly Unit[]
  /** The kinds of unit that there are below. */
  kinds: readonly Unit['kind'][]
  errors?: FieldError[]
}

/** The form of a new template. */
export function TemplateFormPage({ reader, draft, units, kinds, errors = [] }: TemplateFormPageProps): VNode {
  const title = reader.t('catalogue.templates.new')
  const word = (name: 'nameZh' | 'nameEn' | 'issuerZh' | 'issuerEn' | 'code') => ({
    ...{ reader, errors, name, value: draft[name], label: reader.t(`catalogue.templates.form.${name}`) },
  })
  return (
    <DeskPage reader={reader} title={title} section="catalogue" hasErrors={errors.length > 0}>
      <Trail
        reader={reader}
        steps={[{ label: reader.t('catalogue.templates.title'), href: href(reader, '/desk/catalogue/templates') }, { label: title }]}
      />
      <ErrorBox reader={reader} errors={errors} />
      <Heading>{title}</Heading>
      <Lead>{reader.t('catalogue.templates.form.lead')}</Lead>
      <Form reader={reader} action="/desk/catalogue/templates/new" keep>
        <TextField {...word('nameZh')} />
        <TextField {...word('nameEn')} />
        <TextField {...word('issuerZh')} hint={reader.t('catalogue.templates.hint.issuer')} />
        <TextField {...word('issuerEn')} />
        <TextField {...word('code')} hint={reader.t('catalogue.hint.code')} width={20} />
        <SelectField
          {...{ reader, errors }}
          name="unit"
          label={reader.t('catalogue.templates.keeper')}
          value={draft.unit}
          options={units.map((unit) => ({ value: unit.code, label: nameIn(reader, unit) }))}
        />
        <CheckboxesField
          {...{ reader, errors }}
          name="kinds"
          label={reader.t('catalogue.templates.kinds')}
          values={draft.kinds}
          choices={kinds.map((value) => ({ value, label: reader.t(`catalogue.units.${value}`) }))}
        />
        <CheckboxesField
          {...{ reader, errors }}
          name="levels"
          label={reader.t('catalogue.column.levels')}
          hint={reader.t('catalogue.templates.hint.levels')}
          values={draft.levels}
          choices={dutyLevels.map((value) => ({ value, label: reader.t(`catalogue.level.${value}`) }))}
          optional
        />
        <Actions>
          <Button text={reader.t('catalogue.templates.save')} />
          <a href={href(reader, '/desk/catalogue/templates')}>{reader.t('catalogue.cancel')}</a>
        </Actions>
      </Form>
    </DeskPage>
  )
}
