import type { VNode } from 'preact'
import { RadiosField } from '../../../ui/choice.tsx'
import { DateField } from '../../../ui/field.tsx'
import type { FieldError } from '../../../ui/form.tsx'
import type { Reader } from '../../../ui/reader.ts'

export interface SecretFieldsProps {
  reader: Reader
  typed: { level: string; classifiedUntil: string }
  errors: FieldError[]
}

const levels = ['low', 'high', 'top'] as const

/** What the secrecy review says of a state secret: its level, and the day on which the classification ends. */
export function SecretFields({ reader, typed, errors }: SecretFieldsProps): VNode {
  return (
    <>
      <RadiosField
        reader={reader}
        errors={errors}
        name="level"
        label={reader.t('publishing.review.level')}
        value={typed.level}
        choices={levels.map((value) => ({ value, label: reader.t(`publishing.review.level.${value}`) }))}
        inline
      />
      <DateField
        reader={reader}
        errors={errors}
        name="classifiedUntil"
        label={reader.t('publishing.review.until')}
        value={typed.classifiedUntil}
      />
    </>
  )
}
