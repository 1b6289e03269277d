import type { VNode } from 'preact'
import type { Unit } from '../../../organisations/index.ts'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { SelectField } from '../../../../ui/field.tsx'
import { Empty, Heading, Lead } from '../../../../ui/heading.tsx'
import { DataList, FilteredList, Filters, ListHead } from '../../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import { StatusWord } from '../../../../ui/status.tsx'
import { periodInWords, titleIn } from '../../pages/rule-words.ts'
import { TaskDue, type Clockwork } from '../../pages/task-state.tsx'
import type { StoredDuty } from '../../queries.ts'
import type { StoredTask } from '../../queries-tasks.ts'
import { stateOfMaterial, type Material, type MaterialState } from '../material.ts'

export interface MaterialRow {
  task: StoredTask
  duty: StoredDuty
  unit: Unit
  material: Material | undefined
}

export interface MaterialsPageProps extends Clockwork {
  reader: Reader
  rows: readonly MaterialRow[]
  /** Every period that there is, the newest first, and the one that is shown. */
  periods: readonly string[]
  period: string
}

/** The register of a period: which unit has handed its material in, how far the others have come, who has written nothing. */
export function MaterialsPage(props: MaterialsPageProps): VNode {
  const { reader, rows, periods, period } = props
  const title = reader.t('catalogue.materials.title')
  const handedIn = rows.filter(({ material }) => material?.handedAt !== undefined).length
  return (
    <DeskPage reader={reader} title={title} section="materials" wide>
      <Heading kicker={period === '' ? undefined : periodInWords(reader, { period, matter: '' })}>{title}</Heading>
      <Lead>{reader.t('catalogue.materials.lead')}</Lead>
      {periods.length === 0 ? (
        <Empty title={reader.t('catalogue.materials.empty')}>{reader.t('catalogue.materials.empty-now')}</Empty>
      ) : (
        <FilteredList
          filters={
            <Filters reader={reader} action="/desk/materials">
              <SelectField
                reader={reader}
                name="period"
                label={reader.t('catalogue.materials.period')}
                value={period}
                options={periods.map((value) => ({ value, label: periodInWords(reader, { period: value, matter: '' }) }))}
              />
            </Filters>
          }
        >
          <ListHead count={reader.t('catalogue.materials.count', { n: handedIn, all: rows.length })} />
          <Register {...props} />
        </FilteredList>
      )}
    </DeskPage>
  )
}

function Register({ reader, rows, calendar }: MaterialsPageProps) {
  return (
    <DataList
      caption={reader.t('catalogue.materials.title')}
      columns={[
        { label: reader.t('catalogue.column.units') },
        { label: reader.t('catalogue.tasks.due'), kind: 'day' },
        { label: reader.t('catalogue.materials.stage'), kind: 'status' },
        { label: reader.t('catalogue.materials.timing'), kind: 'status' },
      ]}
      rows={rows.map(({ task, duty, unit, material }) => ({
        href: href(reader, `/desk/materials/${task.id}`),
        note: titleIn(reader, duty),
        cells: [
          nameIn(reader, unit),
          <TaskDue reader={reader} task={task} calendar={calendar} />,
          <MaterialStateWord reader={reader} material={material} />,
          <Timing reader={reader} task={task} />,
        ],
      }))}
    />
  )
}

/** Handed in by the day or after it, or not at all although the day is gone; before that there is nothing to say. */
function Timing({ reader, task }: { reader: Reader; task: StoredTask }) {
  const end = task.fulfilledOn ?? reader.today
  if (task.fulfilledOn === undefined && end <= task.dueOn) return <>–</>
  const timing = end <= task.dueOn ? 'in-time' : task.fulfilledOn === undefined ? 'overdue' : 'late'
  return (
    <StatusWord kind={timing === 'in-time' ? 'done' : timing === 'late' ? 'neutral' : 'overdue'}>
      {reader.t(`catalogue.materials.timing.${timing}`)}
    </StatusWord>
  )
}

const shapes = {
  missing: 'neutral',
  written: 'waiting',
  'head-signed': 'waiting',
  signed: 'due-soon',
  'handed-in': 'done',
} as const satisfies Record<MaterialState, string>

/** How far a material has come, as a word with its shape. */
export function MaterialStateWord({ reader, material }: { reader: Reader; material: Material | undefined }): VNode {
  const state = stateOfMaterial(material)
  return <StatusWord kind={shapes[state]}>{reader.t(`catalogue.materials.state.${state}`)}</StatusWord>
}
