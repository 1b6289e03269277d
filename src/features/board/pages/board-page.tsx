import type { VNode } from 'preact'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { OpenFigure } from '../../../ui/figure.tsx'
import { ErrorBox, Form } from '../../../ui/form.tsx'
import { NotificationBanner } from '../../../ui/govuk/index.ts'
import { Empty, Heading, Lead } from '../../../ui/heading.tsx'
import { DataList, Filters, ListHead, type Row } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { DateLine, StatusWord } from '../../../ui/status.tsx'
import type { Unit } from '../../organisations/index.ts'
import type { Board } from '../read-board.ts'
import type { RemindRefusal, Standing } from '../standing.ts'
import { waitingIn, withWhom, type Names } from './board-table.ts'

export interface BoardPageProps {
  reader: Reader
  board: Board
  names: Names
  /** The code of the unit under which the rows stand; '' for all. */
  under: string
  /** How many units may still be reminded today. */
  left: number
  done: { units: number; people: number; unreached: number } | undefined
  refusals: readonly RemindRefusal[]
}

/** All units in a row: what is overdue, what is due, what waits and with whom; and one button that reminds those that need it. */
export function BoardPage(props: BoardPageProps): VNode {
  const { reader, board, under, done, refusals } = props
  const t = reader.t
  const busy = board.standings.filter(isBusy)
  const errors = refusals.map((refusal) => ({ field: 'remind', message: t(`board.refused.${refusal}`) }))
  const query = under === '' ? '' : `?under=${under}`
  return (
    <DeskPage reader={reader} title={t('board.title')} section="board" wide hasErrors={errors.length > 0}>
      <ErrorBox reader={reader} errors={errors} />
      {done === undefined ? null : <NotificationBanner type="success" titleText={t('board.done')} text={sayDone(reader, done)} />}
      <Heading>{t('board.title')}</Heading>
      <Lead>{t('board.lead')}</Lead>
      <RemindAll {...props} />
      <UnderFilter reader={reader} board={board} under={under} />
      <ListHead count={t('board.count', { n: busy.length, idle: board.standings.length - busy.length })}>
        <a href={href(reader, `/desk/board.csv${query}`)}>{t('board.download')}</a>
      </ListHead>
      {busy.length === 0 ? (
        <Empty title={t('board.nothing')} />
      ) : (
        <DataList
          caption={t('board.title')}
          columns={[
            { label: t('board.column.unit') },
            { label: t('board.column.overdue'), kind: 'number' },
            { label: t('board.column.since'), kind: 'day' },
            { label: t('board.column.in-time'), kind: 'number' },
            { label: t('board.column.empty'), kind: 'number' },
            { label: t('board.column.stale'), kind: 'number' },
            { label: t('board.column.waiting') },
            { label: t('board.column.reminded'), kind: 'day' },
          ]}
          rows={busy.map((standing) => rowOf(props, standing))}
        />
      )}
    </DeskPage>
  )
}

function RemindAll({ reader, left, under }: BoardPageProps) {
  if (!reader.may('board.remind')) return null
  if (left === 0)
    return (
      <p class="gk-quiet" id="remind">
        {reader.t('board.remind.none')}
      </p>
    )
  return (
    <Form reader={reader} action="/desk/board/remind">
      <input type="hidden" name="unit" value={under} />
      <p class="gk-quiet">{reader.t('board.remind.hint')}</p>
      <button class="govuk-button" type="submit" id="remind">
        {reader.t('board.remind.all', { n: left })}
      </button>
    </Form>
  )
}

function UnderFilter({ reader, board, under }: { reader: Reader; board: Board; under: string }) {
  const parents = new Set([...board.units.values()].map((unit) => unit.parentId))
  const options = [...board.units.values()]
    .filter((unit) => parents.has(unit.id))
    .sort((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }))
    .map((unit) => ({ value: unit.code, label: nameIn(reader, unit) }))
  return (
    <Filters reader={reader} action="/desk/board" active={under === '' ? 0 : 1} inLine>
      <SelectField
        reader={reader}
        name="under"
        label={reader.t('board.under')}
        value={under}
        options={[{ value: '', label: reader.t('board.under.all') }, ...options]}
      />
    </Filters>
  )
}

function rowOf({ reader, board, names }: BoardPageProps, standing: Standing): Row {
  const unit = board.units.get(standing.unitId)
  if (unit === undefined) return { cells: [] }
  return {
    href: href(reader, `/desk/tasks?view=to-do&unit=${unit.code}`),
    cells: [
      nameIn(reader, { nameZh: unit.shortZh, nameEn: unit.shortEn }),
      <Overdue reader={reader} standing={standing} unit={unit} />,
      standing.overdueSince === undefined ? '' : <DateLine reader={reader} day={standing.overdueSince} short />,
      <InTime reader={reader} standing={standing} unit={unit} />,
      <FoundFigure reader={reader} value={standing.empty} unit={unit} detector="empty-column" />,
      <FoundFigure reader={reader} value={standing.stale} unit={unit} detector="stale-column" />,
      waitingIn(standing) === 0 ? '' : <Waits reader={reader} standing={standing} unit={unit} names={names} />,
      standing.remindedOn === undefined ? '' : <DateLine reader={reader} day={standing.remindedOn} short />,
    ],
  }
}

interface CellProps {
  reader: Reader
  standing: Standing
  unit: Unit
}

function Overdue({ reader, standing, unit }: CellProps) {
  if (standing.overdue === 0) return null
  return (
    <StatusWord kind="overdue">
      <OpenFigure reader={reader} value={standing.overdue} href={href(reader, `/desk/tasks?view=overdue&unit=${unit.code}`)} />
    </StatusWord>
  )
}

function InTime({ reader, standing, unit }: CellProps) {
  if (standing.inTime === 0) return null
  return (
    <>
      <OpenFigure reader={reader} value={standing.inTime} href={href(reader, `/desk/tasks?view=in-time&unit=${unit.code}`)} />
      {standing.dueSoon === 0 ? null : <div class="gk-quiet">{reader.t('board.of-which-soon', { n: standing.dueSoon })}</div>}
    </>
  )
}

/** How many faults of one kind were found at the last measuring, opening their list. */
function FoundFigure({ reader, value, unit, detector }: { reader: Reader; value: number; unit: Unit; detector: string }) {
  if (value === 0) return null
  return <OpenFigure reader={reader} value={value} href={href(reader, `/desk/findings?unit=${unit.code}&detector=${detector}`)} />
}

function Waits({ reader, standing, unit, names }: CellProps & { names: Names }) {
  return (
    <ul class="gk-lines">
      {standing.waits.map((wait) => (
        <li>
          <OpenFigure reader={reader} value={wait.count} href={href(reader, `/desk/documents?state=${wait.stage}&unit=${unit.code}`)} />{' '}
          {reader.t('board.wait', { who: withWhom(reader, wait, names) })}{' '}
          <span class="gk-quiet">
            {reader.t('board.since')} <DateLine reader={reader} day={wait.sinceOn} short />
          </span>
        </li>
      ))}
    </ul>
  )
}

function isBusy({ overdue, inTime, waits, empty, stale }: Standing): boolean {
  return overdue + inTime + waits.length + empty + stale > 0
}

function sayDone(reader: Reader, done: { units: number; people: number; unreached: number }): string {
  const said = reader.t('board.done.text', { units: done.units, people: done.people })
  return done.unreached === 0 ? said : `${said} ${reader.t('board.done.unreached', { n: done.unreached })}`
}
