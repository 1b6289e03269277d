import { classes, more, type Attributes } from './attributes.ts'
import { isSaid, say, type Absent, type Content } from './content.ts'
import { describe, FormGroup, type Box, type FieldProps } from './form-group.tsx'

export interface InputProps extends FieldProps {
  type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'number' | 'password' | 'date' | 'month'
  value?: string | number
  inputmode?: 'none' | 'text' | 'decimal' | 'numeric' | 'tel' | 'search' | 'email' | 'url'
  autocomplete?: string
  autocapitalize?: 'off' | 'none' | 'on' | 'sentences' | 'words' | 'characters'
  pattern?: string
  spellcheck?: boolean
  prefix?: Affix
  suffix?: Affix
  inputWrapper?: Box
}

export interface Affix extends Content {
  classes?: string
  attributes?: Attributes
}

/** A field of one line. */
export function Input(props: InputProps) {
  const id = props.id || props.name
  const { beforeInput, afterInput } = props.formGroup ?? {}
  const isWrapped = [props.prefix, props.suffix, beforeInput, afterInput].some(isSaid)
  const control = <Control {...props} id={id} />
  return (
    <FormGroup id={id} field={props}>
      {isWrapped ? (
        <div class={classes('govuk-input__wrapper', props.inputWrapper?.classes)} {...more(props.inputWrapper?.attributes)}>
          {say(beforeInput)}
          <AffixBox of={props.prefix} side="prefix" />
          {control}
          <AffixBox of={props.suffix} side="suffix" />
          {say(afterInput)}
        </div>
      ) : (
        control
      )}
    </FormGroup>
  )
}

function Control(props: InputProps & { id: string }) {
  return (
    <input
      class={classes('govuk-input', props.classes, props.errorMessage && 'govuk-input--error')}
      id={props.id}
      name={props.name}
      {...more({ type: props.type || 'text', spellcheck: props.spellcheck, autocomplete: props.autocomplete })}
      value={props.value}
      disabled={props.disabled}
      aria-describedby={describe(props.id, props.describedBy, props)}
      autocapitalize={props.autocapitalize}
      pattern={props.pattern}
      inputmode={props.inputmode}
      {...more(props.attributes)}
    />
  )
}

function AffixBox({ of: affix, side }: { of: Affix | Absent; side: 'prefix' | 'suffix' }) {
  if (!isSaid(affix)) return null
  return (
    <div class={classes(`govuk-input__${side}`, affix.classes)} aria-hidden="true" {...more(affix.attributes)}>
      {say(affix)}
    </div>
  )
}
