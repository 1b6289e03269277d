import { classes, more, type Attributes } from './attributes.ts'
import { Button } from './button.tsx'
import { isSaid, say, type Content } from './content.ts'

export interface PanelProps extends Content {
  titleText?: string
  titleHtml?: string
  headingLevel?: number | string
  /** With `govuk-panel--interruption` the panel asks for attention instead of confirming, and may have actions. */
  classes?: string
  attributes?: Attributes
  actions?: { items?: PanelAction[]; classes?: string; attributes?: Attributes }
}

export interface PanelAction {
  text: string
  href?: string
  type?: 'button' | 'submit'
  classes?: string
  attributes?: Attributes
}

/** The large box at the end of a journey: it is done, and this is its number. */
export function Panel(props: PanelProps) {
  const isInterruption = !!props.classes?.includes('govuk-panel--interruption')
  const Heading = `h${props.headingLevel || 1}` as 'h1'
  return (
    <div class={classes('govuk-panel', !isInterruption && 'govuk-panel--confirmation', props.classes)} {...more(props.attributes)}>
      <Heading class="govuk-panel__title">{say({ text: props.titleText, html: props.titleHtml })}</Heading>
      {isSaid(props) && <div class="govuk-panel__body">{say(props)}</div>}
      {isInterruption && props.actions && (
        <div class={classes('govuk-panel__actions', props.actions.classes)} {...more(props.actions.attributes)}>
          {!!props.actions.items?.length && (
            <div class="govuk-button-group">{props.actions.items.map((action) => [drawAction(action), ' '])}</div>
          )}
        </div>
      )}
    </div>
  )
}

function drawAction(action: PanelAction) {
  if (!action.href || action.type === 'button') {
    return <Button {...action} type={action.type || 'button'} classes={classes('govuk-button--inverse', action.classes)} />
  }
  return (
    <a class={classes('govuk-link govuk-link--inverse', action.classes)} href={action.href} {...more(action.attributes)}>
      {action.text}
    </a>
  )
}
