import type { VNode } from 'preact'
import { ListHead } from '../../../ui/list.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import { yearsOf } from '../period.ts'

/** The periods of an account: the last twelve months, or one of its calendar years. */
export function YearsToChoose({ reader, path, year }: { reader: Reader; path: string; year: number | undefined }): VNode {
  const choice = (label: string, asked: number | undefined) => (
    <a href={href(reader, asked === undefined ? path : `${path}?year=${asked}`)} aria-current={asked === year ? 'page' : undefined}>
      {label}
    </a>
  )
  return (
    <ListHead count={reader.t('portal.account.period')}>
      {choice(reader.t('portal.account.last-year'), undefined)}
      {yearsOf(reader.today).map((one) => choice(reader.t('portal.account.year', { year: one }), one))}
    </ListHead>
  )
}
