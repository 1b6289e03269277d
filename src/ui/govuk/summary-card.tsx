import type { ComponentChildren } from 'preact'
import { classes, more, type Attributes } from './attributes.ts'
import { say, type Content } from './content.ts'

export interface SummaryCardProps {
  title?: Content & { headingLevel?: number; classes?: string }
  actions?: Actions
  classes?: string
  attributes?: Attributes
}

export interface Actions {
  items?: SummaryAction[]
  classes?: string
}

export interface SummaryAction extends Content {
  href: string
  /** What the action is about, for those who hear only the link: `Change` + `name`. */
  visuallyHiddenText?: string
  classes?: string
  attributes?: Attributes
}

/** The card around a summary list. */
export function SummaryCard(props: SummaryCardProps & { children: ComponentChildren }) {
  const { title } = props
  const Heading = `h${title?.headingLevel || 2}` as 'h2'
  return (
    <div class={classes('govuk-summary-card', props.classes)} {...more(props.attributes)}>
      <div class="govuk-summary-card__title-wrapper">
        {title && <Heading class={classes('govuk-summary-card__title', title.classes)}>{say(title)}</Heading>}
        <CardActions {...props} />
      </div>
      <div class="govuk-summary-card__content">{props.children}</div>
    </div>
  )
}

function CardActions({ actions, title }: SummaryCardProps) {
  const items = actions?.items ?? []
  const [first] = items
  if (!first) return null
  const box = classes('govuk-summary-card__actions', actions?.classes)
  if (items.length === 1) {
    return (
      <div class={box}>
        <Action action={first} cardTitle={title} />
      </div>
    )
  }
  return (
    <ul class={box}>
      {items.map((action) => (
        <li class="govuk-summary-card__action">
          <Action action={action} cardTitle={title} />
        </li>
      ))}
    </ul>
  )
}

/** A link of a row or a card; what it is about is added for those who do not see where it stands. */
export function Action({ action, cardTitle }: { action: SummaryAction; cardTitle?: Content }) {
  return (
    <a class={classes('govuk-link', action.classes)} href={action.href} {...more(action.attributes)}>
      {say(action)}
      {(action.visuallyHiddenText || cardTitle) && (
        <span class="govuk-visually-hidden">
          {action.visuallyHiddenText && ` ${action.visuallyHiddenText}`}
          {cardTitle && <> ({say(cardTitle)})</>}
        </span>
      )}
    </a>
  )
}
