import { classes, more, type Attributes } from './attributes.ts'
import { isSaid, say, type Content } from './content.ts'

export interface LabelProps extends Content {
  for?: string
  isPageHeading?: boolean
  classes?: string
  attributes?: Attributes
}

/** The name of a field; nothing when it has no words. As a page heading it stands in the page's `h1`. */
export function Label(props: LabelProps) {
  if (!isSaid(props)) return null
  const label = (
    <label class={classes('govuk-label', props.classes)} for={props.for} {...more(props.attributes)}>
      {say(props)}
    </label>
  )
  return props.isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}
