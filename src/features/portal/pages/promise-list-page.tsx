import type { VNode } from 'preact'
import { sayMonth } from '../../../kernel/translate.ts'
import { Empty, Heading, Lead, Trail } from '../../../ui/heading.tsx'
import { DataList, ListHead, Pager } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { PublicPage } from '../../../ui/shell.tsx'
import { DateLine, StatusWord } from '../../../ui/status.tsx'
import { confirmed, type StoredTask } from '../../catalogue/index.ts'
import { documentPath, promiseListPath } from '../address.ts'
import { endings, type PromiseList, type PromiseQuestion } from '../read-promises.ts'
import { columnTags } from './page-tags.ts'

export interface PromiseListPageProps {
  reader: Reader
  question: PromiseQuestion
  list: PromiseList
  /** The address of what follows. */
  older: string | undefined
}

/** The tasks behind a figure: what was due, from whom, by when, and what came. */
export function PromiseListPage({ reader, question, list, older }: PromiseListPageProps): VNode {
  const title = reader.t(`portal.promise-list.title.${question.ending ?? 'due'}`)
  const about = [
    list.unit === undefined ? '' : nameIn(reader, list.unit),
    question.month === undefined ? '' : sayMonth(question.month, reader.lang),
    question.year === undefined ? '' : reader.t('portal.account.year', { year: question.year }),
  ]
  return (
    <PublicPage reader={reader} title={title} section="units" wide meta={columnTags({ name: title, description: title })}>
      <Trail reader={reader} steps={[{ label: reader.t('portal.promises.title'), href: href(reader, '/promises') }, { label: title }]} />
      <Heading kicker={about.filter(Boolean).join(' · ') || undefined}>{title}</Heading>
      <Lead>{reader.t('portal.promise-list.lead')}</Lead>
      <ListHead count={reader.t('portal.promise-list.show')}>
        {endings.map((ending) => (
          <a
            href={href(reader, promiseListPath({ unit: question.unit, month: question.month, year: question.year, ending }))}
            aria-current={ending === question.ending ? 'page' : undefined}
          >
            {reader.t(`portal.promise-list.title.${ending}`)}
          </a>
        ))}
      </ListHead>
      {list.tasks.length === 0 ? (
        <Empty title={reader.t('portal.promise-list.nothing')}>
          <a href={href(reader, '/promises')}>{reader.t('portal.promises.title')}</a>
        </Empty>
      ) : (
        <Tasks reader={reader} list={list} caption={title} />
      )}
      <Pager reader={reader} older={older} />
    </PublicPage>
  )
}

function Tasks({ reader, list, caption }: { reader: Reader; list: PromiseList; caption: string }) {
  const label = (name: 'matter' | 'unit' | 'due' | 'published' | 'ending') => reader.t(`portal.promise-list.column.${name}`)
  return (
    <DataList
      caption={caption}
      columns={[
        { label: label('matter') },
        { label: label('due'), kind: 'day' },
        { label: label('published'), kind: 'day' },
        { label: label('ending'), kind: 'status' },
        { label: label('unit') },
      ]}
      rows={list.tasks.map((task) => {
        const unit = list.places.units.get(task.unitId)
        const title = task.fulfilledBy === undefined ? undefined : list.titles.get(task.fulfilledBy)
        return {
          href: title === undefined ? undefined : href(reader, documentPath(task.fulfilledBy ?? '')),
          note: title === undefined ? periodOf(task) : dutyTitle(reader, list, task),
          cells: [
            title ?? dutyTitle(reader, list, task),
            <DateLine reader={reader} day={task.dueOn} />,
            task.fulfilledOn === undefined ? '' : <DateLine reader={reader} day={task.fulfilledOn} />,
            <Ending reader={reader} task={task} />,
            unit === undefined ? '' : <a href={href(reader, `/units/${unit.code}`)}>{nameIn(reader, unit)}</a>,
          ],
        }
      })}
    />
  )
}

function Ending({ reader, task }: { reader: Reader; task: StoredTask }) {
  if (task.fulfilledOn === undefined) return <StatusWord kind="overdue">{reader.t('portal.ending.empty')}</StatusWord>
  if (task.fulfilledOn > task.dueOn) return <StatusWord kind="refused">{reader.t('portal.ending.late')}</StatusWord>
  return (
    <StatusWord kind="done">{reader.t(task.fulfilledBy === confirmed ? 'portal.ending.confirmed' : 'portal.ending.on-time')}</StatusWord>
  )
}

function dutyTitle(reader: Reader, list: PromiseList, task: StoredTask): string {
  const duty = list.places.everyDuty.find((one) => one.id === task.dutyId)
  if (duty === undefined) return task.period
  return reader.lang === 'zh' ? duty.titleZh : duty.titleEn || duty.titleZh
}

/** What an officer called a matter is not public before it is published; the period of a task that comes round is. */
function periodOf(task: StoredTask): string | undefined {
  return task.period.startsWith('event-') ? undefined : task.period
}
