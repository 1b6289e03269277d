import type { VNode } from 'preact'
import { OpenFigure } from '../../../../ui/figure.tsx'
import { nameIn, type Reader } from '../../../../ui/reader.ts'
import { figureWords } from '../../pages/figure-words.ts'
import type { CircularRow } from '../circular.ts'
import { sayRank } from '../say-ranking.ts'

export interface RowsTableProps {
  reader: Reader
  caption: string
  figures: readonly string[]
  rows: readonly CircularRow[]
  /** Where the records behind a number are listed. */
  link: (row: CircularRow, figure: string) => string | undefined
}

/** The units of a circular in the order of their ranks, each number open; a wide table scrolls in its own box. */
export function RowsTable({ reader, caption, figures, rows, link }: RowsTableProps): VNode {
  const { t } = reader
  return (
    <div class="gk-sheet__scroll" role="region" aria-label={t('reports.table.scroll', { name: caption })} tabindex={0}>
      <table class="gk-sheet">
        <caption class="govuk-visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('circular.column.unit')}</th>
            <th scope="col">{t('circular.column.rank')}</th>
            {figures.map((code) => (
              <th scope="col">{figureWords(reader, code).name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <th scope="row">{nameIn(reader, row)}</th>
              <td class="gk-sheet__number">
                {row.rank === undefined ? <span class="gk-quiet">{sayRank(reader, row)}</span> : <strong>{sayRank(reader, row)}</strong>}
              </td>
              {figures.map((code) => (
                <td class="gk-sheet__number">
                  <OpenFigure reader={reader} value={row.counts[code] ?? 0} href={link(row, code)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What people wrote, paragraph by paragraph. */
export function Words({ reader, text }: { reader: Reader; text: string }): VNode {
  return (
    <div lang={reader.lang === 'en' ? 'zh-CN' : undefined}>
      {text
        .split(/\n+/)
        .filter((line) => line.trim() !== '')
        .map((line) => (
          <p>{line}</p>
        ))}
    </div>
  )
}
