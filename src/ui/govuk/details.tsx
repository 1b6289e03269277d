import { classes, more, type Attributes } from './attributes.ts'
import { say, type Content } from './content.ts'

export interface DetailsProps extends Content {
  summaryText?: string
  summaryHtml?: string
  id?: string
  open?: boolean
  classes?: string
  attributes?: Attributes
}

/** More about something, shown on request. */
export function Details(props: DetailsProps) {
  return (
    <details id={props.id || undefined} class={classes('govuk-details', props.classes)} open={props.open} {...more(props.attributes)}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{say({ text: props.summaryText, html: props.summaryHtml })}</span>
      </summary>
      <div class="govuk-details__text">{say(props)}</div>
    </details>
  )
}
