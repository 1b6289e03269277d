import type { VNode } from 'preact'
import { workingDaysBetween, type Calendar } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/day.ts'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { Empty, Heading, Lead } from '../../../ui/heading.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import { DateLine, DueDate } from '../../../ui/status.tsx'
import { TodoList, type Todo } from '../../../ui/todo.tsx'
import { laterFirst, shownFirst, type WaitingThing } from '../work.ts'

export interface HomeProps {
  reader: Reader
  now: WaitingThing[]
  later: WaitingThing[]
  /** Everything is shown, not only what comes first. */
  isAll: boolean
  unitNames: Map<number, string>
  calendar: Calendar
  nextDay?: Day
  /** Counts for those who watch: each opens its list. */
  figures: { label: string; value: number; href: string }[]
}

/** What this person must do, in the order of the days, each with its one next act; then the rest. */
export function HomePage(props: HomeProps): VNode {
  const { reader, now, later, isAll } = props
  const [nowShown, laterShown] = isAll ? [now, later] : [now.slice(0, shownFirst), later.slice(0, laterFirst)]
  const t = reader.t
  return (
    <DeskPage reader={reader} title={t('desk.home.title')} section="home">
      <Heading>{t('desk.home.greeting', { name: reader.person?.name ?? '' })}</Heading>
      {now.length === 0 ? null : <Lead>{t('desk.home.lead.some', { n: now.length })}</Lead>}
      {now.length > 0 ? (
        <TodoList todos={nowShown.map((thing) => todoOf(props, thing))} />
      ) : (
        <Empty title={t('desk.home.empty')}>
          {props.nextDay === undefined ? null : (
            <p>
              {t('desk.home.next')} <DateLine reader={reader} day={props.nextDay} />
            </p>
          )}
        </Empty>
      )}
      <More reader={reader} n={now.length - nowShown.length} />
      <Figures {...props} />
      {later.length > 0 ? (
        <section>
          <Heading level={2}>{t('desk.home.later')}</Heading>
          <TodoList todos={laterShown.map((thing) => todoOf(props, thing))} />
          <More reader={reader} n={later.length - laterShown.length} />
        </section>
      ) : null}
    </DeskPage>
  )
}

/** Where the rest of a list that was cut is shown in full. */
function More({ reader, n }: { reader: Reader; n: number }): VNode | null {
  if (n <= 0) return null
  return (
    <p>
      <a href={href(reader, '/desk?all=1')}>{reader.t('desk.home.more', { n })}</a>
    </p>
  )
}

function Figures({ reader, figures }: HomeProps): VNode | null {
  if (figures.length === 0) return null
  return (
    <section>
      <Heading level={2}>{reader.t('desk.home.watch')}</Heading>
      <ul class="gk-tally">
        {figures.map((figure) => (
          <li class="gk-tally__figure">
            <a class="gk-figure__value" href={figure.href}>
              {figure.value}
            </a>
            <span>{figure.label}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function todoOf({ reader, unitNames, calendar }: HomeProps, thing: WaitingThing): Todo {
  const day = thing.innerOn ?? thing.dueOn
  const place = thing.path ?? (thing.documentId === undefined ? `/desk/tasks/${thing.taskId}` : `/desk/documents/${thing.documentId}`)
  return {
    title: thing.title,
    href: href(reader, place),
    note: [reader.t(`desk.kind.${thing.kind}`), unitNames.get(thing.unitId), thing.period].filter(Boolean).join(' · '),
    due:
      day === undefined ? undefined : (
        <DueDate
          reader={reader}
          due={day}
          today={reader.today}
          workingDaysLeft={workingDaysBetween(calendar, reader.today, day)}
          provisional={thing.isProvisional}
        />
      ),
    act: { label: reader.t(`desk.act.${thing.kind}`), href: href(reader, actPlace(thing)) },
  }
}

function actPlace(thing: WaitingThing): string {
  if (thing.path !== undefined) return thing.path
  if (thing.isMaterial) return `/desk/materials/${thing.taskId}`
  if (thing.kind === 'task') return `/desk/documents/new?task=${thing.taskId}`
  if (thing.kind === 'sent-back' || thing.kind === 'draft') return `/desk/documents/${thing.documentId}/edit`
  return `/desk/documents/${thing.documentId}`
}
