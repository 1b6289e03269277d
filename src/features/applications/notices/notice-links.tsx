import type { VNode } from 'preact'
import { href, type Reader } from '../../../ui/reader.ts'
import { paperKinds } from '../replying/answer-paper.ts'

/** Where a notice is taken away on paper; `at`: the address of the notice, without the language. */
export function NoticeLinks({ reader, at }: { reader: Reader; at: string }): VNode {
  return (
    <span class="gk-no-print">
      {' '}
      {reader.t('applications.notice.paper')}{' '}
      {paperKinds.map((kind, n) => (
        <>
          {n === 0 ? null : ' · '}
          <a href={href(reader, `${at}/paper.${kind}`)}>{reader.t(`applications.notice.${kind}`)}</a>
        </>
      ))}
    </span>
  )
}
