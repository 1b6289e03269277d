import type { VNode } from 'preact'
import { dayOf, type Day } from '../../../kernel/day.ts'
import { sayShortDay } from '../../../kernel/translate.ts'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { Button, Details, NotificationBanner } from '../../../ui/govuk/index.ts'
import { Empty, Heading } from '../../../ui/heading.tsx'
import { FilteredList, ListHead } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { DueDate, StatusWord } from '../../../ui/status.tsx'
import { Form } from '../../../ui/form.tsx'
import { TodoList } from '../../../ui/todo.tsx'
import type { Unreviewed } from '../emergencies/read-unreviewed.ts'
import { isBulkMove, writeTicked } from '../bulk/batch.ts'
import { QueueFilters, TickBox, type QueueFiltersProps } from './queue-filters.tsx'
import type { Queue, Waiting } from '../read-queue.ts'
import { ChangedText } from './changed-text.tsx'
import { doneInWords } from './done-words.ts'
import { StateWord } from './state-word.tsx'

export interface QueuePageProps {
  reader: Reader
  queue: Queue
  units: QueueFiltersProps['units']
  filter: QueueFiltersProps['filter']
  /** Released in an emergency, to be reviewed by this person among others. */
  unreviewed: readonly Unreviewed[]
  /** Working days from today to a day. */
  daysLeft: (due: Day) => number
  done: string
}

/** What waits for this person's hand, each with what decides: the day, what the checks found, what changed since it was seen last. */
export function QueuePage(props: QueuePageProps): VNode {
  const { reader, queue, done } = props
  const said = doneInWords(reader, done)
  return (
    <DeskPage reader={reader} title={reader.t('publishing.queue.title')} section="reviews" wide>
      {said ? <NotificationBanner type="success" titleText={reader.t('publishing.done.title')} text={said} /> : null}
      {done === 'none' ? <NotificationBanner titleText={reader.t('publishing.next.label')} text={reader.t('release.bulk.none')} /> : null}
      <Heading>{reader.t('publishing.queue.title')}</Heading>
      <Unreviewed {...props} />
      <FilteredList filters={<QueueFilters {...props} />}>
        {queue.waiting.length === 0 ? (
          <Empty title={reader.t('publishing.queue.empty')}>
            <a href={href(reader, '/desk/documents')}>{reader.t('publishing.list.all')}</a>
          </Empty>
        ) : (
          <WaitingList {...props} />
        )}
        {queue.others > 0 ? <p class="gk-quiet">{reader.t('publishing.queue.others', { n: queue.others })}</p> : null}
        {queue.next === undefined ? null : <a href={addressOf(props, queue.next)}>{reader.t('publishing.queue.more')}</a>}
      </FilteredList>
    </DeskPage>
  )
}

function addressOf({ reader, filter }: QueuePageProps, after: number): string {
  const query = new URLSearchParams({ q: filter.words, unit: filter.unit, hand: filter.move, clean: filter.isClean ? '1' : '' })
  for (const [name, value] of [...query]) if (value === '') query.delete(name)
  query.set('after', String(after))
  return `${href(reader, '/desk/reviews')}?${query.toString()}`
}

/** What was released in an emergency comes first: it is public already. */
function Unreviewed({ reader, unreviewed, daysLeft }: QueuePageProps) {
  if (unreviewed.length === 0) return null
  return (
    <section>
      <Heading level={2}>{reader.t('release.after-review.list')}</Heading>
      <TodoList
        todos={unreviewed.map((one) => ({
          title: one.title,
          href: href(reader, `/desk/documents/${one.id}`),
          note: [one.indexNumber, reader.t(`release.emergency.kind.${one.kind as 'warning'}`)].join(' · '),
          due: <DueDate reader={reader} due={one.dueOn} today={reader.today} workingDaysLeft={daysLeft(one.dueOn)} />,
          act: { label: reader.t('release.after-review.open'), href: href(reader, `/desk/documents/${one.id}/after-review`) },
        }))}
      />
    </section>
  )
}

/** Each with a box to tick; ticked ones, or all that are shown, are decided on together after one more look. */
function WaitingList({ reader, queue, daysLeft }: QueuePageProps) {
  return (
    <Form reader={reader} action="/desk/reviews/many" class="gk-form--wide">
      <ListHead count={reader.t('publishing.queue.count', { n: queue.waiting.length })}>
        <Button classes="govuk-button--secondary" text={reader.t('release.bulk.chosen')} />
        <Button name="all" value="yes" classes="govuk-button--secondary" text={reader.t('release.bulk.all', { n: queue.waiting.length })} />
      </ListHead>
      <input type="hidden" name="shown" value={queue.waiting.map((one) => writeTicked(one.ticked)).join(' ')} />
      <ol class="gk-todo">
        {queue.waiting.map((one) => (
          <WaitingItem reader={reader} one={one} daysLeft={daysLeft} />
        ))}
      </ol>
    </Form>
  )
}

function WaitingItem({ reader, one, daysLeft }: { reader: Reader; one: Waiting; daysLeft: QueuePageProps['daysLeft'] }) {
  const since = reader.t('publishing.queue.since', { day: sayShortDay(dayOf(one.arrivedAt), reader.lang) })
  return (
    <li class={isBulkMove(one.move) ? 'gk-todo__thing gk-ticked' : 'gk-todo__thing'}>
      <div>
        <TickBox reader={reader} one={one} />
        <a class="gk-todo__title" href={href(reader, `/desk/documents/${one.id}`)}>
          {one.title}
        </a>
        <span class="gk-todo__note">{[nameIn(reader, one.unit), one.indexNumber, since].join(' · ')}</span>
        <span class="gk-todo__note">
          <StateWord reader={reader} document={{ stage: one.stage, standing: 'unpublished' }} /> ·{' '}
          <Findings reader={reader} found={one.findings} />
        </span>
        {one.changes === undefined ? null : (
          <Details summaryText={reader.t('publishing.queue.difference', { n: one.seenVersion ?? 0 })}>
            <ChangedText reader={reader} changes={one.changes} />
          </Details>
        )}
      </div>
      <span>
        {one.task === undefined ? null : (
          <DueDate
            reader={reader}
            due={one.task.dueOn}
            today={reader.today}
            workingDaysLeft={daysLeft(one.task.dueOn)}
            provisional={one.task.isProvisional}
          />
        )}
        <InnerDeadline reader={reader} one={one} />
      </span>
      <Button href={href(reader, `/desk/documents/${one.id}`)} classes="govuk-button--secondary" text={reader.t('publishing.queue.read')} />
    </li>
  )
}

function InnerDeadline({ reader, one }: { reader: Reader; one: Waiting }) {
  if (one.innerDueOn === undefined) return null
  const words = one.innerDueOn < reader.today ? 'publishing.queue.inner-late' : 'publishing.queue.inner'
  return <span class="gk-todo__note">{reader.t(words, { day: sayShortDay(one.innerDueOn, reader.lang) })}</span>
}

/** What the checks found and nobody has settled, by weight. */
function Findings({ reader, found }: { reader: Reader; found: Waiting['findings'] }): VNode {
  const words = (['block', 'answer', 'advice'] as const)
    .filter((weight) => found[weight] > 0)
    .map((weight) => reader.t(`publishing.findings.${weight}`, { n: found[weight] }))
  if (words.length === 0) return <StatusWord kind="done">{reader.t('publishing.findings.none')}</StatusWord>
  const kind = found.block > 0 ? 'refused' : found.answer > 0 ? 'due-soon' : 'neutral'
  return <StatusWord kind={kind}>{words.join(reader.lang === 'zh' ? '，' : ', ')}</StatusWord>
}
