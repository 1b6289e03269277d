import { classes, more, type Attributes } from './attributes.ts'
import { say, type Content } from './content.ts'

export interface SkipLinkProps extends Content {
  href?: string
  classes?: string
  attributes?: Attributes
}

/** The first link of a page: past the navigation to the content. */
export function SkipLink(props: SkipLinkProps) {
  return (
    <a
      href={props.href || '#content'}
      class={classes('govuk-skip-link', props.classes)}
      data-module="govuk-skip-link"
      {...more(props.attributes)}
    >
      {say(props)}
    </a>
  )
}
