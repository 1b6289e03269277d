import { classes, more, type Attributes } from './attributes.ts'
import { isSaid, say, type Content } from './content.ts'

export interface BackLinkProps extends Content {
  href?: string
  classes?: string
  attributes?: Attributes
}

/** The way back to the page before. */
export function BackLink(props: BackLinkProps) {
  return (
    <a href={props.href || '#'} class={classes('govuk-back-link', props.classes)} {...more(props.attributes)}>
      {isSaid(props) ? say(props) : 'Back'}
    </a>
  )
}
