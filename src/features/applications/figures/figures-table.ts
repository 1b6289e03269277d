import { nameIn, type Reader } from '../../../ui/reader.ts'
import { countNames } from './figure.ts'
import { shownInWords } from './pages/shown-words.ts'
import type { Statistics } from './read-statistics.ts'

/** The public figures of a year as a table to take away: what the page does not show is not in it either. */
export function figuresTable(reader: Pick<Reader, 'lang' | 't'>, statistics: Statistics): (string | number)[][] {
  const { year, units, figures, smallest } = statistics
  const { t } = reader
  const cells = (shown: (typeof figures)['total']) => countNames.map((name) => shownInWords(reader, shown[name], smallest))
  return [
    [
      ...(['year', 'unit'] as const).map((name) => t(`applications.figures.column.${name}`)),
      ...countNames.map((name) => t(`applications.figures.column.${name}`)),
      t('applications.figures.column.median'),
    ],
    ...figures.rows.map((row) => {
      const unit = units.find((one) => one.id === row.unitId)
      return [year, unit === undefined ? '' : nameIn(reader, unit), ...cells(row.shown), row.medianDays ?? '']
    }),
    [year, t('applications.figures.all-units'), ...cells(figures.total), ''],
  ]
}
