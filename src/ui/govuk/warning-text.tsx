import { classes, more, type Attributes } from './attributes.ts'
import { say, type Content } from './content.ts'

export interface WarningTextProps extends Content {
  /** The word read out in place of the exclamation mark. */
  iconFallbackText?: string
  classes?: string
  attributes?: Attributes
}

/** What has consequences. */
export function WarningText(props: WarningTextProps) {
  return (
    <div class={classes('govuk-warning-text', props.classes)} {...more(props.attributes)}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>{' '}
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{props.iconFallbackText || 'Warning'}</span> {say(props)}
      </strong>
    </div>
  )
}
