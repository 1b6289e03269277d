import type { VNode } from 'preact'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Empty, Heading, Lead } from '../../../ui/heading.tsx'
import { DataList, ListHead } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { StatusWord } from '../../../ui/status.tsx'
import type { RumourView } from '../read-rumours.ts'
import { ClockWords } from './clock-words.tsx'

/** The register of what circulates, each with its clock. What is overdue stands first. */
export function RumoursPage({ reader, views }: { reader: Reader; views: readonly RumourView[] }): VNode {
  const sorted = [...views].sort((a, b) => Number(b.clock === 'overdue') - Number(a.clock === 'overdue'))
  const overdue = views.filter((view) => view.clock === 'overdue').length
  return (
    <DeskPage reader={reader} title={reader.t('clarifications.list.title')} section="clarifications">
      <Heading>{reader.t('clarifications.list.title')}</Heading>
      <Lead>{reader.t('clarifications.list.lead')}</Lead>
      <ListHead count={reader.t('clarifications.list.count', { n: views.length, overdue })}>
        {reader.may('clarifications.write') ? (
          <Button href={href(reader, '/desk/clarifications/new')} text={reader.t('clarifications.list.new')} />
        ) : null}
      </ListHead>
      {views.length === 0 ? (
        <Empty title={reader.t('clarifications.list.empty')}>{reader.t('clarifications.list.empty-note')}</Empty>
      ) : (
        <DataList
          caption={reader.t('clarifications.list.title')}
          columns={[
            { label: reader.t('clarifications.claim') },
            { label: reader.t('clarifications.due'), kind: 'day' },
            { label: reader.t('clarifications.state'), kind: 'status' },
          ]}
          rows={sorted.map((view) => ({
            href: href(reader, `/desk/clarifications/${view.rumour.id}`),
            note: [nameIn(reader, view.unit), view.rumour.place, view.rumour.isMajor ? reader.t('clarifications.major') : '']
              .filter(Boolean)
              .join(' · '),
            cells: [
              view.rumour.claim.slice(0, 120),
              <ClockWords reader={reader} dueAt={view.dueAt} clock={view.clock} />,
              <StateOfRumour reader={reader} view={view} />,
            ],
          }))}
        />
      )}
    </DeskPage>
  )
}

/** Where it stands, in one word. */
export function StateOfRumour({ reader, view }: { reader: Reader; view: RumourView }): VNode {
  if (view.situation.document === 'published') return <StatusWord kind="done">{reader.t('clarifications.state.published')}</StatusWord>
  const kind = view.rumour.state === 'closed' ? 'neutral' : 'waiting'
  return <StatusWord kind={kind}>{reader.t(`clarifications.state.${view.rumour.state}`)}</StatusWord>
}
