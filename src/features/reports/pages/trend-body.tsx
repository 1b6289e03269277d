import type { VNode } from 'preact'
import { href, type Reader } from '../../../ui/reader.ts'
import { hasMonths } from '../figures/count-figures.ts'
import { trendMonths, type FigureView } from '../figures/read-figure.ts'
import { askedUnit } from './account-body.tsx'
import { figureWords, type Place } from './figure-words.ts'

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
  return { unit: place === 'desk' ? question.unit?.code : askedUnit(figure, question), period: question.period.code }
}

/** The months before, as a picture; its numbers stand in the same figure of each month. */
export function Trend({ reader, view, place }: PartProps): VNode | null {
  const { figure } = view.value
  if (!hasMonths(figure)) return null
  const { unit, period } = asked({ view, place })
  const path = place === 'public' ? '/account' : '/desk/figures'
  const source = (narrow: boolean): string => {
    const query = new URLSearchParams({
      ...(unit === undefined ? {} : { unit }),
      period: period ?? '',
      ...(narrow ? { narrow: 'yes' } : {}),
    })
    return href(reader, `${path}/${figure.code}/chart.svg?${query.toString()}`)
  }
  const name = figureWords(reader, figure.code).name
  return (
    <figure class="gk-chart">
      <picture>
        <source media="(max-width: 40rem)" srcset={source(true)} />
        <img class="gk-chart__picture" src={source(false)} alt={reader.t('account.trend.alt', { name, n: trendMonths })} />
      </picture>
      <figcaption class="gk-quiet">
        {reader.t('account.trend', { name, n: trendMonths })}{' '}
        <a
          href={href(
            reader,
            `${path}/${figure.code}/months.csv?${new URLSearchParams({ ...(unit === undefined ? {} : { unit }), period: period ?? '' }).toString()}`,
          )}
        >
          {reader.t('account.trend.table')}
        </a>
      </figcaption>
    </figure>
  )
}
