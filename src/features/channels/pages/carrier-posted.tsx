import type { VNode } from 'preact'
import { dayOf } from '../../../kernel/day.ts'
import { Empty, Heading } from '../../../ui/heading.tsx'
import { DataList } from '../../../ui/list.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import { DateLine, StatusWord } from '../../../ui/status.tsx'
import { documentPath, sheetPath } from '../address.ts'
import { issueKey, type Issue } from '../gazettes/issue.ts'
import type { PublicLine } from '../../publishing/index.ts'
import type { CarrierLine } from '../carriers/read-carriers.ts'
import type { PostedLine } from '../postings/read-hanging.ts'

export interface CarrierParts {
  reader: Reader
  line: CarrierLine
  posted: readonly PostedLine[]
  due: readonly PublicLine[]
  /** Its issues, where it is a gazette. */
  issues: readonly Issue[]
}

/** What the catalogue wants put up here and nobody has yet, each with its sheet. */
export function Due({ reader, line, due }: Pick<CarrierParts, 'reader' | 'line' | 'due'>): VNode {
  return (
    <section aria-labelledby="due">
      <Heading level={2} id="due">
        {reader.t('channels.due.title')}
      </Heading>
      {due.length === 0 ? (
        <Empty title={reader.t('channels.due.none')} />
      ) : (
        <DataList
          caption={reader.t('channels.due.title')}
          columns={[
            { label: reader.t('channels.document') },
            { label: reader.t('channels.released'), kind: 'day' },
            { label: reader.t('channels.print.column') },
          ]}
          rows={due.map((one) => ({
            href: href(reader, documentPath(one.indexNumber)),
            note: one.indexNumber,
            cells: [
              one.title,
              <DateLine reader={reader} day={one.publishedOn} short />,
              <a href={`${sheetPath('a4', one.indexNumber)}?carrier=${line.carrier.code}`}>
                {reader.t('channels.print.sheet')}
                <span class="govuk-visually-hidden"> {one.title}</span>
              </a>,
            ],
          }))}
        />
      )}
    </section>
  )
}

/** What was put up, and whether it hangs there rightly. */
export function Posted({ reader, posted, line }: Pick<CarrierParts, 'reader' | 'posted' | 'line'>): VNode | null {
  if (posted.length === 0 || line.kind?.isGazette === true) return null
  return (
    <section aria-labelledby="posted">
      <Heading level={2} id="posted">
        {reader.t('channels.posted.title')}
      </Heading>
      <DataList
        caption={reader.t('channels.posted.title')}
        columns={[
          { label: reader.t('channels.document') },
          { label: reader.t('channels.posted-on'), kind: 'day' },
          { label: reader.t('channels.state'), kind: 'status' },
        ]}
        rows={posted.map((one) => ({
          href: href(reader, `/desk/postings/${one.posting.id}`),
          cells: [
            one.document.title,
            <DateLine reader={reader} day={dayOf(one.posting.postedAt)} short />,
            <PostedState reader={reader} line={one} />,
          ],
        }))}
      />
    </section>
  )
}

/** Does it hang there, and rightly? */
export function PostedState({ reader, line }: { reader: Reader; line: PostedLine }): VNode {
  if (line.fault !== undefined) return <StatusWord kind="overdue">{reader.t(`channels.fault.${line.fault}`)}</StatusWord>
  if (line.posting.takenDownOn !== undefined) return <StatusWord kind="neutral">{reader.t('channels.taken-down')}</StatusWord>
  if (line.posting.earlyReason !== '') return <StatusWord kind="due-soon">{reader.t('channels.early')}</StatusWord>
  return <StatusWord kind="done">{reader.t(line.posting.issue === '' ? 'channels.hangs' : 'channels.printed')}</StatusWord>
}

/** The issues of a gazette. */
export function Issues({ reader, issues }: Pick<CarrierParts, 'reader' | 'issues'>): VNode {
  return (
    <section aria-labelledby="issues">
      <Heading level={2} id="issues">
        {reader.t('channels.issues.title')}
      </Heading>
      {issues.length === 0 ? (
        <Empty title={reader.t('channels.issues.none')} />
      ) : (
        <DataList
          caption={reader.t('channels.issues.title')}
          columns={[
            { label: reader.t('channels.issue') },
            { label: reader.t('channels.issue.dated'), kind: 'day' },
            { label: reader.t('channels.state'), kind: 'status' },
            { label: reader.t('channels.issue.items'), kind: 'number' },
          ]}
          rows={issues.map((issue) => ({
            href: href(reader, `/desk/issues/${issue.id}`),
            note: issueKey(issue),
            cells: [
              reader.t('channels.issue.name', { year: issue.year, number: issue.number }),
              <DateLine reader={reader} day={issue.datedOn} short />,
              issue.publishedAt === undefined ? (
                <StatusWord kind="waiting">{reader.t('channels.issue.draft')}</StatusWord>
              ) : (
                <StatusWord kind="done">{reader.t('channels.issue.published')}</StatusWord>
              ),
              String(issue.items.length),
            ],
          }))}
        />
      )}
    </section>
  )
}
