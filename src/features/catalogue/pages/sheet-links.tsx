import type { VNode } from 'preact'
import { href, type Reader } from '../../../ui/reader.ts'

export interface SheetLinksProps {
  reader: Reader
  /** The address of the catalogue itself. */
  at: '/catalogue' | '/desk/catalogue'
  /** Codes; '' for all. */
  unit?: string
  category?: string
}

/** What is listed, to be taken out as a sheet with the official columns. */
export function SheetLinks({ reader, at, unit = '', category = '' }: SheetLinksProps): VNode {
  const asked = new URLSearchParams(Object.entries({ unit, category }).filter(([, value]) => value !== ''))
  const query = asked.size === 0 ? '' : `?${asked.toString()}`
  return (
    <span class="gk-no-print">
      <a href={href(reader, `${at}/export.xlsx${query}`)}>{reader.t('catalogue.export.xlsx')}</a>
      {' · '}
      <a href={href(reader, `${at}/export.csv${query}`)}>{reader.t('catalogue.export.csv')}</a>
    </span>
  )
}
