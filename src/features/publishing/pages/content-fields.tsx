import type { VNode } from 'preact'
import { RadiosField } from '../../../ui/choice.tsx'
import { DateField, SelectField, TextareaField, TextField } from '../../../ui/field.tsx'
import type { FieldError } from '../../../ui/form.tsx'
import type { Reader } from '../../../ui/reader.ts'
import { limits } from '../document.ts'
import type { Typed } from '../form.ts'
import { attributes, audiences, genres, grounds, servedGroups, subjects } from '../metadata.ts'

interface FieldsProps {
  reader: Reader
  typed: Typed
  errors: FieldError[]
}

/** What every document needs: a title, a text, the day it was formed. */
export function MainFields({ reader, typed, errors }: FieldsProps): VNode {
  const shared = { reader, errors }
  return (
    <>
      <TextField {...shared} name="title" label={reader.t('publishing.field.title')} hint={reader.t('publishing.field.title-hint')} value={typed.title} />
      <TextareaField {...shared} name="body" label={reader.t('publishing.field.body')} hint={reader.t('publishing.field.body-hint')} value={typed.body} rows={18} />
      <details>
        <summary>{reader.t('publishing.markdown.title')}</summary>
        <pre class="gk-difference">{reader.t('publishing.markdown.help')}</pre>
      </details>
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
    <details open={open || errors.some((error) => !main.includes(error.field))}>
      <summary>{reader.t('publishing.more')}</summary>
      <SelectField {...shared} name="subject" label={reader.t('publishing.subject.label')} value={typed.subject} options={classes(reader, 'subject', subjects)} />
      <SelectField {...shared} name="genre" label={reader.t('publishing.genre.label')} value={typed.genre} options={classes(reader, 'genre', genres)} optional />
      <SelectField {...shared} name="served" label={reader.t('publishing.served.label')} value={typed.served} options={classes(reader, 'served', servedGroups)} optional />
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
      <TextField {...shared} name="keywords" label={reader.t('publishing.field.keywords')} hint={reader.t('publishing.field.keywords-hint')} value={typed.keywords} optional />
      <DateField {...shared} name="validUntil" label={reader.t('publishing.field.valid-until')} hint={reader.t('publishing.field.valid-until-hint')} value={typed.validUntil} optional />
      <Openness reader={reader} typed={typed} errors={errors} />
      <RadiosField
        {...shared}
        name="language"
        label={reader.t('publishing.language.label')}
        value={typed.language}
        choices={(['zh', 'en'] as const).map((value) => ({ value, label: reader.t(`publishing.language.${value}`) }))}
        inline
      />
      <TextareaField {...shared} name="related" label={reader.t('publishing.field.related')} hint={reader.t('publishing.field.related-hint')} value={typed.related} rows={2} optional />
    </details>
  )
}

/** The attribute at drafting, with the ground that the two exceptions need, and who may read it. */
function Openness({ reader, typed, errors }: FieldsProps) {
  const shared = { reader, errors }
  const groundOptions = grounds.map((value) => ({ value, label: reader.t(`publishing.ground.${value}`) }))
  return (
    <>
      <RadiosField
        {...shared}
        name="attribute"
        label={reader.t('publishing.attribute.label')}
        value={typed.attribute}
        choices={attributes.map((value) => ({ value, label: reader.t(`publishing.attribute.${value}`) }))}
      />
      <SelectField
        {...shared}
        name="ground"
        label={reader.t('publishing.ground.label')}
        hint={reader.t('publishing.ground.when')}
        value={typed.ground}
        options={[{ value: '', label: reader.t('publishing.ground.choose') }, ...groundOptions]}
        optional
      />
      <TextareaField
        {...shared}
        name="groundReason"
        label={reader.t('publishing.ground.reason')}
        hint={reader.t('publishing.ground.reason-hint')}
        value={typed.groundReason}
        rows={2}
        optional
      />
      <RadiosField
        {...shared}
        name="audience"
        label={reader.t('publishing.audience.label')}
        value={typed.audience}
        choices={audiences.map((value) => ({ value, label: reader.t(`publishing.audience.${value}`) }))}
      />
    </>
  )
}

function classes(reader: Reader, kind: 'subject' | 'genre' | 'served', codes: readonly string[]) {
  const options = codes.map((value) => ({ value, label: reader.t(`publishing.${kind}.${value}` as 'publishing.subject.1') }))
  return [{ value: '', label: reader.t(`publishing.${kind}.choose`) }, ...options]
}
