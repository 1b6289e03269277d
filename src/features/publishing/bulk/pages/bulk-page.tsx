import type { VNode } from 'preact'
import type { Reader } from '../../../../ui/reader.ts'
import { href, nameIn } from '../../../../ui/reader.ts'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { Actions, Form } from '../../../../ui/form.tsx'
import { Button } from '../../../../ui/govuk/index.ts'
import { Heading, Lead, Trail } from '../../../../ui/heading.tsx'
import { DataList } from '../../../../ui/list.tsx'
import type { Planned } from '../read-batch.ts'
import { Reasons } from './reasons.tsx'

export interface BulkPageProps {
  reader: Reader
  planned: readonly Planned[]
  /** What was ticked, as the form sends it, by document. */
  seen: ReadonlyMap<number, string>
}

/** Before anything is done: what will happen to each document, and what cannot, with every reason. */
export function BulkPage({ reader, planned, seen }: BulkPageProps): VNode {
  const possible = planned.filter((one) => one.stops.length === 0)
  const stopped = planned.filter((one) => one.stops.length > 0)
  const title = reader.t('release.bulk.title')
  return (
    <DeskPage reader={reader} title={title} section="reviews">
      <Trail
        reader={reader}
        steps={[{ label: reader.t('publishing.queue.title'), href: href(reader, '/desk/reviews') }, { label: title }]}
      />
      <Heading>{title}</Heading>
      <Lead>{reader.t('release.bulk.lead')}</Lead>
      {possible.length === 0 ? (
        <p>{reader.t('release.bulk.nothing')}</p>
      ) : (
        <Form reader={reader} action="/desk/reviews/many/confirm">
          <Heading level={2}>{reader.t('release.bulk.will', { n: possible.length })}</Heading>
          <PlannedList reader={reader} planned={possible} caption={reader.t('release.bulk.will', { n: possible.length })} />
          <input type="hidden" name="chosen" value={possible.map((one) => seen.get(one.whole.document.id)).join(' ')} />
          <Actions>
            <Button text={reader.t('release.bulk.confirm', { n: possible.length })} />
            <a href={href(reader, '/desk/reviews')}>{reader.t('publishing.write.leave')}</a>
          </Actions>
        </Form>
      )}
      {stopped.length === 0 ? null : (
        <>
          <Heading level={2}>{reader.t('release.bulk.cannot', { n: stopped.length })}</Heading>
          <PlannedList reader={reader} planned={stopped} caption={reader.t('release.bulk.cannot', { n: stopped.length })} />
        </>
      )}
    </DeskPage>
  )
}

function PlannedList({ reader, planned, caption }: { reader: Reader; planned: readonly Planned[]; caption: string }) {
  return (
    <DataList
      caption={caption}
      columns={[{ label: reader.t('release.coordination.text') }, { label: reader.t('release.bulk.what') }]}
      rows={planned.map(({ whole, unit, move, stops }) => ({
        href: href(reader, `/desk/documents/${whole.document.id}`),
        note: [nameIn(reader, unit), whole.document.indexNumber].join(' · '),
        cells: [
          whole.version.title,
          stops.length > 0 ? <Reasons reader={reader} reasons={stops} /> : reader.t(`release.bulk.does.${does(whole, move)}`),
        ],
      }))}
    />
  )
}

function does({ version }: Planned['whole'], move: Planned['move']): 'approve' | 'sign' | 'keep' {
  if (move !== 'sign') return 'approve'
  return version.attribute === 'proactive' ? 'sign' : 'keep'
}
