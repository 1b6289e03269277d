import type { VNode } from 'preact'
import { Heading } from '../../../ui/heading.tsx'
import { OpenFigure } from '../../../ui/figure.tsx'
import { DataList, ListHead } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { figureGroups, type Figure, type Question } from '../figures/count-figures.ts'
import { before, periodFrom, periodWith, yearBefore } from '../figures/period.ts'
import type { Account, FigureValue } from '../figures/read-account.ts'
import { sayExactly } from '../figures/mark.ts'
import { figurePath, figureWords, growthInWords, periodInWords, valueInWords, type Place } from './figure-words.ts'

export interface AccountBodyProps {
  reader: Reader
  account: Account
  place: Place
}

/** Every figure of a unit and a period, in groups: what it is, how much, and what it was before. */
export function AccountBody({ reader, account, place }: AccountBodyProps): VNode {
  const { t } = reader
  const hasYear = account.question.period.kind !== 'year'
  return (
    <>
      {figureGroups.map((group) => {
        const values = account.values.filter(({ figure, origin }) => figure.group === group && (place === 'desk' || origin !== 'none'))
        if (values.length === 0) return null
        return (
          <>
            <Heading level={2}>{t(`account.group.${group}`)}</Heading>
            <DataList
              caption={t(`account.group.${group}`)}
              columns={[
                { label: t('account.column.figure') },
                { label: t('account.column.value'), kind: 'number' },
                { label: t('account.column.before') },
                ...(hasYear ? [{ label: t('account.column.year-before') }] : []),
              ]}
              rows={values.map((value) => ({
                cells: [
                  figureWords(reader, value.figure.code).name,
                  <ShownValue {...{ reader, value, place }} question={account.question} />,
                  growthInWords(reader, value.growth),
                  ...(hasYear ? [growthInWords(reader, value.yearGrowth)] : []),
                ],
                note:
                  value.contradicts === undefined
                    ? undefined
                    : t('account.contradicts', { number: sayExactly(value.contradicts, reader.lang) }),
              }))}
            />
          </>
        )
      })}
      <Contradictions reader={reader} contradictions={account.contradictions} />
    </>
  )
}

/** A number as a link to its records; one that was entered says by whom. */
export function ShownValue({
  reader,
  value,
  question,
  place,
}: {
  reader: Reader
  value: FigureValue
  question: Question
  place: Place
}): VNode {
  const { figure, origin, isAtLeast, entries } = value
  if (value.value === undefined) return <span class="gk-quiet">{reader.t('account.not-reported')}</span>
  const asked = { unit: place === 'desk' ? question.unit?.code : askedUnit(figure, question), period: question.period.code }
  const from = question.units.find((unit) => unit.id === entries[0]?.unitId)
  return (
    <OpenFigure
      reader={reader}
      value={valueInWords(reader, value.value, isAtLeast)}
      href={href(reader, figurePath(place, figure, asked))}
      byHand={origin === 'by-hand'}
      source={origin === 'by-hand' && from ? nameIn(reader, from) : undefined}
      label={figureWords(reader, figure.code).name}
    />
  )
}

/** Applications are told in public for the whole city only: for a unit, small numbers would point at somebody. */
export function askedUnit(figure: Figure, { unit }: Question): string | undefined {
  return figure.group === 'applications' ? undefined : unit?.code
}

/** Figures that contradict each other, with both values. */
export function Contradictions({ reader, contradictions }: { reader: Reader } & Pick<Account, 'contradictions'>): VNode | null {
  if (contradictions.length === 0) return null
  const names = (codes: readonly string[]): string => codes.map((code) => figureWords(reader, code).name).join(' + ')
  return (
    <>
      <Heading level={2}>{reader.t('account.contradictions')}</Heading>
      <ul class="govuk-list govuk-list--bullet">
        {contradictions.map(({ relation, left, right }) => (
          <li>
            {reader.t(`account.contradiction.${relation.kind}`, {
              ...{ whole: names(relation.whole), left },
              parts: names(relation.parts),
              right,
            })}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Other periods of the same figures: the one before, the same of the last year, and the parts of this year. */
export function PeriodsToChoose({
  reader,
  question,
  path,
}: {
  reader: Reader
  question: Question
  path: (period: string) => string
}): VNode {
  const { period } = question
  const year = period.code.slice(0, 4)
  const known = [yearBefore(period), before(period), period]
  const parts = [year, ...(['H1', 'H2', 'Q1', 'Q2', 'Q3', 'Q4'] as const).map((part) => `${year}-${part}`)]
  const begun = parts.filter((code) => (periodFrom(code)?.from ?? '') <= reader.today)
  const codes = [...new Set([...known.map(({ code }) => code), ...begun, periodWith('month', reader.today).code])].toSorted()
  return (
    <ListHead count={reader.t('account.of-period', { period: periodInWords(reader, period) })}>
      {codes.map((code) => (
        <PeriodLink {...{ reader, code, path }} isCurrent={code === period.code} />
      ))}
    </ListHead>
  )
}

function PeriodLink({
  reader,
  code,
  path,
  isCurrent,
}: {
  reader: Reader
  code: string
  path: (period: string) => string
  isCurrent: boolean
}) {
  return (
    <a href={href(reader, path(code))} aria-current={isCurrent ? 'page' : undefined}>
      {code}
    </a>
  )
}
