import { classes, more, type Attributes } from './attributes.ts'
import { say, type Absent, type Content } from './content.ts'

export interface BreadcrumbsProps {
  items?: (Breadcrumb | Absent)[]
  collapseOnMobile?: boolean
  labelText?: string
  classes?: string
  attributes?: Attributes
}

export interface Breadcrumb extends Content {
  /** Left out for the page itself. */
  href?: string
  attributes?: Attributes
}

/** Where this page stands. */
export function Breadcrumbs(props: BreadcrumbsProps) {
  return (
    <nav
      class={classes('govuk-breadcrumbs', props.classes, props.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile')}
      aria-label={props.labelText ?? 'Breadcrumb'}
      {...more(props.attributes)}
    >
      <ol class="govuk-breadcrumbs__list">{props.items?.map((item) => item && <Crumb {...item} />)}</ol>
    </nav>
  )
}

function Crumb(item: Breadcrumb) {
  if (!item.href) {
    return (
      <li class="govuk-breadcrumbs__list-item" aria-current="page">
        {say(item)}
      </li>
    )
  }
  return (
    <li class="govuk-breadcrumbs__list-item">
      <a class="govuk-breadcrumbs__link" href={item.href} {...more(item.attributes)}>
        {say(item)}
      </a>
    </li>
  )
}
