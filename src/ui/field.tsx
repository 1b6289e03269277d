import type { ComponentChildren, VNode } from 'preact'
import { fieldId, type FieldError } from './form.tsx'
import { FileUpload, Input, Select, Textarea } from './govuk/index.ts'
import type { Reader } from './reader.ts'

export interface FieldProps {
  reader: Reader
  name: string
  label: string
  hint?: string | undefined
  value?: string | undefined
  errors?: FieldError[] | undefined
  /** Said beside the label; a field that says nothing is needed. */
  optional?: boolean | undefined
}

/** What the official components want of every field. */
export function fieldOptions({ reader, name, label, hint, errors = [], optional }: FieldProps) {
  const messages = errors.filter((error) => error.field === name).map((error) => error.message)
  return {
    id: fieldId(name),
    name,
    label: { text: optional ? reader.t('ui.field.optional', { label }) : label },
    hint: hint === undefined ? undefined : { text: hint },
    errorMessage: messages.length === 0 ? undefined : { text: messages.join(' '), visuallyHiddenText: reader.t('ui.field.error') },
  }
}

/** One line of text. `width` is the number of characters that the answer has, when that is known. */
export function TextField(props: FieldProps & TextOptions): VNode {
  const { type = 'text', width, autocomplete, inputmode } = props
  return (
    <Input
      {...fieldOptions(props)}
      value={props.value ?? ''}
      type={type}
      classes={width ? `govuk-input--width-${width}` : undefined}
      autocomplete={autocomplete}
      inputmode={inputmode}
      spellcheck={type === 'text' ? undefined : false}
    />
  )
}

export interface TextOptions {
  type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password' | undefined
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 | undefined
  autocomplete?: string | undefined
  inputmode?: 'numeric' | 'decimal' | 'tel' | 'email' | 'url' | 'search' | undefined
}

/** A day as `YYYY-MM-DD`, in one field: it can be typed and pasted, and reads the same in both languages. */
export function DateField(props: FieldProps): VNode {
  const hint = props.hint ? `${props.hint} ${dateExample(props.reader)}` : dateExample(props.reader)
  return (
    <Input
      {...fieldOptions({ ...props, hint })}
      value={props.value ?? ''}
      classes="govuk-input--width-10 gk-tabular"
      autocomplete="off"
      spellcheck={false}
    />
  )
}

/** Several lines of text. */
export function TextareaField(props: FieldProps & { rows?: number | undefined; class?: string | undefined }): VNode {
  return <Textarea {...fieldOptions(props)} value={props.value ?? ''} rows={props.rows ?? 6} classes={props.class} />
}

/** One of a closed list, when there are more than about seven; fewer are better as radios. */
export function SelectField(props: FieldProps & { options: { value: string; label: string; disabled?: boolean }[] }): VNode {
  const items = props.options.map((option) => ({
    value: option.value,
    text: option.label,
    disabled: option.disabled,
    selected: option.value === (props.value ?? ''),
  }))
  return <Select {...fieldOptions(props)} items={items} />
}

/** A file to hand in. Its form must carry files. `photo`: a phone offers its camera first. */
export function FileField(props: FieldProps & { accept?: string | undefined; multiple?: boolean | undefined; photo?: boolean }): VNode {
  const attributes: Record<string, string> = {}
  if (props.accept) attributes['accept'] = props.accept
  if (props.photo === true) attributes['capture'] = 'environment'
  return <FileUpload {...fieldOptions(props)} multiple={props.multiple} attributes={attributes} />
}

/** A group of fields under one question. */
export function FieldGroup({ legend, children }: { legend: string; children: ComponentChildren }): VNode {
  return (
    <fieldset class="govuk-fieldset gk-group">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{legend}</legend>
      {children}
    </fieldset>
  )
}

function dateExample(reader: Reader): string {
  return reader.t('ui.field.date-example', { example: reader.today })
}
