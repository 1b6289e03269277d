import type { VNode } from 'preact'
import { dayOf } from '../../../kernel/day.ts'
import { WithdrawnBanner } from '../../../ui/errors.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { DateLine } from '../../../ui/status.tsx'
import type { PublicChange } from '../../publishing/index.ts'
import { documentPath } from '../address.ts'
import type { DocumentView } from '../read-page.ts'

interface Props {
  reader: Reader
  view: DocumentView
}

/**
 * What became of a document, above everything else on its page: that it was taken back or no longer holds, and why; or, of one that
 * holds, the last time that its content was changed.
 */
export function StandingBanner({ reader, view }: Props): VNode | null {
  const { standing } = view.document
  const unit = nameIn(reader, view.unit)
  if (standing === 'published') return <ChangeNotice reader={reader} view={view} />
  const change = view.changes.findLast((one) => one.kind === standing || (standing === 'replaced' && one.kind === 'merged'))
  if (change === undefined) return null
  if (standing === 'withdrawn') return <WithdrawnBanner reader={reader} on={dayOf(change.at)} reason={change.reason} unit={unit} />
  if (standing === 'cancelled' || standing === 'replaced') return <Ended reader={reader} change={change} unit={unit} word={standing} />
  const isAhead = change.effectiveOn !== undefined && change.effectiveOn >= reader.today
  return <Ended reader={reader} change={change} unit={unit} word={isAhead ? 'ends' : 'ended'} />
}

function Ended({
  reader,
  change,
  unit,
  word,
}: {
  reader: Reader
  change: PublicChange
  unit: string
  word: 'cancelled' | 'replaced' | 'ended' | 'ends'
}): VNode {
  return (
    <section class="gk-banner gk-banner--withdrawn" aria-label={reader.t(`portal.banner.${word}`)}>
      <p class="gk-banner__title">{reader.t(`portal.banner.${word}`)}</p>
      {change.effectiveOn === undefined ? null : (
        <p>
          {reader.t('portal.change.last-day')} <DateLine reader={reader} day={change.effectiveOn} />
        </p>
      )}
      <p>
        <DateLine reader={reader} day={dayOf(change.at)} /> · {unit}
      </p>
      <p>{reader.t('portal.banner.reason', { reason: change.reason })}</p>
    </section>
  )
}

const told: readonly PublicChange['kind'][] = ['corrected', 'changed', 'reinstated', 'absorbed']

/** The notice of the last change that is more than a slip of the pen (变更事项及时公告并说明理由). */
function ChangeNotice({ reader, view }: Props): VNode | null {
  const change = view.changes.findLast((one) => told.includes(one.kind) && one.isMinor !== true)
  if (change === undefined) return null
  const title = reader.t(`portal.change.${change.kind}`)
  return (
    <section class="gk-banner" aria-label={title}>
      <p class="gk-banner__title">
        {title} · <DateLine reader={reader} day={dayOf(change.at)} />
      </p>
      <p>{reader.t('portal.banner.reason', { reason: change.reason })}</p>
      {change.version === undefined || change.hidesEarlier ? null : (
        <p>
          <a href={href(reader, `${documentPath(view.document.indexNumber)}/history`)}>{reader.t('portal.notice.what')}</a>
        </p>
      )}
    </section>
  )
}
