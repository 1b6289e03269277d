import { ChoiceList, type Choice } from './choices.tsx'
import type { Absent } from './content.ts'
import { ControlGroup, describe, type GroupProps } from './form-group.tsx'

export interface CheckboxesProps extends GroupProps {
  name: string
  idPrefix?: string
  items: (CheckboxItem | Absent)[]
  /** The values of the choices that are taken. */
  values?: (string | number)[]
  describedBy?: string
}

export interface CheckboxItem extends Choice {
  name?: string
  /** `exclusive` for a choice such as "none of these", which clears the others. */
  behaviour?: 'exclusive'
}

/** Any number of choices out of a few. Without a fieldset each box carries the description itself. */
export function Checkboxes(props: CheckboxesProps) {
  const id = props.idPrefix || props.name
  const describedBy = describe(id, props.fieldset?.describedBy || props.describedBy, props)
  const taken = props.values?.map(String)
  const items = props.items.map(withBehaviour)
  return (
    <ControlGroup id={id} group={props} describedBy={describedBy}>
      <ChoiceList
        kind="checkboxes"
        group={{ ...props, items }}
        idPrefix={id}
        nameOf={(choice) => choice.name || props.name}
        isChecked={(choice) => choice.checked ?? taken?.includes(String(choice.value)) ?? false}
        describedBy={props.fieldset ? undefined : describedBy}
      />
    </ControlGroup>
  )
}

function withBehaviour(item: CheckboxItem | Absent): CheckboxItem | Absent {
  return item && item.behaviour ? { ...item, attributes: { 'data-behaviour': item.behaviour, ...item.attributes } } : item
}
