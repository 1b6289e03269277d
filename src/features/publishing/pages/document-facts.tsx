import type { ComponentChildren, VNode } from 'preact'
import { workingDaysLeft, type Calendar } from '../../../kernel/calendar.ts'
import { dayOf } from '../../../kernel/day.ts'
import { sayShortDay } from '../../../kernel/translate.ts'
import { Facts, Heading } from '../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { DateLine, DueDate, StatusWord } from '../../../ui/status.tsx'
import type { Content } from '../document.ts'
import { genres, servedGroups, subjects } from '../metadata.ts'
import type { DeskDocument } from '../read-desk.ts'
import { sayMoment } from '../../../ui/chain.tsx'
import { nameOf } from './remarks.tsx'

/** The metadata that officials expect above a document. */
export function DocumentFacts({ reader, desk }: { reader: Reader; desk: DeskDocument }): VNode {
  const { document, version } = desk.whole
  const day = (one: Content['formedOn']) => one && <DateLine reader={reader} day={one} />
  return (
    <Facts
      rows={[
        { label: reader.t('publishing.field.index-number'), value: document.indexNumber },
        { label: reader.t('publishing.field.unit'), value: nameIn(reader, desk.unit) },
        { label: reader.t('publishing.field.document-number'), value: version.documentNumber },
        { label: reader.t('publishing.field.formed-on'), value: day(version.formedOn) },
        { label: reader.t('publishing.field.published-on'), value: document.publishedAt && day(dayOf(document.publishedAt)) },
        { label: reader.t('publishing.field.valid-until'), value: day(version.validUntil) },
        { label: reader.t('publishing.attribute.label'), value: reader.t(`publishing.attribute.${version.attribute}`) },
        {
          label: reader.t('publishing.ground.label'),
          value: version.ground && reader.t(`publishing.ground.${version.ground as 'state-secret'}`),
        },
        { label: reader.t('publishing.ground.reason'), value: version.groundReason },
        { label: reader.t('publishing.audience.label'), value: reader.t(`publishing.audience.${version.audience}`) },
        { label: reader.t('publishing.subject.label'), value: classOf(reader, 'subject', subjects, version.subject) },
        { label: reader.t('publishing.genre.label'), value: classOf(reader, 'genre', genres, version.genre) },
        { label: reader.t('publishing.served.label'), value: classOf(reader, 'served', servedGroups, version.served) },
        { label: reader.t('publishing.language.label'), value: reader.t(`publishing.language.${version.language}`) },
        { label: reader.t('publishing.field.keywords'), value: version.keywords.join(reader.lang === 'zh' ? '、' : ', ') },
        { label: reader.t('publishing.field.summary'), value: version.summary },
        { label: reader.t('publishing.field.related'), value: related(reader, desk) },
      ]}
    />
  )
}

/** The words of a class; a code that is not on the list stands as it is. */
function classOf(reader: Reader, kind: 'subject' | 'genre' | 'served', codes: readonly string[], code: string): string {
  return codes.includes(code) ? reader.t(`publishing.${kind}.${code}` as 'publishing.subject.1') : code
}

function related(reader: Reader, desk: DeskDocument): ComponentChildren {
  if (desk.related.length === 0) return undefined
  return desk.related.map((one) => (
    <>
      {one.title === undefined ? null : <a href={href(reader, `/desk/documents/${one.id}`)}>{one.title}</a>}{' '}
      <span class="gk-quiet">{one.indexNumber}</span>
      <br />
    </>
  ))
}

/** The task that the document fulfils, its day, and the day by which each hand should be done. */
export function Promised({ reader, desk, calendar }: { reader: Reader; desk: DeskDocument; calendar: Calendar }): VNode | null {
  if (desk.promise === undefined) return null
  const { task, duty, inner } = desk.promise
  const title = reader.lang === 'zh' ? duty.titleZh : duty.titleEn || duty.titleZh
  const hands = (['submit', 'approve', 'clear', 'sign'] as const).map((hand) => ({
    label: reader.t(`publishing.hand.${hand}.next`),
    value: reader.t('publishing.promise.by', { day: sayShortDay(inner[hand], reader.lang) }),
  }))
  return (
    <section>
      <Heading level={2}>{reader.t('publishing.promise.title')}</Heading>
      <Facts
        rows={[
          { label: reader.t('publishing.promise.duty'), value: <a href={href(reader, `/desk/tasks/${task.id}`)}>{title}</a> },
          { label: reader.t('publishing.promise.matter'), value: task.matter },
          { label: reader.t('publishing.promise.due'), value: <TaskDay reader={reader} task={task} calendar={calendar} /> },
          ...(task.fulfilledOn === undefined ? hands : []),
        ]}
      />
    </section>
  )
}

/** The day that decides, or how it was kept. */
export function TaskDay({
  reader,
  task,
  calendar,
}: {
  reader: Reader
  task: NonNullable<DeskDocument['promise']>['task']
  calendar: Calendar
}): VNode {
  if (task.fulfilledOn !== undefined) {
    const isLate = task.fulfilledOn > task.dueOn
    return (
      <StatusWord kind={isLate ? 'overdue' : 'done'}>{reader.t(isLate ? 'publishing.promise.late' : 'publishing.promise.kept')}</StatusWord>
    )
  }
  const left = workingDaysLeft(calendar, reader.today, task.dueOn)
  return <DueDate reader={reader} due={task.dueOn} today={reader.today} workingDaysLeft={left} provisional={task.isProvisional} />
}

/** Every version, the newest first, each to be compared with the text as it is now. */
export function Versions({ reader, desk }: { reader: Reader; desk: DeskDocument }): VNode {
  const { document } = desk.whole
  return (
    <ul class="gk-history">
      {[...desk.versions].reverse().map((version) => (
        <li>
          {reader.t('publishing.versions.line', {
            n: version.number,
            name: nameOf(reader, desk, version.savedBy),
            at: sayMoment(version.savedAt, reader),
          })}{' '}
          {version.number === document.publishedVersion ? (
            <StatusWord kind="done">{reader.t('publishing.versions.published')}</StatusWord>
          ) : null}{' '}
          {version.number === document.currentVersion ? (
            <span class="gk-quiet">{reader.t('publishing.versions.current')}</span>
          ) : (
            <a href={`${href(reader, `/desk/documents/${document.id}`)}?compare=${version.number}#difference`}>
              {reader.t('publishing.versions.compare')}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}
