import type { VNode } from 'preact'
import { sayNumber } from '../../../kernel/translate.ts'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { DateField, SelectField } from '../../../ui/field.tsx'
import { NotificationBanner } from '../../../ui/govuk/index.ts'
import { Empty, Heading, Lead } from '../../../ui/heading.tsx'
import { DataList, FilteredList, Filters, ListHead, Pager } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { DateLine, StatusWord } from '../../../ui/status.tsx'
import type { Unit } from '../../organisations/index.ts'
import { detectorNames, type DetectorName } from '../detectors/shortfall.ts'
import { findingSorts, findingStates } from '../findings/finding.ts'
import type { ToldFinding } from '../findings/read-listed.ts'
import type { Run } from '../runs/run.ts'
import { aboutInWords, faultInWords, stateKinds } from './finding-words.ts'
import { MeasureLine } from './measure-line.tsx'

export interface FindingsFilter {
  unit: string
  detector: string
  state: string
  since: string
  sort: string
}

export interface FindingsPageProps {
  reader: Reader
  findings: readonly ToldFinding[]
  count: number
  /** How many there are of each kind in this choice, the most frequent first. */
  kinds: readonly { detector: DetectorName; count: number }[]
  filter: FindingsFilter
  units: readonly Unit[]
  lastRun: Run | undefined
  isRunning: boolean
  download: string
  newer: string | undefined
  older: string | undefined
  done: string
}

/** What the detectors found in a person's reach: what, since when, whose, in which state. */
export function FindingsPage(props: FindingsPageProps): VNode {
  const { reader, findings, count, filter } = props
  const t = reader.t
  const isFiltered = filter.unit !== '' || filter.detector !== '' || filter.state !== 'open' || filter.since !== ''
  return (
    <DeskPage reader={reader} title={t('supervision.list.title')} section="findings" wide>
      {props.done === 'measuring' ? (
        <NotificationBanner titleText={t('supervision.done.title')} text={t('supervision.done.measuring')} />
      ) : null}
      <Heading>{t('supervision.list.title')}</Heading>
      <Lead>{t('supervision.list.lead')}</Lead>
      <MeasureLine reader={reader} lastRun={props.lastRun} isRunning={props.isRunning} />
      {filter.detector === '' && filter.state === 'open' ? <KindTally {...props} /> : null}
      <FilteredList filters={<FindingFilters {...props} />}>
        <ListHead count={t('supervision.list.count', { n: count, said: sayNumber(count, reader.lang) })}>
          {count === 0 ? null : <a href={props.download}>{t('supervision.list.download')}</a>}
        </ListHead>
        {findings.length > 0 ? (
          <FindingList reader={reader} findings={findings} />
        ) : (
          <Empty title={t(isFiltered ? 'supervision.list.none-such' : 'supervision.list.none')}>
            <p>
              {isFiltered ? (
                <a href={href(reader, '/desk/findings')}>{t('supervision.list.show-open')}</a>
              ) : (
                t('supervision.list.none-lead')
              )}
            </p>
          </Empty>
        )}
        <Pager reader={reader} newer={props.newer} older={props.older} />
      </FilteredList>
    </DeskPage>
  )
}

/** How many there are of each kind, the most frequent first; each opens its list. */
function KindTally({ reader, kinds, filter }: FindingsPageProps) {
  if (kinds.length < 2) return null
  return (
    <ul class="gk-tally gk-tally--small">
      {kinds.map(({ detector, count }) => (
        <li class="gk-tally__figure">
          <a class="gk-figure__value" href={href(reader, `/desk/findings?${new URLSearchParams({ ...filter, detector }).toString()}`)}>
            {sayNumber(count, reader.lang)}
            <span class="govuk-visually-hidden"> {reader.t(`supervision.detector.${detector}`)}</span>
          </a>
          <span aria-hidden="true">{reader.t(`supervision.detector.${detector}`)}</span>
        </li>
      ))}
    </ul>
  )
}

function FindingFilters({ reader, filter, units }: FindingsPageProps) {
  const t = reader.t
  const active = [filter.unit, filter.detector, filter.since, filter.state === 'open' ? '' : 'x'].filter((one) => one !== '').length
  const any = { value: '', label: t('supervision.filter.any') }
  return (
    <Filters reader={reader} action="/desk/findings" active={active}>
      <SelectField
        reader={reader}
        name="state"
        label={t('supervision.filter.state')}
        value={filter.state}
        options={(['open', 'waiting', ...findingStates.slice(1), 'all'] as const).map((value) => ({
          value,
          label: t(`supervision.state.${value}`),
        }))}
      />
      <SelectField
        reader={reader}
        name="detector"
        label={t('supervision.filter.detector')}
        value={filter.detector}
        options={[any, ...detectorNames.map((value) => ({ value, label: t(`supervision.detector.${value}`) }))]}
      />
      <SelectField
        reader={reader}
        name="unit"
        label={t('supervision.filter.unit')}
        value={filter.unit}
        options={[any, ...units.map((unit) => ({ value: unit.code, label: nameIn(reader, unit) }))]}
      />
      <DateField reader={reader} name="since" label={t('supervision.filter.since')} value={filter.since} />
      <SelectField
        reader={reader}
        name="sort"
        label={t('supervision.filter.sort')}
        value={filter.sort}
        options={findingSorts.map((value) => ({ value, label: t(`supervision.sort.${value}`) }))}
      />
    </Filters>
  )
}

function FindingList({ reader, findings }: Pick<FindingsPageProps, 'reader' | 'findings'>) {
  const t = reader.t
  return (
    <DataList
      caption={t('supervision.list.title')}
      columns={[
        { label: t('supervision.what') },
        { label: t('supervision.since'), kind: 'day' },
        { label: t('supervision.state'), kind: 'status' },
        { label: t('supervision.detector') },
        { label: t('supervision.answerable') },
      ]}
      rows={findings.map((finding) => ({
        href: href(reader, `/desk/findings/${finding.id}`),
        note: noteOf(reader, finding),
        cells: [
          aboutInWords(reader, finding),
          <DateLine reader={reader} day={finding.sinceOn} />,
          <StatusWord kind={stateKinds[finding.state]}>{t(`supervision.state.${finding.state}`)}</StatusWord>,
          t(`supervision.detector.${finding.detector}`),
          finding.answerable === undefined ? (
            <span class="gk-quiet">{t('supervision.answerable.nobody')}</span>
          ) : (
            nameIn(reader, finding.answerable)
          ),
        ],
      }))}
    />
  )
}

/** The unit, unless it is what the finding is about, and the fault. */
function noteOf(reader: Reader, finding: ToldFinding): string {
  const unit = nameIn(reader, finding.unit)
  const fault = faultInWords(reader, finding)
  return aboutInWords(reader, finding) === unit ? fault : `${unit} · ${fault}`
}
