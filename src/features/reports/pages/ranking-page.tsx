import type { VNode } from 'preact'
import { OpenFigure } from '../../../ui/figure.tsx'
import { Lead } from '../../../ui/heading.tsx'
import { DataList } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import type { Unit } from '../../organisations/index.ts'
import type { Figure, Question } from '../figures/count-figures.ts'
import type { Ranking } from '../figures/rank.ts'
import { CountedShell } from './counted-shell.tsx'
import { figurePath, figureWords, type Place } from './figure-words.ts'

export interface RankingPageProps {
  reader: Reader
  place: Place
  figure: Figure
  question: Question
  unit: Unit
  ranking: Ranking
  /** Who has fewer records has no place. */
  fewest: number
}

/** Units of one kind in the order of a figure, and how that order came about. */
export function RankingPage({ reader, place, figure, question, unit, ranking, fewest }: RankingPageProps): VNode {
  const { t } = reader
  const { name } = figureWords(reader, figure.code)
  const rows = [...ranking.placed, ...ranking.unranked.map((one) => ({ ...one, place: undefined }))]
  const nameOf = (id: number): string => {
    const one = question.units.find((each) => each.id === id)
    return one === undefined ? '' : nameIn(reader, one)
  }
  // At the desk somebody may know the numbers of others, but open only those of their own units.
  const linkOf = (id: number): string | undefined => {
    const code = question.units.find((each) => each.id === id)?.code
    if (code === undefined || (place === 'desk' && id !== unit.id)) return undefined
    return href(reader, figurePath(place, figure, { unit: code, period: question.period.code }))
  }
  return (
    <CountedShell
      {...{ reader, place, question, title: `${name} · ${t('summary.ranking.title')}` }}
      description={t('summary.ranking.title')}
    >
      <Lead>{t('summary.ranking.method', { fewest })}</Lead>
      <DataList
        caption={t('summary.ranking.title')}
        columns={[
          { label: t('summary.ranking.unit') },
          { label: t('summary.ranking.place'), kind: 'number' },
          { label: t('summary.ranking.count'), kind: 'number' },
        ]}
        rows={rows.map(({ unitId, count, place: at }) => ({
          cells: [
            unitId === unit.id ? <strong>{nameOf(unitId)}</strong> : nameOf(unitId),
            at ?? t('summary.ranking.no-place'),
            <OpenFigure reader={reader} value={count} href={linkOf(unitId)} label={name} />,
          ],
        }))}
      />
    </CountedShell>
  )
}
