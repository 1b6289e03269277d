import type { VNode } from 'preact'
import { Facts, Heading } from '../../../ui/heading.tsx'
import { OpenFigure } from '../../../ui/figure.tsx'
import { DataList } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { DateLine } from '../../../ui/status.tsx'
import type { FigureView } from '../figures/read-figure.ts'
import { Entries } from './entered-body.tsx'
import { partName } from './part-words.ts'
import { RecordList } from './record-list.tsx'
import { asked, Trend, type PartProps } from './trend-body.tsx'
import { figurePath, figureWords, growthInWords, periodInWords, valueInWords, type Place } from './figure-words.ts'

export interface FigureBodyProps {
  reader: Reader
  view: FigureView
  place: Place
  /** The list begins behind this record. */
  after: number
}

/** One figure: what it is, how much it is, whose it is, and the records behind it. */
export function FigureBody({ reader, view, place, after }: FigureBodyProps): VNode {
  const { t } = reader
  const { value, account, fingerprint } = view
  const { figure } = value
  const { means, basis } = figureWords(reader, figure.code)
  return (
    <>
      <p class="gk-account__number">
        {value.value === undefined ? (
          t('account.not-reported')
        ) : (
          <OpenFigure reader={reader} value={valueInWords(reader, value.value, value.isAtLeast)} byHand={value.origin === 'by-hand'} />
        )}
      </p>
      <Facts
        rows={[
          { label: t('account.figure.what'), value: means },
          { label: t('account.figure.rule'), value: basis },
          { label: t('account.figure.period'), value: periodInWords(reader, account.question.period) },
          { label: t('account.figure.cut-off'), value: <DateLine reader={reader} day={account.question.cutOff} /> },
          { label: t('account.column.before'), value: growthInWords(reader, value.growth) },
          {
            label: t('account.column.year-before'),
            value: account.question.period.kind === 'year' ? '' : growthInWords(reader, value.yearGrowth),
          },
          { label: t('account.figure.fingerprint'), value: fingerprint && <code>{fingerprint.slice(0, 16)}</code> },
        ]}
      />
      {figure.facts === undefined ? (
        <Entries {...{ reader, view, place }} />
      ) : (
        <>
          <Trend {...{ reader, view, place }} />
          <ByPart {...{ reader, view, place }} />
          <ByUnit {...{ reader, view, place }} />
          <Records {...{ reader, view, place, after }} />
        </>
      )}
    </>
  )
}

/** The figure taken apart in each way that it has; parts with nothing in them are said too, because the sum should be seen. */
function ByPart({ reader, view, place }: PartProps) {
  const { figure } = view.value
  return (
    <>
      {view.byPart.map(({ by, parts }) => (
        <>
          <Heading level={2}>{reader.t(`account.by.${by}`)}</Heading>
          <DataList
            caption={reader.t(`account.by.${by}`)}
            columns={[{ label: reader.t(`account.by.${by}`) }, { label: reader.t('account.column.value'), kind: 'number' }]}
            rows={parts.map(({ code, count }) => ({
              cells: [
                partName(reader, by, code),
                <OpenFigure
                  reader={reader}
                  value={count}
                  href={href(reader, figurePath(place, figure, { ...asked({ view, place }), by, part: code }))}
                  label={partName(reader, by, code)}
                />,
              ],
            }))}
          />
        </>
      ))}
    </>
  )
}

function ByUnit({ reader, view, place }: PartProps) {
  const { figure } = view.value
  const { unit: top, units } = view.account.question
  const root = top ?? units.find((one) => one.parentId === undefined)
  if (view.byUnit.length < 2 || (place === 'public' && figure.group === 'applications')) return null
  return (
    <>
      <Heading level={2}>{reader.t('account.by-unit')}</Heading>
      <DataList
        caption={reader.t('account.by-unit')}
        columns={[{ label: reader.t('account.column.unit') }, { label: reader.t('account.column.value'), kind: 'number' }]}
        rows={view.byUnit.map(({ unit, count }) => ({
          cells: [
            unit.id === root?.id ? reader.t('account.itself', { unit: nameIn(reader, unit) }) : nameIn(reader, unit),
            // What is the unit's own, without those below it, has no page: that of the unit counts them all.
            <OpenFigure
              reader={reader}
              value={count}
              href={
                unit.id === root?.id ? undefined : href(reader, figurePath(place, figure, { ...asked({ view, place }), unit: unit.code }))
              }
              label={nameIn(reader, unit)}
            />,
          ],
        }))}
      />
    </>
  )
}

function Records({ reader, view, place, after }: FigureBodyProps) {
  const { figure } = view.value
  const address = figurePath(place, figure, asked({ view, place }))
  const [path, query = ''] = address.split('?')
  return (
    <RecordList
      {...{ reader, place, facts: view.facts, units: view.account.question.units, count: view.value.value ?? 0 }}
      isCase={figure.group === 'applications'}
      download={href(reader, `${path}/records.csv?${query}`)}
      newer={after === 0 ? undefined : href(reader, address)}
      older={view.next === undefined ? undefined : href(reader, `${path}?${query}&after=${view.next}#records`)}
    />
  )
}
