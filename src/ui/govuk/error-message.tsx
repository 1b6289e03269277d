import { classes, more, type Attributes } from './attributes.ts'
import { say, type Content } from './content.ts'

export interface ErrorMessageProps extends Content {
  id?: string
  /** The word read out before the message; an empty text leaves it out. */
  visuallyHiddenText?: string
  classes?: string
  attributes?: Attributes
}

/** What is wrong with one field, beside it. */
export function ErrorMessage(props: ErrorMessageProps) {
  const spoken = props.visuallyHiddenText ?? 'Error'
  return (
    <p id={props.id} class={classes('govuk-error-message', props.classes)} {...more(props.attributes)}>
      {spoken && <span class="govuk-visually-hidden">{spoken}:</span>}
      {spoken && ' '}
      {say(props)}
    </p>
  )
}
