import type { VNode } from 'preact'
import { CheckboxesField } from '../../../ui/choice.tsx'
import { TextareaField, TextField } from '../../../ui/field.tsx'
import type { FieldError } from '../../../ui/form.tsx'
import type { Reader } from '../../../ui/reader.ts'

export interface EntryFieldsProps {
  reader: Reader
  typed: { value: string; atLeast: string[]; evidence: string }
  errors: FieldError[]
}

/** What is asked of whoever vouches for a number, wherever it is entered: how much, whether it is at least so much, and what shows it. */
export function EntryFields({ reader, typed, errors }: EntryFieldsProps): VNode {
  const { t } = reader
  return (
    <>
      <TextField
        {...{ reader, errors, name: 'value', label: t('account.enter.value'), value: typed.value }}
        width={10}
        inputmode="decimal"
      />
      <CheckboxesField
        {...{ reader, name: 'atLeast', label: t('account.enter.exact'), values: typed.atLeast }}
        choices={[{ value: 'yes', label: t('account.enter.at-least') }]}
      />
      <TextareaField
        {...{ reader, errors, name: 'evidence', label: t('account.enter.evidence'), hint: t('account.enter.evidence-hint') }}
        value={typed.evidence}
        rows={3}
      />
    </>
  )
}
