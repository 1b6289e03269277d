import type { ComponentChildren } from 'preact'
import { classes, more, type Attributes } from './attributes.ts'
import { isSaid, say, type Content } from './content.ts'

export interface FieldsetProps {
  legend?: Legend
  describedBy?: string
  role?: 'group' | 'radiogroup' | 'presentation'
  html?: string
  children?: ComponentChildren
  classes?: string
  attributes?: Attributes
}

export interface Legend extends Content {
  isPageHeading?: boolean
  classes?: string
}

/** Fields that answer one question together, under a legend that names the question. */
export function Fieldset(props: FieldsetProps) {
  return (
    <fieldset
      class={classes('govuk-fieldset', props.classes)}
      role={props.role || undefined}
      aria-describedby={props.describedBy || undefined}
      {...more(props.attributes)}
    >
      {isSaid(props.legend) && (
        <legend class={classes('govuk-fieldset__legend', props.legend.classes)}>
          {props.legend.isPageHeading ? <h1 class="govuk-fieldset__heading">{say(props.legend)}</h1> : say(props.legend)}
        </legend>
      )}
      {say(props)}
    </fieldset>
  )
}
