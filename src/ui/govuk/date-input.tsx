import { classes, more, type Attributes } from './attributes.ts'
import { say, type Absent } from './content.ts'
import { ControlGroup, describe, type GroupProps } from './form-group.tsx'
import { Input, type InputProps } from './input.tsx'

export interface DateInputProps extends GroupProps {
  id: string
  /** Goes before the name of each part: `born` gives `born-day`. */
  namePrefix?: string
  /** The parts in the order of the language; without them day, month, year. */
  items?: (DateInputItem | Absent)[]
  day?: DateInputItem
  month?: DateInputItem
  year?: DateInputItem
  /** What was entered, by the name of the part. */
  values?: Record<string, string | number | undefined>
}

export interface DateInputItem {
  id?: string
  name?: string
  label?: string
  value?: string | number
  /** Marks this part as wrong; when no part is marked, an error marks all of them. */
  error?: boolean
  inputmode?: InputProps['inputmode']
  autocomplete?: string
  pattern?: string
  classes?: string
  attributes?: Attributes
}

/** A date that a person knows by heart, in parts. */
export function DateInput(props: DateInputProps) {
  const parts = partsOf(props)
  const items = props.items?.length ? props.items : parts.map(({ given }) => given)
  const anyIsMarked = items.some((item) => item && isMarked(item))
  return (
    <ControlGroup id={props.id} group={props} role="group" describedBy={describe(props.id, props.fieldset?.describedBy, props)}>
      <div class={classes('govuk-date-input', props.classes)} id={props.id || undefined} {...more(props.attributes)}>
        {say(props.formGroup?.beforeInputs)}
        {items.map((item) => {
          if (!item) return null
          const isWrong = isMarked(item) || (item.error !== false && !!props.errorMessage && !anyIsMarked)
          return <DatePart date={props} item={item} part={parts.find((part) => isItem(part, item))} isWrong={isWrong} />
        })}
        {say(props.formGroup?.afterInputs)}
      </div>
    </ControlGroup>
  )
}

interface Part {
  name: 'day' | 'month' | 'year'
  given: DateInputItem
}

function partsOf(props: DateInputProps): Part[] {
  return (['day', 'month', 'year'] as const).map((name) => ({ name, given: props[name] ?? { name, value: props.values?.[name] } }))
}

function isItem(part: Part, item: DateInputItem): boolean {
  return part.given === item || (!!item.name && [part.name, part.given.name].includes(item.name))
}

function isMarked(item: DateInputItem): boolean {
  return !!item.error || !!item.classes?.includes(errorClass)
}

const errorClass = 'govuk-input--error'

function DatePart(props: { date: DateInputProps; item: DateInputItem; part?: Part; isWrong: boolean }) {
  const { date, item, part } = props
  const name = item.name ?? part?.name ?? ''
  const fullName = date.namePrefix ? `${date.namePrefix}-${name}` : name
  const width = item.classes?.includes('govuk-input--width-') ? undefined : `govuk-input--width-${part?.name === 'year' ? 4 : 2}`
  const error = props.isWrong && !item.classes?.includes(errorClass) && errorClass
  return (
    <div class="govuk-date-input__item">
      <Input
        label={{ text: item.label || name.charAt(0).toUpperCase() + name.slice(1).toLowerCase(), classes: 'govuk-date-input__label' }}
        id={item.id || `${date.id}-${name}`}
        classes={classes('govuk-date-input__input', error, width, item.classes)}
        name={fullName}
        value={item.value ?? part?.given.value ?? date.values?.[fullName]}
        inputmode={item.inputmode || 'numeric'}
        autocomplete={item.autocomplete}
        pattern={item.pattern}
        attributes={item.attributes}
      />
    </div>
  )
}
