import type { VNode } from 'preact'
import type { Day } from '../../../kernel/day.ts'
import type { Count } from '../../../kernel/clock.ts'
import type { Unit } from '../../organisations/index.ts'
import { DayStrip } from '../../../ui/day-strip.tsx'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { ErrorBox, type FieldError } from '../../../ui/form.tsx'
import { NotificationBanner } from '../../../ui/govuk/index.ts'
import { Facts, Heading, Trail } from '../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { RecordLines, type RecordLine } from '../../../ui/record-lines.tsx'
import { Said } from '../../../ui/said.tsx'
import { DateLine } from '../../../ui/status.tsx'
import type { StoredDuty } from '../queries.ts'
import { isHandedIn } from '../rule.ts'
import type { StoredTask } from '../queries-tasks.ts'
import { confirmed, handedIn, withheld, type InnerDays } from '../task.ts'
import { NextThing, type NextThingProps } from './next-thing.tsx'
import { actInWords } from './act-words.ts'
import { periodInWords, ruleInWords, titleIn } from './rule-words.ts'
import { TaskDue, TaskStateWord, type Clockwork } from './task-state.tsx'

export interface TaskPageProps extends Clockwork {
  reader: Reader
  task: StoredTask
  duty: StoredDuty
  unit: Unit
  /** How the due day was counted; undefined for a fixed day, or when the rule has changed since. */
  count: Count | undefined
  /** The days by which each hand should have done its part. */
  inner: Record<keyof InnerDays, Day>
  /** The last publication under a standing duty, which may be confirmed as still correct. */
  confirmable?: NextThingProps['confirmable']
  record: readonly RecordLine[]
  done: string
  errors?: FieldError[]
}

/** One task at the desk: what is owed, by when and why by then, and the next thing to do. */
export function TaskPage(props: TaskPageProps): VNode {
  const { reader, task, duty, unit, record, errors = [] } = props
  const done = (['registered', 'confirmed'] as const).find((one) => one === props.done)
  const title = titleIn(reader, duty)
  return (
    <DeskPage reader={reader} title={`${title} · ${periodInWords(reader, task)}`} section="tasks" hasErrors={errors.length > 0}>
      <Trail
        reader={reader}
        steps={[
          { label: reader.t('catalogue.tasks.title'), href: href(reader, '/desk/tasks') },
          { label: `${title} · ${periodInWords(reader, task)}` },
        ]}
      />
      <ErrorBox reader={reader} errors={errors} />
      {done && <NotificationBanner type="success" titleText={reader.t('catalogue.done')} text={reader.t(`catalogue.done.${done}`)} />}
      <Heading kicker={nameIn(reader, unit)}>
        {title} · {periodInWords(reader, task)}
      </Heading>
      <NextThing {...props} />
      <TaskFacts {...props} />
      <WhyThen {...props} />
      {isHandedIn(duty.rule) ? null : <InnerDeadlines {...props} />}
      <Heading level={2}>{reader.t('catalogue.record.title')}</Heading>
      <RecordLines reader={reader} lines={record} say={(act) => actInWords(reader, act)} />
    </DeskPage>
  )
}

function TaskFacts({ reader, task, duty, unit, calendar, soon }: TaskPageProps) {
  const ending = [confirmed, withheld, handedIn].find((one) => one === task.fulfilledBy)
  return (
    <Facts
      rows={[
        { label: reader.t('catalogue.tasks.state'), value: <TaskStateWord {...{ reader, task, calendar, soon }} /> },
        { label: reader.t('catalogue.tasks.due'), value: <TaskDue {...{ reader, task, calendar }} /> },
        { label: reader.t('catalogue.tasks.formed'), value: task.formedOn && <DateLine reader={reader} day={task.formedOn} /> },
        { label: reader.t('catalogue.tasks.opens'), value: task.formedOn ? undefined : <DateLine reader={reader} day={task.opensOn} /> },
        { label: reader.t('catalogue.tasks.fulfilled'), value: task.fulfilledOn && <DateLine reader={reader} day={task.fulfilledOn} /> },
        {
          label: reader.t('catalogue.tasks.by'),
          value:
            ending === undefined
              ? task.fulfilledBy && <a href={href(reader, `/documents/${task.fulfilledBy}`)}>{task.fulfilledBy}</a>
              : reader.t(`catalogue.tasks.${ending as 'confirmed'}`),
        },
        {
          label: reader.t('catalogue.tasks.duty'),
          value: <a href={href(reader, `/desk/catalogue/duties/${duty.code}`)}>{titleIn(reader, duty)}</a>,
        },
        { label: reader.t('catalogue.column.rule'), value: ruleInWords(reader, duty.rule) },
        { label: reader.t('catalogue.column.units'), value: nameIn(reader, unit) },
        {
          label: reader.t('catalogue.column.guidance'),
          value: duty.guidanceZh === '' ? undefined : <Said reader={reader} zh={duty.guidanceZh} en={duty.guidanceEn} />,
        },
      ]}
    />
  )
}

function WhyThen({ reader, task, duty, count }: TaskPageProps) {
  return (
    <>
      <Heading level={2}>{reader.t('catalogue.tasks.why')}</Heading>
      {count === undefined ? (
        <p>{reader.t('catalogue.tasks.fixed', { rule: ruleInWords(reader, duty.rule) })}</p>
      ) : (
        <DayStrip
          reader={reader}
          days={count.days}
          due={task.dueOn}
          today={task.fulfilledOn ?? reader.today}
          provisional={task.isProvisional}
        />
      )}
    </>
  )
}

function InnerDeadlines({ reader, task, inner }: TaskPageProps) {
  if (task.fulfilledOn !== undefined) return null
  return (
    <>
      <Heading level={2}>{reader.t('catalogue.tasks.inner')}</Heading>
      <p class="gk-quiet">{reader.t('catalogue.tasks.inner-lead')}</p>
      <Facts
        rows={(['submit', 'approve', 'clear', 'sign'] as const).map((hand) => ({
          label: reader.t(`catalogue.hand.${hand}`),
          value: <DateLine reader={reader} day={inner[hand]} />,
        }))}
      />
    </>
  )
}
