import type { VNode } from 'preact'
import type { Unit } from '../../organisations/index.ts'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { Actions } from '../../../ui/form.tsx'
import { NotificationBanner } from '../../../ui/govuk/index.ts'
import { Empty, Heading, Trail } from '../../../ui/heading.tsx'
import { DataList } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { RecordLines, type RecordLine } from '../../../ui/record-lines.tsx'
import { isInForce } from '../duty.ts'
import type { Category, StoredDuty } from '../queries.ts'
import type { StoredTask } from '../queries-tasks.ts'
import { comesRound } from '../rule.ts'
import type { Template } from '../templates/template.ts'
import { issuerIn } from '../templates/pages/template-words.ts'
import { DutyFacts } from './duty-facts.tsx'
import { actInWords } from './act-words.ts'
import { periodInWords, ruleInWords, titleIn } from './rule-words.ts'
import { TaskDue, TaskStateWord, type Clockwork } from './task-state.tsx'

export interface DutyPageProps extends Clockwork {
  reader: Reader
  duty: StoredDuty
  category: Category | undefined
  units: readonly Unit[]
  /** The tasks of the last year, the newest first. */
  tasks: readonly StoredTask[]
  record: readonly RecordLine[]
  /** May this person change the line? It takes the right over every unit that owes it. */
  mayChange: boolean
  /** The template from which the line is inherited. */
  above?: Template | undefined
  done: string
}

/** One line of the catalogue at the desk: all its columns, who owes it, how it was kept, what happened to it. */
export function DutyPage(props: DutyPageProps): VNode {
  const { reader, duty, category, units, record } = props
  const done = (['laid-down', 'changed'] as const).find((one) => one === props.done)
  const title = titleIn(reader, duty)
  return (
    <DeskPage reader={reader} title={title} section="catalogue" wide>
      <Trail
        reader={reader}
        steps={[
          { label: reader.t('catalogue.desk.title'), href: href(reader, '/desk/catalogue') },
          ...(category === undefined
            ? []
            : [{ label: nameIn(reader, category), href: `${href(reader, '/desk/catalogue')}#category-${category.code}` }]),
          { label: title },
        ]}
      />
      {done && <NotificationBanner type="success" titleText={reader.t('catalogue.done')} text={reader.t(`catalogue.done.${done}`)} />}
      <Heading kicker={ruleInWords(reader, duty.rule)}>{title}</Heading>
      {isInForce(duty, reader.today) ? null : <p class="gk-banner">{reader.t('catalogue.desk.not-in-force')}</p>}
      <FromAbove {...props} />
      <DutyActions {...props} />
      <DutyFacts reader={reader} duty={duty} units={units} forStaff />
      <LastYear {...props} />
      <Heading level={2}>{reader.t('catalogue.record.title')}</Heading>
      <RecordLines reader={reader} lines={record} say={(act) => actInWords(reader, act)} />
    </DeskPage>
  )
}

/** An inherited line says from where, and leads those who may to the form in which their unit asks more of itself. */
function FromAbove({ reader, above, duty, units }: DutyPageProps) {
  if (above === undefined) return null
  const own = units.filter((unit) => duty.unitIds.includes(unit.id) && reader.may('proposals.answer', unit.path))
  return (
    <>
      <p class="gk-banner">
        {reader.t('catalogue.own-line.above', { template: nameIn(reader, above), issuer: issuerIn(reader, above) })}{' '}
        <a href={href(reader, `/desk/catalogue/templates/${above.code}`)}>{reader.t('catalogue.templates.name')}</a>
      </p>
      {own.length === 0 ? null : (
        <details>
          <summary>{reader.t('catalogue.own-line.choose', { n: own.length })}</summary>
          <ul>
            {own.map((unit) => (
              <li>
                <a href={href(reader, `/desk/catalogue/own-lines/${duty.code}/${unit.code}`)}>
                  {reader.t('catalogue.own-line.link', { unit: nameIn(reader, unit) })}
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function DutyActions({ reader, duty, units, mayChange }: DutyPageProps) {
  const mayRegister = units.some((unit) => duty.unitIds.includes(unit.id) && reader.may('tasks.register', unit.path))
  const awaits = !comesRound(duty.rule) && isInForce(duty, reader.today)
  if (!mayChange && !(awaits && mayRegister)) return null
  return (
    <Actions>
      {awaits && mayRegister ? (
        <a class="govuk-button" href={href(reader, `/desk/tasks/register?duty=${duty.code}`)}>
          {reader.t('catalogue.register.link')}
        </a>
      ) : null}
      {mayChange ? <a href={href(reader, `/desk/catalogue/duties/${duty.code}/edit`)}>{reader.t('catalogue.duty.edit')}</a> : null}
    </Actions>
  )
}

function LastYear({ reader, tasks, units, calendar, soon }: DutyPageProps) {
  const title = reader.t('catalogue.duty.tasks')
  return (
    <>
      <Heading level={2}>{title}</Heading>
      {tasks.length === 0 ? (
        <Empty title={reader.t('catalogue.duty.no-tasks')} />
      ) : (
        <DataList
          caption={title}
          columns={[
            { label: reader.t('catalogue.tasks.what') },
            { label: reader.t('catalogue.tasks.due'), kind: 'day' },
            { label: reader.t('catalogue.tasks.state'), kind: 'status' },
          ]}
          rows={tasks.map((task) => {
            const unit = units.find((one) => one.id === task.unitId)
            return {
              href: href(reader, `/desk/tasks/${task.id}`),
              note: unit && nameIn(reader, unit),
              cells: [
                periodInWords(reader, task),
                <TaskDue reader={reader} task={task} calendar={calendar} />,
                <TaskStateWord reader={reader} task={task} calendar={calendar} soon={soon} />,
              ],
            }
          })}
        />
      )}
    </>
  )
}
