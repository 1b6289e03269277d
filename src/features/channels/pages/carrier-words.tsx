import type { VNode } from 'preact'
import { nameIn, type Reader } from '../../../ui/reader.ts'
import { DateLine, StatusWord } from '../../../ui/status.tsx'
import type { Carrier } from '../carriers/carrier.ts'
import type { CarrierLine } from '../carriers/read-carriers.ts'
import type { Kind } from '../kind.ts'

/** The kind of a carrier in words: for the free kind, what it says it is. */
export function kindInWords(reader: Reader, carrier: Pick<Carrier, 'kindSaid' | 'kind'>, kind: Kind | undefined): string {
  if (kind?.isFree === true) return carrier.kindSaid
  return kind === undefined ? carrier.kind : nameIn(reader, kind)
}

/** Where a carrier stands, in the reader's language where it is said in it. */
export function placeOf(reader: Reader, carrier: Pick<Carrier, 'placeZh' | 'placeEn'>): string {
  return reader.lang === 'zh' ? carrier.placeZh : carrier.placeEn || carrier.placeZh
}

/** Is it time for something new? As word and shape. */
export function ChangeState({ reader, line }: { reader: Reader; line: CarrierLine }): VNode {
  if (!line.isInUse) return <StatusWord kind="neutral">{reader.t('channels.state.ended')}</StatusWord>
  if (line.isOverdue) return <StatusWord kind="overdue">{reader.t('channels.state.overdue')}</StatusWord>
  if (line.changedOn === undefined) return <StatusWord kind="waiting">{reader.t('channels.state.empty')}</StatusWord>
  return <StatusWord kind="done">{reader.t('channels.state.fresh')}</StatusWord>
}

/** The day of the last change, or that there was none. */
export function LastChange({ reader, line }: { reader: Reader; line: CarrierLine }): VNode {
  if (line.changedOn === undefined) return <span class="gk-quiet">{reader.t('channels.never')}</span>
  return <DateLine reader={reader} day={line.changedOn} short />
}
