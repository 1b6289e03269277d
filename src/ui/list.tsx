import type { ComponentChildren, VNode } from 'preact'
import { href, type Reader } from './reader.ts'

export interface Column {
  label: string
  /** `day` and `number` line up their figures; `number` to the right. */
  kind?: 'text' | 'day' | 'number' | 'status' | undefined
}

export interface Row {
  /** Where the row leads: the first cell becomes the link. */
  href?: string | undefined
  /** One per column, in the same order. */
  cells: ComponentChildren[]
  /** A second, quiet line under the first cell. */
  note?: ComponentChildren
  /** What belongs to the row and needs its whole width: lists, things to open. It is no part of the row's name. */
  more?: ComponentChildren
}

export interface DataListProps {
  /** What the list holds; read out before the table, shown only where `showCaption` says so. */
  caption: string
  showCaption?: boolean | undefined
  columns: Column[]
  rows: Row[]
}

/** A dense list: the link first, the deciding date second, the state third. Each row is a card on a phone. */
export function DataList({ caption, showCaption, columns, rows }: DataListProps): VNode {
  return (
    <table class="gk-list">
      <caption class={showCaption ? 'gk-list__caption' : 'govuk-visually-hidden'}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col" class={`gk-list__head gk-list__cell--${column.kind ?? 'text'}`}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <>
            <tr class="gk-list__row">
              {columns.map((column, at) => (at === 0 ? <FirstCell row={row} /> : <Cell column={column}>{row.cells[at]}</Cell>))}
            </tr>
            {row.more ? (
              <tr class="gk-list__more">
                <td colSpan={columns.length}>{row.more}</td>
              </tr>
            ) : null}
          </>
        ))}
      </tbody>
    </table>
  )
}

function FirstCell({ row }: { row: Row }) {
  return (
    <th scope="row" class="gk-list__first">
      {row.href === undefined ? row.cells[0] : <a href={row.href}>{row.cells[0]}</a>}
      {row.note ? <div class="gk-list__note">{row.note}</div> : null}
    </th>
  )
}

function Cell({ column, children }: { column: Column; children: ComponentChildren }) {
  return (
    <td class={`gk-list__cell gk-list__cell--${column.kind ?? 'text'}`} data-label={column.label}>
      {children}
    </td>
  )
}

export interface FiltersProps {
  reader: Reader
  /** The path of the list itself: the state of the filters lives in its address. */
  action: string
  /** How many filters are set; the panel stands open on a phone when there are any. */
  active?: number | undefined
  /** One line over a wide table instead of a column beside it. */
  inLine?: boolean | undefined
  children: ComponentChildren
}

/** The filters of a list: a column beside it on a wide screen, behind one button on a phone. */
export function Filters({ reader, action, active = 0, inLine, children }: FiltersProps): VNode {
  return (
    <details class={inLine ? 'gk-filters gk-filters--line' : 'gk-filters'} open={active > 0}>
      <summary class="gk-filters__button">
        {active > 0 ? reader.t('ui.filters.active', { n: active }) : reader.t('ui.filters.title')}
      </summary>
      <form class="gk-filters__form" method="get" action={href(reader, action)} aria-label={reader.t('ui.filters.title')}>
        {children}
        <div class="gk-actions">
          <button class="govuk-button govuk-button--secondary" type="submit">
            {reader.t('ui.filters.apply')}
          </button>
          {active > 0 ? <a href={href(reader, action)}>{reader.t('ui.filters.clear')}</a> : null}
        </div>
      </form>
    </details>
  )
}

/** A list beside its filters. */
export function FilteredList({ filters, children }: { filters: VNode; children: ComponentChildren }): VNode {
  return (
    <div class="gk-filtered">
      {filters}
      <div class="gk-filtered__list">{children}</div>
    </div>
  )
}

/** The line over a list: how many there are, and what can be done with all of them. */
export function ListHead({ count, children }: { count: ComponentChildren; children?: ComponentChildren }): VNode {
  return (
    <div class="gk-listhead">
      <p class="gk-listhead__count">{count}</p>
      {children ? <div class="gk-listhead__tools">{children}</div> : null}
    </div>
  )
}

/** To the newer and the older part of a list that is paged by key. Draws nothing when this is all. */
export function Pager({ reader, newer, older }: { reader: Reader; newer?: string | undefined; older?: string | undefined }): VNode | null {
  if (newer === undefined && older === undefined) return null
  return (
    <nav class="gk-pager" aria-label={reader.t('ui.pager.label')}>
      {newer === undefined ? (
        <span></span>
      ) : (
        <a rel="prev" href={newer}>
          <span aria-hidden="true">← </span>
          {reader.t('ui.pager.newer')}
        </a>
      )}
      {older === undefined ? null : (
        <a rel="next" href={older}>
          {reader.t('ui.pager.older')}
          <span aria-hidden="true"> →</span>
        </a>
      )}
    </nav>
  )
}

/** One field and one button: documents, services, units and questions. */
export function SearchBox({
  reader,
  value = '',
  large,
  action = '/search',
}: {
  reader: Reader
  value?: string | undefined
  large?: boolean | undefined
  /** The path that answers; the search unless told. */
  action?: string | undefined
}): VNode {
  return (
    <form class={large ? 'gk-search gk-search--large' : 'gk-search'} role="search" method="get" action={href(reader, action)}>
      <label class={large ? 'gk-search__label' : 'govuk-visually-hidden'} for="q">
        {reader.t('ui.search.label')}
      </label>
      <div class="gk-search__line">
        <input class="gk-search__input" id="q" name="q" type="search" value={value} autocomplete="off" {...suggesting(reader)} />
        <button class="govuk-button gk-search__button" type="submit">
          {reader.t('ui.search.button')}
        </button>
      </div>
    </form>
  )
}

/** What the script needs to suggest names while somebody types; without it the field is a field. */
function suggesting(reader: Reader): Record<string, string> {
  return {
    'data-suggest': href(reader, '/search/suggest'),
    'data-suggest-label': reader.t('ui.search.suggestions'),
    'data-suggest-count': reader.t('ui.search.suggested', { n: '#' }),
    'data-suggest-none': reader.t('ui.search.suggested-none'),
  }
}
