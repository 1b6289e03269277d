import { classes, more, type Attributes } from './attributes.ts'
import { hasMarkup, say, type Content } from './content.ts'

export interface ButtonProps extends Content {
  id?: string
  name?: string
  value?: string
  type?: 'submit' | 'button' | 'reset'
  /** With an address the button is a link that looks like a button. */
  href?: string
  disabled?: boolean
  preventDoubleClick?: boolean
  isStartButton?: boolean
  classes?: string
  attributes?: Attributes
}

/** One action. It submits its form unless `type` says otherwise. */
export function Button(props: ButtonProps) {
  const shared = {
    id: props.id || undefined,
    class: classes('govuk-button', props.classes, props.isStartButton && 'govuk-button--start'),
    'data-module': 'govuk-button',
    ...more(props.attributes),
  }
  if (props.href) {
    return (
      <a href={props.href} role="button" draggable={false} {...shared}>
        <ButtonContent {...props} />
      </a>
    )
  }
  return (
    <button
      type={props.type || 'submit'}
      value={props.value || undefined}
      name={props.name || undefined}
      disabled={props.disabled}
      aria-disabled={props.disabled ? 'true' : undefined}
      data-prevent-double-click={props.preventDoubleClick?.toString()}
      {...shared}
    >
      <ButtonContent {...props} />
    </button>
  )
}

/** A start button is a flex box, which eats the spaces between elements: its markup needs one element of its own. */
function ButtonContent(props: ButtonProps) {
  if (!props.isStartButton) return <>{say(props)}</>
  return (
    <>
      {hasMarkup(props) ? <span>{say(props)}</span> : say(props)}
      <svg
        class="govuk-button__start-icon"
        xmlns="http://www.w3.org/2000/svg"
        width="17.5"
        height="19"
        viewBox="0 0 33 40"
        aria-hidden="true"
        focusable="false"
      >
        <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
      </svg>
    </>
  )
}
