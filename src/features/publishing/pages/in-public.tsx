import type { VNode } from 'preact'
import { dayOf } from '../../../kernel/day.ts'
import { Heading } from '../../../ui/heading.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import { DateLine } from '../../../ui/status.tsx'
import { changeRefusals, changes, type ChangeName } from '../change.ts'
import { isPublic } from '../document.ts'
import type { DeskDocument } from '../read-desk.ts'

const names = Object.keys(changes) as ChangeName[]

/** What the public sees of a released document, what happened to it there, and what may be changed. */
export function InPublic({ reader, desk }: { reader: Reader; desk: DeskDocument }): VNode | null {
  const { document } = desk.whole
  if (document.publishedVersion === undefined) return null
  const published = desk.versions.find((version) => version.number === document.publishedVersion)
  const isOpen = published !== undefined && isPublic({ standing: document.standing, audience: published.audience })
  return (
    <section>
      <Heading level={2}>{reader.t('publishing.public.title')}</Heading>
      {isOpen && document.standing !== 'removed' ? (
        <p>
          <a href={href(reader, `/documents/${document.indexNumber}`)}>{reader.t('publishing.public.open')}</a>
        </p>
      ) : null}
      {desk.changes.length < 2 ? null : <PublicChanges reader={reader} desk={desk} />}
      {document.stage === 'released' ? <PossibleChanges reader={reader} desk={desk} /> : null}
    </section>
  )
}

function PublicChanges({ reader, desk }: { reader: Reader; desk: DeskDocument }) {
  return (
    <ul class="gk-history">
      {[...desk.changes].reverse().map((change) => (
        <li>
          <DateLine reader={reader} day={dayOf(change.at)} /> · {reader.t(`publishing.public.${change.kind}`)}
          {change.isMinor ? ` (${reader.t('publishing.public.minor')})` : ''}
          {change.reason ? ` · ${change.reason}` : ''}
          {change.effectiveOn ? (
            <>
              {' '}
              → <DateLine reader={reader} day={change.effectiveOn} />
            </>
          ) : null}
          {(change.kind === 'merged' || change.kind === 'replaced') && desk.replacedBy ? (
            <>
              {' '}
              → <a href={href(reader, `/desk/documents/${desk.replacedBy.id}`)}>{desk.replacedBy.indexNumber}</a>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

/** Only what this standing allows is offered; what is still to be said (the reason, the other document) is asked on the way. */
function PossibleChanges({ reader, desk }: { reader: Reader; desk: DeskDocument }) {
  if (!reader.may('documents.change', desk.unit.path)) return null
  const { id, standing } = desk.whole.document
  const possible = names.filter((name) => {
    const stops = changeRefusals({ id, standing, isBeingCorrected: false }, name, { reason: 'asked on the way' })
    return stops.every((stop) => stop === 'replacement-missing' || stop === 'day-missing')
  })
  return (
    <>
      <Heading level={3}>{reader.t('publishing.public.possible')}</Heading>
      <ul class="gk-changes">
        {possible.map((name) => (
          <li>
            <a href={href(reader, `/desk/documents/${id}/change/${name}`)}>{reader.t(`publishing.change.${name}`)}</a>
            <span class="gk-changes__note">{reader.t(`publishing.change-page.${name}`)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
