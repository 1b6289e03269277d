import type { VNode } from 'preact'
import { Heading, Lead } from '../../../ui/heading.tsx'
import { DataList } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import type { RoundView } from '../rounds/read-round.ts'
import { isAddedUp, type RoundTotal } from '../rounds/read-totals.ts'
import { fewNames } from './round-words.ts'
import { sayExactly } from '../figures/mark.ts'
import { figurePath, figureWords } from './figure-words.ts'
import { MarkedFigure } from './marked-figure.tsx'

interface RoundTotalsProps {
  reader: Reader
  view: RoundView
  totals: readonly RoundTotal[]
  figure: string
}

/** What the accepted filings add up to, beside what the records say now for everything that the office covers. */
export function RoundTotals({ reader, view, totals, figure }: RoundTotalsProps): VNode | null {
  const { t, lang } = reader
  const { round, owner, lines } = view
  if (totals.length === 0) return null
  const others = lines.filter(({ state, within }) => state !== 'accepted' && within === undefined)
  const names = fewNames(
    reader,
    others.map(({ unit }) => unit),
  )
  const hasYear = round.kind === 'quarter'
  const opened = totals.find((total) => total.figure.code === figure)
  return (
    <section aria-labelledby="totals">
      <Heading level={2} id="totals">
        {t('rounds.totals')}
      </Heading>
      <Lead>
        {t('rounds.totals.lead', { n: lines.filter(isAddedUp).length, unit: nameIn(reader, owner) })}
        {others.length === 0 ? '' : ` ${t('rounds.totals.without', { units: names })}`}
      </Lead>
      {opened === undefined ? null : <Parts {...{ reader, total: opened }} />}
      <DataList
        caption={t('rounds.totals')}
        columns={[
          { label: t('account.column.figure') },
          { label: t('rounds.column.sum'), kind: 'number' },
          ...(hasYear ? [{ label: t('rounds.column.year-sum'), kind: 'number' as const }] : []),
          { label: t('rounds.column.now'), kind: 'number' },
          { label: t('rounds.column.difference'), kind: 'number' },
        ]}
        rows={totals.map(({ figure: { code }, sum, mark, yearSum = 0, yearMark, now }) => {
          const { name } = figureWords(reader, code)
          const own = `/desk/reports/rounds/${round.id}?figure=${code}#parts`
          const whole = figurePath('desk', { code }, { unit: owner.code, period: round.period })
          return {
            cells: [
              name,
              <MarkedFigure {...{ reader, number: { value: sum, ...mark }, label: name }} href={href(reader, own)} />,
              ...(hasYear ? [<MarkedFigure {...{ reader, number: { value: yearSum, ...yearMark }, label: name }} />] : []),
              now === undefined ? (
                <span class="gk-quiet">{t('account.not-reported')}</span>
              ) : (
                <MarkedFigure {...{ reader, number: now, label: name }} href={href(reader, whole)} />
              ),
              now === undefined || now.value === sum ? '' : sayExactly(now.value - sum, lang, { signDisplay: 'exceptZero' }),
            ],
          }
        })}
      />
    </section>
  )
}

/** The sum of one figure laid out: each accepted filing with its own number. */
function Parts({ reader, total }: { reader: Reader; total: RoundTotal }) {
  const { t, lang } = reader
  const title = t('rounds.parts', { figure: figureWords(reader, total.figure.code).name, sum: sayExactly(total.sum, lang) })
  return (
    <>
      <Heading level={3} id="parts">
        {title}
      </Heading>
      <DataList
        caption={title}
        columns={[{ label: t('reports.desk.column.unit') }, { label: t('rounds.column.sum'), kind: 'number' }]}
        rows={total.parts.map(({ unit, reportId, ...number }) => ({
          href: href(reader, `/desk/reports/statements/${reportId}`),
          cells: [nameIn(reader, unit), <MarkedFigure {...{ reader, number }} />],
        }))}
      />
    </>
  )
}
