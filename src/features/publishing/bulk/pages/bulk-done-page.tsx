import type { VNode } from 'preact'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { Actions } from '../../../../ui/form.tsx'
import { Button } from '../../../../ui/govuk/index.ts'
import { Heading, Trail } from '../../../../ui/heading.tsx'
import { DataList } from '../../../../ui/list.tsx'
import { href, type Reader } from '../../../../ui/reader.ts'
import { StatusWord } from '../../../../ui/status.tsx'
import type { Moved } from '../move-many.ts'
import { Reasons } from './reasons.tsx'

/** What became of each document of a batch. */
export function BulkDonePage({ reader, moved }: { reader: Reader; moved: readonly Moved[] }): VNode {
  const done = moved.filter((one) => one.refusals.length === 0)
  const refused = moved.filter((one) => one.refusals.length > 0)
  const title = reader.t('release.bulk.result', { done: done.length, refused: refused.length })
  return (
    <DeskPage reader={reader} title={title} section="reviews">
      <Trail
        reader={reader}
        steps={[
          { label: reader.t('publishing.queue.title'), href: href(reader, '/desk/reviews') },
          { label: reader.t('release.bulk.title') },
        ]}
      />
      <Heading>{title}</Heading>
      {refused.length === 0 ? null : (
        <MovedList reader={reader} moved={refused} title={reader.t('release.bulk.refused', { n: refused.length })} />
      )}
      {done.length === 0 ? null : <MovedList reader={reader} moved={done} title={reader.t('release.bulk.done', { n: done.length })} />}
      <Actions>
        <Button href={href(reader, '/desk/reviews')} text={reader.t('release.bulk.back')} />
      </Actions>
    </DeskPage>
  )
}

function MovedList({ reader, moved, title }: { reader: Reader; moved: readonly Moved[]; title: string }) {
  return (
    <section>
      <Heading level={2}>{title}</Heading>
      <DataList
        caption={title}
        columns={[{ label: reader.t('release.coordination.text') }, { label: reader.t('release.bulk.what') }]}
        rows={moved.map((one) => ({
          href: href(reader, `/desk/documents/${one.id}`),
          note: one.indexNumber,
          cells: [
            one.title,
            one.refusals.length > 0 ? (
              <Reasons reader={reader} reasons={one.refusals} />
            ) : (
              <StatusWord kind="done">{reader.t(`publishing.done.${one.move ?? 'approve'}`)}</StatusWord>
            ),
          ],
        }))}
      />
    </section>
  )
}
