import type { ComponentChildren, VNode } from 'preact'
import { fieldOptions, type FieldProps } from './field.tsx'
import { Checkboxes, Radios } from './govuk/index.ts'

/** One of the things that may be chosen; `children` appear under it and belong to it. */
export interface Choice {
  value: string
  label: string
  hint?: string | undefined
  disabled?: boolean | undefined
  children?: ComponentChildren
}

/** One of a few. The question is the legend; `inline` only for two or three short answers. */
export function RadiosField(props: FieldProps & { choices: Choice[]; inline?: boolean | undefined }): VNode {
  const { id, name, label, hint, errorMessage } = fieldOptions(props)
  const items = props.choices.map((choice) => item(choice, choice.value === props.value))
  return (
    <Radios
      idPrefix={id}
      name={name}
      fieldset={{ legend: { ...label, classes: 'gk-legend' } }}
      hint={hint}
      errorMessage={errorMessage}
      items={items}
      classes={['govuk-radios--small', props.inline ? 'govuk-radios--inline' : ''].join(' ').trim()}
    />
  )
}

/** Any number of a few. `values` are the chosen ones. */
export function CheckboxesField(props: Omit<FieldProps, 'value'> & { values: string[]; choices: Choice[] }): VNode {
  const { id, name, label, hint, errorMessage } = fieldOptions(props)
  const items = props.choices.map((choice) => item(choice, props.values.includes(choice.value)))
  return (
    <Checkboxes
      idPrefix={id}
      name={name}
      fieldset={{ legend: { ...label, classes: 'gk-legend' } }}
      hint={hint}
      errorMessage={errorMessage}
      items={items}
      classes="govuk-checkboxes--small"
    />
  )
}

function item(choice: Choice, checked: boolean) {
  return {
    value: choice.value,
    text: choice.label,
    hint: choice.hint === undefined ? undefined : { text: choice.hint },
    disabled: choice.disabled,
    checked,
    conditional: choice.children ? { children: choice.children } : undefined,
  }
}
