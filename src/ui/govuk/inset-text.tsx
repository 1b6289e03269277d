import { classes, more, type Attributes } from './attributes.ts'
import { say, type Content } from './content.ts'

export interface InsetTextProps extends Content {
  id?: string
  classes?: string
  attributes?: Attributes
}

/** A passage set apart from the text around it. */
export function InsetText(props: InsetTextProps) {
  return (
    <div id={props.id || undefined} class={classes('govuk-inset-text', props.classes)} {...more(props.attributes)}>
      {say(props)}
    </div>
  )
}
