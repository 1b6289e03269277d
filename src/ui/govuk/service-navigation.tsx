import type { ComponentChildren } from 'preact'
import { classes, more, type Attributes } from './attributes.ts'
import { isSaid, say, type Absent, type Content } from './content.ts'

export interface ServiceNavigationProps {
  serviceName?: string
  serviceUrl?: string
  navigation?: (NavigationItem | Absent)[]
  ariaLabel?: string
  menuButtonText?: string
  menuButtonLabel?: string
  navigationLabel?: string
  navigationId?: string
  navigationClasses?: string
  /** Whether a narrow screen shows a menu button; so it does for more than one item. */
  collapseNavigationOnMobile?: boolean
  slots?: Slots
  classes?: string
  attributes?: Attributes
}

/** Places for more; a bare string is trusted markup, as in `html`. */
export interface Slots {
  start?: string | Content
  end?: string | (Content & { align?: 'inline' })
  navigationStart?: string | Content
  navigationEnd?: string | Content
}

export interface NavigationItem extends Content {
  href?: string
  /** The page itself. */
  current?: boolean
  /** A page within this item. */
  active?: boolean
  attributes?: Attributes
}

/** The name of the service and its main pages. With a name it is a region of the page, without one only its `nav` is. */
export function ServiceNavigation(props: ServiceNavigationProps) {
  const isNamed = !!props.serviceName || isSaid(slot(props.slots?.start)) || isSaid(slot(props.slots?.end))
  const shared = {
    class: classes('govuk-service-navigation', props.classes),
    'data-module': 'govuk-service-navigation',
    ...more(props.attributes),
  }
  if (!isNamed) {
    return (
      <div {...shared}>
        <Inner {...props} />
      </div>
    )
  }
  return (
    <section aria-label={props.ariaLabel ?? 'Service information'} {...shared}>
      <Inner {...props} />
    </section>
  )
}

function Inner(props: ServiceNavigationProps) {
  const { slots } = props
  const isInline = typeof slots?.end === 'object' && slots.end.align === 'inline'
  return (
    <div class={classes('govuk-width-container', isInline && 'govuk-service-navigation__inlining-container')}>
      {say(slot(slots?.start))}
      <div class="govuk-service-navigation__container">
        {props.serviceName && (
          <span class="govuk-service-navigation__service-name">
            <ServiceName name={props.serviceName} url={props.serviceUrl} />
          </span>
        )}
        <Navigation {...props} />
      </div>
      {say(slot(slots?.end))}
    </div>
  )
}

function ServiceName({ name, url }: { name: string; url?: string }) {
  if (!url) return <span class="govuk-service-navigation__text">{name}</span>
  return (
    <a href={url} class="govuk-service-navigation__link">
      {name}
    </a>
  )
}

function Navigation(props: ServiceNavigationProps) {
  const items = (props.navigation ?? []).filter((item) => !!item)
  const [start, end] = [slot(props.slots?.navigationStart), slot(props.slots?.navigationEnd)]
  if (items.length === 0 && !isSaid(start) && !isSaid(end)) return null
  const id = props.navigationId || 'navigation'
  const menu = props.menuButtonText || 'Menu'
  return (
    <nav aria-label={props.navigationLabel || menu} class={classes('govuk-service-navigation__wrapper', props.navigationClasses)}>
      {(props.collapseNavigationOnMobile ?? items.length > 1) && (
        <button
          type="button"
          class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
          aria-controls={id}
          aria-label={props.menuButtonLabel && props.menuButtonLabel !== menu ? props.menuButtonLabel : undefined}
          hidden
          aria-hidden="true"
        >
          {menu}
        </button>
      )}
      <ul class="govuk-service-navigation__list" id={id}>
        {say(start)}
        {items.map((item) => (
          <Item {...item} />
        ))}
        {say(end)}
      </ul>
    </nav>
  )
}

function Item(item: NavigationItem) {
  const isActive = !!(item.active || item.current)
  return (
    <li class={classes('govuk-service-navigation__item', isActive && 'govuk-service-navigation__item--active')}>
      {(item.href || isSaid(item)) && <ItemLink item={item} mark={isActive ? (item.current ? 'page' : 'true') : undefined} />}
    </li>
  )
}

/** The strong element keeps the mark visible for readers who set their own colours. */
function ItemLink({ item, mark }: { item: NavigationItem; mark?: 'page' | 'true' }) {
  const words: ComponentChildren = mark ? <strong class="govuk-service-navigation__active-fallback">{say(item)}</strong> : say(item)
  if (!item.href) {
    return (
      <span class="govuk-service-navigation__text" aria-current={mark}>
        {words}
      </span>
    )
  }
  return (
    <a class="govuk-service-navigation__link" href={item.href} aria-current={mark} {...more(item.attributes)}>
      {words}
    </a>
  )
}

function slot(given: string | Content | undefined): Content | undefined {
  return typeof given === 'string' ? { html: given } : given
}
