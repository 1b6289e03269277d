import { classes, more, type Attributes } from './attributes.ts'
import { say, type Content } from './content.ts'
import { Tag, type TagProps } from './tag.tsx'

export interface PhaseBannerProps extends Content {
  tag?: TagProps
  classes?: string
  attributes?: Attributes
}

/** Says that the service is not what it seems: a trial, or a demonstration. */
export function PhaseBanner(props: PhaseBannerProps) {
  return (
    <div class={classes('govuk-phase-banner govuk-width-container', props.classes)} {...more(props.attributes)}>
      <p class="govuk-phase-banner__content">
        <Tag {...props.tag} classes={classes('govuk-phase-banner__content__tag', props.tag?.classes)} />{' '}
        <span class="govuk-phase-banner__text">{say(props)}</span>
      </p>
    </div>
  )
}
