import { classes, more, type Attributes } from './attributes.ts'
import { say, type Absent } from './content.ts'
import { describe, FormGroup, type FieldProps } from './form-group.tsx'

export interface SelectProps extends FieldProps {
  items?: (SelectItem | Absent)[]
  /** The value (or, for an item without one, the text) of the selected item. */
  value?: string | number
}

export interface SelectItem {
  text?: string
  value?: string | number
  selected?: boolean
  disabled?: boolean
  attributes?: Attributes
}

/** One choice from a list that is too long for radio buttons. */
export function Select(props: SelectProps) {
  const id = props.id || props.name
  return (
    <FormGroup id={id} field={props}>
      {say(props.formGroup?.beforeInput)}
      <select
        class={classes('govuk-select', props.classes, props.errorMessage && 'govuk-select--error')}
        id={id}
        name={props.name}
        disabled={props.disabled}
        aria-describedby={describe(id, props.describedBy, props)}
        {...more(props.attributes)}
      >
        {props.items?.map(
          (item) =>
            item && (
              <option
                value={item.value?.toString()}
                selected={isSelected(item, props.value)}
                disabled={item.disabled}
                {...more(item.attributes)}
              >
                {item.text}
              </option>
            ),
        )}
      </select>
      {say(props.formGroup?.afterInput)}
    </FormGroup>
  )
}

/** An item's own word goes before the list's; values from a query are texts, so a number is compared as it would be sent. */
function isSelected(item: SelectItem, value: string | number | undefined): boolean {
  if (item.selected !== undefined) return item.selected
  return !!value && String(item.value ?? item.text) === String(value)
}
