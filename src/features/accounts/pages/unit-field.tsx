import type { VNode } from 'preact'
import { SelectField } from '../../../ui/field.tsx'
import type { FieldError } from '../../../ui/form.tsx'
import { nameIn, type Reader } from '../../../ui/reader.ts'

/** A unit as a list offers it. */
export interface UnitChoice {
  code: string
  path: string
  nameZh: string
  nameEn: string
}

/** One unit of the tree, in the order of the tree, each set in by its depth. */
export function UnitField({
  reader,
  units,
  value,
  errors,
}: {
  reader: Reader
  units: readonly UnitChoice[]
  value: string
  errors: FieldError[]
}): VNode {
  const inOrder = [...units].sort((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }))
  const options = inOrder.map((unit) => ({
    value: unit.code,
    label: `${'　'.repeat(unit.path.split('/').length - 3)}${nameIn(reader, unit)}`,
  }))
  return (
    <SelectField
      reader={reader}
      name="unit"
      label={reader.t('accounts.unit')}
      value={value}
      options={[{ value: '', label: reader.t('accounts.unit.choose') }, ...options]}
      errors={errors}
    />
  )
}
