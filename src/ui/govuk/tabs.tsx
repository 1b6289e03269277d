import { classes, more, type Attributes } from './attributes.ts'
import { hasMarkup, isSaid, say, type Absent, type Content } from './content.ts'

export interface TabsProps {
  items?: (Tab | Absent)[]
  id?: string
  /** Gives a tab without an id of its own the id `prefix-number`. */
  idPrefix?: string
  /** The heading above the list of contents that stands in for the tabs without script. */
  title?: string
  classes?: string
  attributes?: Attributes
}

export interface Tab {
  id?: string
  label: string
  panel: Content & { attributes?: Attributes }
  attributes?: Attributes
}

/** Several views of one thing; without script, sections under a list of contents. */
export function Tabs(props: TabsProps) {
  const idOf = (tab: Tab, index: number) => tab.id || `${props.idPrefix}-${index + 1}`
  return (
    <div id={props.id || undefined} class={classes('govuk-tabs', props.classes)} data-module="govuk-tabs" {...more(props.attributes)}>
      <h2 class="govuk-tabs__title">{props.title ?? 'Contents'}</h2>
      {!!props.items?.length && (
        <>
          <ul class="govuk-tabs__list">
            {props.items.map((tab, index) => tab && <TabLink tab={tab} id={idOf(tab, index)} isFirst={index === 0} />)}
          </ul>
          {props.items.map((tab, index) => tab && <TabPanel panel={tab.panel} id={idOf(tab, index)} isFirst={index === 0} />)}
        </>
      )}
    </div>
  )
}

function TabLink({ tab, id, isFirst }: { tab: Tab; id: string; isFirst: boolean }) {
  return (
    <li class={classes('govuk-tabs__list-item', isFirst && 'govuk-tabs__list-item--selected')}>
      <a class="govuk-tabs__tab" href={`#${id}`} {...more(tab.attributes)}>
        {tab.label}
      </a>
    </li>
  )
}

function TabPanel({ panel, id, isFirst }: { panel: Tab['panel']; id: string; isFirst: boolean }) {
  return (
    <div class={classes('govuk-tabs__panel', !isFirst && 'govuk-tabs__panel--hidden')} id={id} {...more(panel.attributes)}>
      {hasMarkup(panel) ? say(panel) : isSaid(panel) && <p class="govuk-body">{say(panel)}</p>}
    </div>
  )
}
