import type { VNode } from 'preact'
import type { Unit } from '../../organisations/index.ts'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { SelectField, TextField } from '../../../ui/field.tsx'
import { Actions } from '../../../ui/form.tsx'
import { Empty, Heading, Lead } from '../../../ui/heading.tsx'
import { DataList, FilteredList, Filters, ListHead } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import type { StoredDuty } from '../queries.ts'
import { isHandedIn } from '../rule.ts'
import type { StoredTask } from '../queries-tasks.ts'
import { periodInWords, titleIn } from './rule-words.ts'
import { TaskDue, TaskStateWord, type Clockwork } from './task-state.tsx'

export const taskViews = ['to-do', 'overdue', 'in-time', 'coming', 'done', 'late', 'all'] as const
export type TaskView = (typeof taskViews)[number]

export interface TaskFilters {
  view: TaskView
  /** The code of a unit, or ''. */
  unit: string
  /** `YYYY-MM` of the due day, or ''. */
  month: string
}

export interface TaskRow {
  task: StoredTask
  duty: StoredDuty
  unit: Unit
}

export interface TasksPageProps extends Clockwork {
  reader: Reader
  rows: readonly TaskRow[]
  filter: TaskFilters
  /** The units in this person's reach. */
  units: readonly Unit[]
  /** The address of the rest of the list. */
  more?: string | undefined
}

/** Every task in a person's reach, by due day: what it is, how long there is left, and the way to write it. */
export function TasksPage(props: TasksPageProps): VNode {
  const { reader, rows, filter, more } = props
  const title = reader.t('catalogue.tasks.title')
  const active = (filter.view === 'to-do' ? 0 : 1) + (filter.unit === '' ? 0 : 1) + (filter.month === '' ? 0 : 1)
  return (
    <DeskPage reader={reader} title={title} section="tasks" wide>
      <Heading>{title}</Heading>
      <Lead>{reader.t('catalogue.tasks.lead')}</Lead>
      {reader.may('tasks.register') ? (
        <Actions>
          <a class="govuk-button govuk-button--secondary" href={href(reader, '/desk/tasks/register')}>
            {reader.t('catalogue.register.link')}
          </a>
        </Actions>
      ) : null}
      <FilteredList filters={<TaskFilterForm {...props} active={active} />}>
        <ListHead count={reader.t(`catalogue.tasks.view.${filter.view}`)} />
        {rows.length === 0 ? (
          <Empty title={reader.t('catalogue.tasks.empty')}>
            <a href={href(reader, '/desk/tasks?view=all')}>{reader.t('catalogue.tasks.show-all')}</a>
          </Empty>
        ) : (
          <TaskList {...props} />
        )}
        {more === undefined ? null : (
          <nav class="gk-pager" aria-label={reader.t('catalogue.tasks.more-label')}>
            <a rel="next" href={more}>
              {reader.t('catalogue.tasks.more')}
            </a>
          </nav>
        )}
      </FilteredList>
    </DeskPage>
  )
}

function TaskFilterForm({ reader, filter, units, active }: TasksPageProps & { active: number }) {
  return (
    <Filters reader={reader} action="/desk/tasks" active={active}>
      <SelectField
        reader={reader}
        name="view"
        label={reader.t('catalogue.tasks.state')}
        value={filter.view}
        options={taskViews.map((value) => ({ value, label: reader.t(`catalogue.tasks.view.${value}`) }))}
      />
      <SelectField
        reader={reader}
        name="unit"
        label={reader.t('catalogue.filter.unit')}
        value={filter.unit}
        options={[
          { value: '', label: reader.t('catalogue.filter.any') },
          ...units.map((unit) => ({ value: unit.code, label: nameIn(reader, unit) })),
        ]}
      />
      <TextField
        reader={reader}
        name="month"
        label={reader.t('catalogue.filter.month')}
        hint={reader.t('catalogue.hint.month', { example: reader.today.slice(0, 7) })}
        value={filter.month}
      />
    </Filters>
  )
}

function TaskList({ reader, rows, calendar, soon }: TasksPageProps) {
  const mayWrite = (row: TaskRow) => row.task.fulfilledOn === undefined && reader.may('documents.write', row.unit.path)
  const next = rows.some(mayWrite) ? [{ label: reader.t('catalogue.tasks.next') }] : []
  return (
    <DataList
      caption={reader.t('catalogue.tasks.title')}
      columns={[
        { label: reader.t('catalogue.tasks.what') },
        { label: reader.t('catalogue.tasks.due'), kind: 'day' },
        { label: reader.t('catalogue.tasks.state'), kind: 'status' },
        ...next,
      ]}
      rows={rows.map((row) => ({
        href: href(reader, `/desk/tasks/${row.task.id}`),
        note: `${periodInWords(reader, row.task)} · ${nameIn(reader, row.unit)}`,
        cells: [
          titleIn(reader, row.duty),
          <TaskDue reader={reader} task={row.task} calendar={calendar} />,
          <TaskStateWord reader={reader} task={row.task} calendar={calendar} soon={soon} />,
          mayWrite(row) ? <WriteLink reader={reader} row={row} /> : undefined,
        ],
      }))}
    />
  )
}

function WriteLink({ reader, row }: { reader: Reader; row: TaskRow }) {
  return (
    <a href={href(reader, isHandedIn(row.duty.rule) ? `/desk/materials/${row.task.id}` : `/desk/documents/new?task=${row.task.id}`)}>
      {reader.t('catalogue.tasks.write-short')}
      <span class="govuk-visually-hidden"> {titleIn(reader, row.duty)}</span>
    </a>
  )
}
