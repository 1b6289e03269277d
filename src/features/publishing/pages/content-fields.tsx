import type { VNode } from 'preact'
import { RadiosField } from '../../../ui/choice.tsx'
import { DateField, SelectField, TextareaField, TextField } from '../../../ui/field.tsx'
import { Details } from '../../../ui/govuk/index.ts'
import type { Reader } from '../../../ui/reader.ts'
import { limits } from '../document.ts'
import { genres, servedGroups, subjects } from '../metadata.ts'
import { OpennessFields, type FieldsProps } from './openness-fields.tsx'

/** What every document needs: a title, a text, the day it was formed. */
export function MainFields({ reader, typed, errors }: FieldsProps): VNode {
  const shared = { reader, errors }
  return (
    <>
      <TextField
        {...shared}
        name="title"
        label={reader.t('publishing.field.title')}
        hint={reader.t('publishing.field.title-hint')}
        value={typed.title}
      />
      <TextareaField
        {...shared}
        name="body"
        label={reader.t('publishing.field.body')}
        hint={reader.t('publishing.field.body-hint')}
        value={typed.body}
        rows={18}
      />
      <Details summaryText={reader.t('publishing.markdown.title')}>
        <pre class="gk-difference">{reader.t('publishing.markdown.help')}</pre>
      </Details>
      <DateField
        {...shared}
        name="formedOn"
        label={reader.t('publishing.field.formed-on')}
        hint={reader.t('publishing.field.formed-on-hint')}
        value={typed.formedOn}
      />
    </>
  )
}

/** The rest, filled with the usual values: open when something in it is wrong or missing. */
export function MoreFields({ reader, typed, errors, open }: FieldsProps & { open: boolean }): VNode {
  const main = ['title', 'body', 'formedOn', 'unit', 'voids']
  const shared = { reader, errors }
  return (
    <Details summaryText={reader.t('publishing.more')} open={open || errors.some((error) => !main.includes(error.field))}>
      <ClassFields reader={reader} typed={typed} errors={errors} />
      <MarkFields reader={reader} typed={typed} errors={errors} />
      <OpennessFields reader={reader} typed={typed} errors={errors} />
      <RadiosField
        {...shared}
        name="language"
        label={reader.t('publishing.language.label')}
        value={typed.language}
        choices={(['zh', 'en'] as const).map((value) => ({ value, label: reader.t(`publishing.language.${value}`) }))}
        inline
      />
      <TextareaField
        {...shared}
        name="related"
        label={reader.t('publishing.field.related')}
        hint={reader.t('publishing.field.related-hint')}
        value={typed.related}
        rows={2}
        optional
      />
    </Details>
  )
}

/** What it is about, what kind of document it is, whom it serves. */
function ClassFields({ reader, typed, errors }: FieldsProps) {
  const shared = { reader, errors }
  return (
    <>
      <SelectField
        {...shared}
        name="subject"
        label={reader.t('publishing.subject.label')}
        value={typed.subject}
        options={classes(reader, 'subject', subjects)}
      />
      <SelectField
        {...shared}
        name="genre"
        label={reader.t('publishing.genre.label')}
        value={typed.genre}
        options={classes(reader, 'genre', genres)}
        optional
      />
      <SelectField
        {...shared}
        name="served"
        label={reader.t('publishing.served.label')}
        value={typed.served}
        options={classes(reader, 'served', servedGroups)}
        optional
      />
    </>
  )
}

/** Number, summary, keywords, end of validity. */
function MarkFields({ reader, typed, errors }: FieldsProps) {
  const shared = { reader, errors }
  return (
    <>
      <TextField
        {...shared}
        name="documentNumber"
        label={reader.t('publishing.field.document-number')}
        hint={reader.t('publishing.field.document-number-hint')}
        value={typed.documentNumber}
        width={20}
        optional
      />
      <TextareaField
        {...shared}
        name="summary"
        label={reader.t('publishing.field.summary')}
        hint={reader.t('publishing.field.summary-hint', { n: limits.summary })}
        value={typed.summary}
        rows={3}
        optional
      />
      <TextField
        {...shared}
        name="keywords"
        label={reader.t('publishing.field.keywords')}
        hint={reader.t('publishing.field.keywords-hint')}
        value={typed.keywords}
        optional
      />
      <DateField
        {...shared}
        name="validUntil"
        label={reader.t('publishing.field.valid-until')}
        hint={reader.t('publishing.field.valid-until-hint')}
        value={typed.validUntil}
        optional
      />
    </>
  )
}

function classes(reader: Reader, kind: 'subject' | 'genre' | 'served', codes: readonly string[]) {
  const options = codes.map((value) => ({ value, label: reader.t(`publishing.${kind}.${value}` as 'publishing.subject.1') }))
  return [{ value: '', label: reader.t(`publishing.${kind}.choose`) }, ...options]
}
