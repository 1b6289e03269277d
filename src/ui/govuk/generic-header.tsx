import { classes, more, type Attributes } from './attributes.ts'
import { say } from './content.ts'
import type { ComponentChildren } from 'preact'

export interface GenericHeaderProps {
  url?: string
  logoText?: string
  logoHtml?: string
  /** The logo as JSX. */
  children?: ComponentChildren
  containerClasses?: string
  classes?: string
  attributes?: Attributes
}

/** The band at the top of every page, with a logo that leads home. */
export function GenericHeader(props: GenericHeaderProps) {
  return (
    <div class={classes('govuk-generic-header', props.classes)} {...more(props.attributes)}>
      <div class={classes('govuk-generic-header__container', props.containerClasses || 'govuk-width-container')}>
        <div class="govuk-generic-header__logo">
          <a href={props.url || '/'} class="govuk-generic-header__homepage-link">
            {say({ text: props.logoText, html: props.logoHtml, children: props.children })}
          </a>
        </div>
      </div>
    </div>
  )
}
