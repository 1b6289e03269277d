import { classes, more, type Attributes } from './attributes.ts'
import { hasMarkup, isSaid, say, type Content } from './content.ts'

export interface NotificationBannerProps extends Content {
  titleText?: string
  titleHtml?: string
  titleHeadingLevel?: number | string
  titleId?: string
  /** `success` for what has just been done: it is read out at once. */
  type?: 'success'
  role?: 'alert' | 'region'
  disableAutoFocus?: boolean
  classes?: string
  attributes?: Attributes
}

/** News about the service or about what has just been done. A plain text is set as a heading. */
export function NotificationBanner(props: NotificationBannerProps) {
  const isSuccess = props.type === 'success'
  const titleId = props.titleId || 'govuk-notification-banner-title'
  const title = { text: props.titleText || (isSuccess ? 'Success' : 'Important'), html: props.titleHtml }
  const Heading = `h${props.titleHeadingLevel || 2}` as 'h2'
  return (
    <div
      class={classes('govuk-notification-banner', isSuccess && 'govuk-notification-banner--success', props.classes)}
      role={props.role || (isSuccess ? 'alert' : 'region')}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={props.disableAutoFocus?.toString()}
      {...more(props.attributes)}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {say(title)}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {hasMarkup(props) ? say(props) : isSaid(props) && <p class="govuk-notification-banner__heading">{say(props)}</p>}
      </div>
    </div>
  )
}
