import type { VNode } from 'preact'
import { dayOf, type Day } from '../../../kernel/day.ts'
import { sayShortDay } from '../../../kernel/translate.ts'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { Button, Details, NotificationBanner } from '../../../ui/govuk/index.ts'
import { Empty, Heading, Lead } from '../../../ui/heading.tsx'
import { ListHead } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { DueDate, StatusWord } from '../../../ui/status.tsx'
import type { Queue, Waiting } from '../read-queue.ts'
import { ChangedText } from './changed-text.tsx'
import { doneInWords } from './done-words.ts'
import { StateWord } from './state-word.tsx'

export interface QueuePageProps {
  reader: Reader
  queue: Queue
  /** Working days from today to a day. */
  daysLeft: (due: Day) => number
  done: string
}

/** What waits for this person's hand, each with what decides: the day, what the checks found, what changed since it was seen last. */
export function QueuePage({ reader, queue, daysLeft, done }: QueuePageProps): VNode {
  const said = doneInWords(reader, done)
  return (
    <DeskPage reader={reader} title={reader.t('publishing.queue.title')} section="reviews">
      {said ? <NotificationBanner type="success" titleText={reader.t('publishing.done.title')} text={said} /> : null}
      <Heading>{reader.t('publishing.queue.title')}</Heading>
      {queue.waiting.length === 0 ? (
        <Empty title={reader.t('publishing.queue.empty')}>
          <a href={href(reader, '/desk/documents')}>{reader.t('publishing.list.all')}</a>
        </Empty>
      ) : (
        <>
          <Lead>{reader.t('publishing.queue.lead')}</Lead>
          <ListHead count={reader.t('publishing.queue.count', { n: queue.waiting.length })} />
          <ol class="gk-todo">
            {queue.waiting.map((one) => (
              <WaitingItem reader={reader} one={one} daysLeft={daysLeft} />
            ))}
          </ol>
        </>
      )}
      {queue.others > 0 ? <p class="gk-quiet">{reader.t('publishing.queue.others', { n: queue.others })}</p> : null}
      {queue.next === undefined ? null : (
        <a href={href(reader, `/desk/reviews?after=${queue.next}`)}>{reader.t('publishing.queue.more')}</a>
      )}
    </DeskPage>
  )
}

function WaitingItem({ reader, one, daysLeft }: { reader: Reader; one: Waiting; daysLeft: QueuePageProps['daysLeft'] }) {
  const since = reader.t('publishing.queue.since', { day: sayShortDay(dayOf(one.arrivedAt), reader.lang) })
  return (
    <li class="gk-todo__thing">
      <div>
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
