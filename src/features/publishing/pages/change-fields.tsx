import type { VNode } from 'preact'
import { CheckboxesField } from '../../../ui/choice.tsx'
import { DateField, TextareaField, TextField } from '../../../ui/field.tsx'
import type { FieldError } from '../../../ui/form.tsx'
import type { Reader } from '../../../ui/reader.ts'
import type { ChangeName } from '../change.ts'

/** What the form of a change holds, as typed. */
export interface TypedChange {
  reason: string
  replacedBy: string
  /** Index numbers, one a line. */
  parts: string
  endsOn: string
  /** Of the two marks of a new text, those that are set. */
  marks: string[]
  seen: string
}

interface Props {
  reader: Reader
  change: ChangeName
  typed: TypedChange
  errors: FieldError[]
}

/** What a change asks for beside its reason. */
export function ChangeFields({ reader, change, typed, errors }: Props): VNode | null {
  const word = (name: 'replacedBy' | 'parts' | 'endsOn') => ({
    ...{ reader, errors, name, value: typed[name] },
    label: reader.t(`publishing.change-page.${name}`),
    hint: reader.t(`publishing.change-page.${name}-hint`),
  })
  switch (change) {
    case 'replace':
      return <TextField {...word('replacedBy')} width={30} />
    case 'merge':
      return <TextareaField {...word('parts')} rows={4} />
    case 'end':
      return <DateField {...word('endsOn')} />
    case 'correct':
      return <Marks reader={reader} typed={typed} errors={errors} marks={['minor', 'hides']} />
    case 'change':
      return <Marks reader={reader} typed={typed} errors={errors} marks={['hides']} />
    default:
      return null
  }
}

function Marks({ reader, typed, errors, marks }: Omit<Props, 'change'> & { marks: ('minor' | 'hides')[] }) {
  return (
    <CheckboxesField
      reader={reader}
      name="marks"
      label={reader.t('publishing.change-page.marks')}
      values={typed.marks}
      errors={errors}
      choices={marks.map((mark) => ({
        value: mark,
        label: reader.t(`publishing.change-page.mark.${mark}`),
        hint: reader.t(`publishing.change-page.mark.${mark}-hint`),
      }))}
    />
  )
}
