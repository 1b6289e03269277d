import type { ComponentChildren } from 'preact'
import { classes, more, type Attributes } from './attributes.ts'
import { isSaid, say, type Absent, type Content } from './content.ts'

export interface PaginationProps {
  items?: (PaginationItem | Absent)[]
  previous?: PaginationLink | Absent
  next?: PaginationLink | Absent
  landmarkLabel?: string
  classes?: string
  attributes?: Attributes
}

export interface PaginationItem {
  number?: string | number
  href?: string
  /** The link's name for those who hear it: `Page 3`. */
  visuallyHiddenText?: string
  current?: boolean
  ellipsis?: boolean
  attributes?: Attributes
}

export interface PaginationLink extends Content {
  href?: string
  /** A second line under the link, where there are no page numbers. */
  labelText?: string
  attributes?: Attributes
}

/** The way through a list of pages; without numbers, from one page to the next. */
export function Pagination(props: PaginationProps) {
  const isBlock = !props.items && !!(props.next || props.previous)
  return (
    <nav
      class={classes('govuk-pagination', isBlock && 'govuk-pagination--block', props.classes)}
      aria-label={props.landmarkLabel || 'Pagination'}
      {...more(props.attributes)}
    >
      <ArrowLink to={props.previous} type="prev" isBlock={isBlock} word="Previous" />
      {props.items && (
        <ul class="govuk-pagination__list">{props.items.map((item) => item && Object.keys(item).length > 0 && <PageItem {...item} />)}</ul>
      )}
      <ArrowLink to={props.next} type="next" isBlock={isBlock} word="Next" />
    </nav>
  )
}

function PageItem(item: PaginationItem) {
  if (item.ellipsis) return <li class={classes(itemClass, item.current && `${itemClass}--current`, `${itemClass}--ellipsis`)}>⋯</li>
  return (
    <li class={classes(itemClass, item.current && `${itemClass}--current`)}>
      <a
        class="govuk-link govuk-pagination__link"
        href={item.href}
        aria-label={item.visuallyHiddenText ?? `Page ${item.number}`}
        aria-current={item.current ? 'page' : undefined}
        {...more(item.attributes)}
      >
        {item.number}
      </a>
    </li>
  )
}

const itemClass = 'govuk-pagination__item'

function ArrowLink({ to, type, isBlock, word }: { to: PaginationLink | Absent; type: 'prev' | 'next'; isBlock: boolean; word: string }) {
  if (!to || !to.href) return null
  const isPlain = isBlock && !to.labelText
  return (
    <div class={`govuk-pagination__${type}`}>
      <a class="govuk-link govuk-pagination__link" href={to.href} rel={type} {...more(to.attributes)}>
        {(isBlock || type === 'prev') && <Arrow type={type} />}
        <span class={classes('govuk-pagination__link-title', isPlain && 'govuk-pagination__link-title--decorated')}>{title(to, word)}</span>
        {to.labelText && isBlock && (
          <>
            {' '}
            <span class="govuk-visually-hidden">:</span> <span class="govuk-pagination__link-label">{to.labelText}</span>
          </>
        )}
        {!isBlock && type === 'next' && <Arrow type={type} />}
      </a>
    </div>
  )
}

function title(link: PaginationLink, word: string): ComponentChildren {
  if (isSaid(link)) return say(link)
  return (
    <>
      {word}
      <span class="govuk-visually-hidden"> page</span>
    </>
  )
}

function Arrow({ type }: { type: 'prev' | 'next' }) {
  return (
    <svg
      class={`govuk-pagination__icon govuk-pagination__icon--${type}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={arrows[type]} />
    </svg>
  )
}

const arrows = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
}
