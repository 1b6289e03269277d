import { classes, more, scriptWords, type Attributes } from './attributes.ts'
import { hasMarkup, isSaid, say, type Absent, type Content } from './content.ts'

export interface AccordionProps {
  id: string
  items: (AccordionSection | Absent)[]
  headingLevel?: number | string
  /** Whether the browser remembers which sections were open. */
  rememberExpanded?: boolean
  hideAllSectionsText?: string
  hideSectionText?: string
  hideSectionAriaLabelText?: string
  showAllSectionsText?: string
  showSectionText?: string
  showSectionAriaLabelText?: string
  classes?: string
  attributes?: Attributes
}

export interface AccordionSection {
  heading: Content
  summary?: Content
  content: Content
  expanded?: boolean
}

/** Sections that open and close; without script all are open. */
export function Accordion(props: AccordionProps) {
  const level = props.headingLevel || 2
  return (
    <div
      class={classes('govuk-accordion', props.classes)}
      data-module="govuk-accordion"
      id={props.id}
      data-remember-expanded={props.rememberExpanded?.toString()}
      {...more({ ...words(props), ...props.attributes })}
    >
      {props.items.map((section, index) => section && <Section of={section} id={props.id} number={index + 1} level={level} />)}
    </div>
  )
}

function Section(props: { of: AccordionSection; id: string; number: number; level: number | string }) {
  const { of: section, id, number } = props
  const Heading = `h${props.level}` as 'h2'
  return (
    <div class={classes('govuk-accordion__section', section.expanded && 'govuk-accordion__section--expanded')}>
      <div class="govuk-accordion__section-header">
        <Heading class="govuk-accordion__section-heading">
          <span class="govuk-accordion__section-button" id={`${id}-heading-${number}`}>
            {say(section.heading)}
          </span>
        </Heading>
        {isSaid(section.summary) && (
          <div class="govuk-accordion__section-summary govuk-body" id={`${id}-summary-${number}`}>
            {say(section.summary)}
          </div>
        )}
      </div>
      <div id={`${id}-content-${number}`} class="govuk-accordion__section-content">
        {hasMarkup(section.content) ? say(section.content) : isSaid(section.content) && <p class="govuk-body">{say(section.content)}</p>}
      </div>
    </div>
  )
}

function words(props: AccordionProps): Attributes {
  return scriptWords({
    'hide-all-sections': props.hideAllSectionsText,
    'hide-section': props.hideSectionText,
    'hide-section-aria-label': props.hideSectionAriaLabelText,
    'show-all-sections': props.showAllSectionsText,
    'show-section': props.showSectionText,
    'show-section-aria-label': props.showSectionAriaLabelText,
  })
}
