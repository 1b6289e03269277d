import type { VNode } from 'preact'
import { sayNumber } from '../kernel/translate.ts'
import type { Reader } from './reader.ts'

export interface OpenFigureProps {
  reader: Reader
  value: number | string
  /** Where the records behind it are listed. A number reported by hand may have none. */
  href?: string | undefined
  byHand?: boolean | undefined
  /** Who or what says so; asked of every number reported by hand. */
  source?: string | undefined
  /** Said to screen readers with the number, where the words around it do not tell what it counts. */
  label?: string | undefined
}

/** A number that opens its records; one that was reported by hand says so wherever it stands. */
export function OpenFigure({ reader, value, href, byHand, source, label }: OpenFigureProps): VNode {
  const shown = typeof value === 'number' ? sayNumber(value, reader.lang) : value
  const words = label ? <span class="govuk-visually-hidden"> {label}</span> : null
  return (
    <span class={byHand ? 'gk-figure gk-figure--by-hand' : 'gk-figure'}>
      {href === undefined ? (
        <span class="gk-figure__value">
          {shown}
          {words}
        </span>
      ) : (
        <a class="gk-figure__value" href={href}>
          {shown}
          {words}
        </a>
      )}
      {byHand ? <HandMark reader={reader} source={source} /> : null}
    </span>
  )
}

function HandMark({ reader, source }: { reader: Reader; source: string | undefined }) {
  return (
    <span class="gk-figure__hand">
      <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d="M11.2 1.3l3.5 3.5-8.9 8.9-4.3.8.8-4.3zM3.6 10.8l-.4 2 2-.4z" fill-rule="evenodd" />
      </svg>
      {source ? reader.t('ui.figure.by-hand-from', { source }) : reader.t('ui.figure.by-hand')}
    </span>
  )
}
