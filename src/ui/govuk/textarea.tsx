import { classes, more } from './attributes.ts'
import { say } from './content.ts'
import { describe, FormGroup, type FieldProps } from './form-group.tsx'

export interface TextareaProps extends FieldProps {
  value?: string
  /** Height in lines, 5 unless told. */
  rows?: number | string
  spellcheck?: boolean
  autocomplete?: string
}

/** A field of several lines. */
export function Textarea(props: TextareaProps) {
  const id = props.id || props.name
  return (
    <FormGroup id={id} field={props}>
      {say(props.formGroup?.beforeInput)}
      <textarea
        class={classes('govuk-textarea', props.errorMessage && 'govuk-textarea--error', props.classes)}
        id={id}
        name={props.name}
        disabled={props.disabled}
        aria-describedby={describe(id, props.describedBy, props)}
        {...more({ rows: props.rows || 5, spellcheck: props.spellcheck, autocomplete: props.autocomplete || undefined })}
        {...more(props.attributes)}
      >
        {kept(props.value)}
      </textarea>
      {say(props.formGroup?.afterInput)}
    </FormGroup>
  )
}

/** A browser swallows one line break after the opening tag; a second one keeps what the person wrote. */
function kept(value: string | undefined): string | undefined {
  return value && /^\r?\n/.test(value) ? `\n${value}` : value
}
