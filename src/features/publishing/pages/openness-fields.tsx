import type { VNode } from 'preact'
import { RadiosField } from '../../../ui/choice.tsx'
import { SelectField, TextareaField } from '../../../ui/field.tsx'
import type { FieldError } from '../../../ui/form.tsx'
import type { Reader } from '../../../ui/reader.ts'
import type { Typed } from '../form.ts'
import { attributes, audiences, grounds } from '../metadata.ts'

export interface FieldsProps {
  reader: Reader
  typed: Typed
  errors: FieldError[]
}

/** The attribute at drafting, with the ground that the two exceptions need, and who may read it. */
export function OpennessFields({ reader, typed, errors }: FieldsProps): VNode {
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
