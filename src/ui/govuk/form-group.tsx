import type { ComponentChildren } from 'preact'
import { classes, more, type Attributes } from './attributes.ts'
import type { Content } from './content.ts'
import { ErrorMessage, type ErrorMessageProps } from './error-message.tsx'
import { Fieldset, type FieldsetProps } from './fieldset.tsx'
import { Hint, type HintProps } from './hint.tsx'
import { Label, type LabelProps } from './label.tsx'

/** What every field has around its control. `id` falls back to `name`. */
export interface FieldProps {
  id?: string
  name: string
  label?: LabelProps
  hint?: HintProps
  errorMessage?: ErrorMessageProps
  /** Ids of further elements that describe the control. */
  describedBy?: string
  formGroup?: Box & { beforeInput?: Content; afterInput?: Content }
  disabled?: boolean
  classes?: string
  attributes?: Attributes
}

/** What every group of choices has around it. */
export interface GroupProps {
  fieldset?: FieldsetProps
  hint?: HintProps
  errorMessage?: ErrorMessageProps
  formGroup?: Box & { beforeInputs?: Content; afterInputs?: Content }
  classes?: string
  attributes?: Attributes
}

export interface Box {
  classes?: string
  attributes?: Attributes
}

type Explained = Pick<FieldProps, 'hint' | 'errorMessage'>

/** The ids that describe a control: those given, then its hint, then its error; undefined when there are none. */
export function describe(id: string, given: string | undefined, { hint, errorMessage }: Explained): string | undefined {
  return classes(given, hint && `${id}-hint`, errorMessage && `${id}-error`) || undefined
}

/** One field: label, hint and error above the control. */
export function FormGroup({ id, field, children }: { id: string; field: FieldProps; children: ComponentChildren }) {
  return (
    <FormBox box={field.formGroup} hasError={!!field.errorMessage}>
      <Label {...field.label} for={id} />
      <Explanation id={id} of={field} />
      {children}
    </FormBox>
  )
}

/** A group of controls: hint and error above them, within a fieldset when one is asked for. */
export function ControlGroup(props: { id: string; group: GroupProps; describedBy?: string; role?: 'group'; children: ComponentChildren }) {
  const { fieldset, formGroup, errorMessage } = props.group
  const inner = (
    <>
      <Explanation id={props.id} of={props.group} />
      {props.children}
    </>
  )
  return (
    <FormBox box={formGroup} hasError={!!errorMessage}>
      {fieldset ? (
        <Fieldset {...fieldset} role={props.role} describedBy={props.describedBy}>
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </FormBox>
  )
}

function Explanation({ id, of: { hint, errorMessage } }: { id: string; of: Explained }) {
  return (
    <>
      {hint && <Hint {...hint} id={`${id}-hint`} />}
      {errorMessage && <ErrorMessage {...errorMessage} id={`${id}-error`} />}
    </>
  )
}

function FormBox({ box, hasError, children }: { box?: Box; hasError: boolean; children: ComponentChildren }) {
  return (
    <div class={classes('govuk-form-group', hasError && 'govuk-form-group--error', box?.classes)} {...more(box?.attributes)}>
      {children}
    </div>
  )
}
