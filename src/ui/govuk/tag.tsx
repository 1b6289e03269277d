import { classes, more, type Attributes } from './attributes.ts'
import { say, type Content } from './content.ts'

export interface TagProps extends Content {
  classes?: string
  attributes?: Attributes
}

/** A short status word. The colour is a class (`govuk-tag--green`); the word must say the same without it. */
export function Tag(props: TagProps) {
  return (
    <strong class={classes('govuk-tag', props.classes)} {...more(props.attributes)}>
      {say(props)}
    </strong>
  )
}
