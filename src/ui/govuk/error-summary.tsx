import { classes, more, type Attributes } from './attributes.ts'
import { isSaid, say, type Absent, type Content } from './content.ts'

export interface ErrorSummaryProps {
  titleText?: string
  titleHtml?: string
  descriptionText?: string
  descriptionHtml?: string
  /** What went wrong, in the order of the page; `href` leads to the field (`#title`). */
  errorList?: (ErrorSummaryItem | Absent)[]
  disableAutoFocus?: boolean
  classes?: string
  attributes?: Attributes
  /** The description as JSX. */
  children?: Content['children']
}

export interface ErrorSummaryItem extends Content {
  href?: string
  attributes?: Attributes
}

/** Everything that is wrong with a form, at the top of its page. The alert is an inner element so that focus does not cut it short. */
export function ErrorSummary(props: ErrorSummaryProps) {
  const description = { text: props.descriptionText, html: props.descriptionHtml, children: props.children }
  return (
    <div
      class={classes('govuk-error-summary', props.classes)}
      data-disable-auto-focus={props.disableAutoFocus?.toString()}
      data-module="govuk-error-summary"
      {...more(props.attributes)}
    >
      <div role="alert">
        <h2 class="govuk-error-summary__title">{say({ text: props.titleText, html: props.titleHtml })}</h2>
        <div class="govuk-error-summary__body">
          {isSaid(description) && <p>{say(description)}</p>}
          {!!props.errorList?.length && (
            <ul class="govuk-list govuk-error-summary__list">{props.errorList.map((item) => item && <li>{errorItem(item)}</li>)}</ul>
          )}
        </div>
      </div>
    </div>
  )
}

function errorItem(item: ErrorSummaryItem) {
  if (!item.href) return say(item)
  return (
    <a href={item.href} {...more(item.attributes)}>
      {say(item)}
    </a>
  )
}
