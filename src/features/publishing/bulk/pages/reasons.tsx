import type { VNode } from 'preact'
import type { Reader } from '../../../../ui/reader.ts'
import type { MoveRefusal } from '../../request.ts'

/** Every reason why one document of a batch stays where it is. */
export function Reasons({ reader, reasons }: { reader: Reader; reasons: readonly (MoveRefusal | 'not-in-bulk')[] }): VNode {
  const say = (one: MoveRefusal | 'not-in-bulk') =>
    one === 'not-in-bulk' ? reader.t('release.bulk.not-in-bulk') : reader.t(`publishing.obstacle.${one}`)
  return (
    <ul class="gk-reasons">
      {reasons.map((one) => (
        <li>{say(one)}</li>
      ))}
    </ul>
  )
}
