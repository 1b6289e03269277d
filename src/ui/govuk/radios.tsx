import { ChoiceList, type Choice } from './choices.tsx'
import type { Absent } from './content.ts'
import { ControlGroup, describe, type GroupProps } from './form-group.tsx'

export interface RadiosProps extends GroupProps {
  name: string
  idPrefix?: string
  items: (Choice | Absent)[]
  /** The value of the choice that is taken. */
  value?: string | number
}

/** One choice out of a few. */
export function Radios(props: RadiosProps) {
  const id = props.idPrefix || props.name
  return (
    <ControlGroup id={id} group={props} describedBy={describe(id, props.fieldset?.describedBy, props)}>
      <ChoiceList
        kind="radios"
        group={props}
        idPrefix={id}
        nameOf={() => props.name}
        isChecked={(choice) => choice.checked ?? (!!props.value && String(choice.value) === String(props.value))}
      />
    </ControlGroup>
  )
}
