import type { VNode } from 'preact'
import { dayOf } from '../../../kernel/day.ts'
import { href, type Reader } from '../../../ui/reader.ts'
import { DateLine } from '../../../ui/status.tsx'
import type { DocumentPast } from '../../publishing/index.ts'
import { documentPath } from '../address.ts'

type PastChange = DocumentPast['changes'][number]

/** Public changes with day, kind and reason, the latest first; where two texts can be held against each other, the way there. */
export function ChangeList({ reader, changes, path }: { reader: Reader; changes: readonly PastChange[]; path: string }): VNode {
  return (
    <ol class="gk-past" reversed>
      {changes.toReversed().map((change, at) => (
        <li class="gk-past__change" id={`change-${changes.length - at}`}>
          <span class="gk-past__day">
            <DateLine reader={reader} day={dayOf(change.at)} />
          </span>
          <span>
            <strong>{reader.t(`portal.change.${change.kind}`)}</strong>
            {change.isMinor ? <span class="gk-quiet"> ({reader.t('portal.change.minor')})</span> : null}
            {change.reason === '' ? null : <span class="gk-past__reason">{change.reason}</span>}
            <Effective reader={reader} change={change} />
            <Ways reader={reader} change={change} path={path} />
          </span>
        </li>
      ))}
    </ol>
  )
}

function Effective({ reader, change }: { reader: Reader; change: PastChange }): VNode | null {
  if (change.effectiveOn === undefined) return null
  return (
    <span class="gk-past__reason">
      {reader.t('portal.change.last-day')} <DateLine reader={reader} day={change.effectiveOn} />
    </span>
  )
}

function Ways({ reader, change, path }: { reader: Reader; change: PastChange; path: string }): VNode | null {
  if (change.other !== undefined)
    return (
      <span class="gk-past__reason">
        {reader.t('portal.change.instead')} <a href={href(reader, documentPath(change.other))}>{change.other}</a>
      </span>
    )
  if (change.hidesEarlier) return <span class="gk-past__reason">{reader.t('portal.change.hides')}</span>
  if (change.before === undefined || change.version === undefined) return null
  return (
    <span class="gk-past__reason">
      <a href={`${href(reader, `${path}/history`)}?from=${change.before}&to=${change.version}#compare`}>
        {reader.t('portal.history.what-changed')}
        <span class="govuk-visually-hidden">: {reader.t(`portal.change.${change.kind}`)}</span>
      </a>
    </span>
  )
}
