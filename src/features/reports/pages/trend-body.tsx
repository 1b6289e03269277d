import type { VNode } from 'preact'
import { href, type Reader } from '../../../ui/reader.ts'
import { hasMonths } from '../figures/count-figures.ts'
import type { FigureView } from '../figures/read-figure.ts'
import { trendMonths } from '../figures/read-trend.ts'
import { askedUnit } from './account-body.tsx'
import { figurePath, figureWords, type Place } from './figure-words.ts'

/** A part of the page of a figure. */
export interface PartProps {
  reader: Reader
  view: FigureView
  place: Place
}

/** The question of the page as the query of an address. */
export function asked({ view, place }: Omit<PartProps, 'reader'>): Record<string, string | undefined> {
  const { question } = view.account
  const { figure } = view.value
  const unit = place === 'desk' ? question.unit?.code : askedUnit(figure, question)
  const alone = unit !== undefined && question.isAlone === true ? 'yes' : undefined
  return { unit, alone, period: question.period.code, by: figure.part?.by, part: figure.part?.code }
}

/** The months before, as a picture; its numbers stand in the same figure of each month. */
export function Trend({ reader, view, place }: PartProps): VNode | null {
  const { figure } = view.value
  if (!hasMonths(figure)) return null
  const to = (file: string, more: Record<string, string> = {}): string =>
    href(reader, figurePath(place, { code: `${figure.code}/${file}` }, { ...asked({ view, place }), ...more }))
  const name = figureWords(reader, figure.code).name
  return (
    <figure class="gk-chart">
      <picture>
        <source media="(max-width: 40rem)" srcset={to('chart.svg', { narrow: 'yes' })} />
        <img class="gk-chart__picture" src={to('chart.svg')} alt={reader.t('account.trend.alt', { name, n: trendMonths })} />
      </picture>
      <figcaption class="gk-quiet">
        {reader.t('account.trend', { name, n: trendMonths })} <a href={to('months.csv')}>{reader.t('account.trend.table')}</a>
      </figcaption>
    </figure>
  )
}
