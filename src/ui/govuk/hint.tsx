import { classes, more, type Attributes } from './attributes.ts'
import { say, type Content } from './content.ts'

export interface HintProps extends Content {
  id?: string
  classes?: string
  attributes?: Attributes
}

/** Help for one question, in grey under its label. */
export function Hint(props: HintProps) {
  return (
    <div id={props.id} class={classes('govuk-hint', props.classes)} {...more(props.attributes)}>
      {say(props)}
    </div>
  )
}
