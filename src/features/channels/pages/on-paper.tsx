import type { VNode } from 'preact'
import { dayOf } from '../../../kernel/day.ts'
import { Heading } from '../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { DateLine } from '../../../ui/status.tsx'
import { scriptPath, sheetPath } from '../address.ts'
import type { PostedOn } from '../postings/read-posted-on.ts'
import { placeOf } from './carrier-words.tsx'

export interface OnPaperProps {
  reader: Reader
  indexNumber: string
  /** It may be printed: its text is public and stands. */
  isPrintable: boolean
  posted: readonly PostedOn[]
}

/** Where else a document is: the sheet for the wall, the script for the loudspeaker, and the carriers on which it hangs. */
export function OnPaper({ reader, indexNumber, isPrintable, posted }: OnPaperProps): VNode | null {
  if (!isPrintable && posted.length === 0) return null
  return (
    <section aria-labelledby="on-paper">
      <Heading level={2} id="on-paper">
        {reader.t('channels.paper.title')}
      </Heading>
      {isPrintable ? (
        <ul class="gk-paper gk-no-print">
          <li>
            <a href={sheetPath('a4', indexNumber)}>{reader.t('channels.paper.a4')}</a>
          </li>
          <li>
            <a href={sheetPath('a3', indexNumber)}>{reader.t('channels.paper.a3')}</a>
          </li>
          <li>
            <a href={href(reader, scriptPath(indexNumber))}>{reader.t('channels.script.title')}</a>
          </li>
        </ul>
      ) : null}
      {posted.length === 0 ? null : (
        <ul class="gk-history">
          {posted.map((one) => (
            <li>
              <DateLine reader={reader} day={dayOf(one.posting.postedAt)} />{' '}
              <a href={href(reader, `/channels/${one.carrier.code}`)}>{nameIn(reader, one.carrier)}</a>
              <span class="gk-quiet">
                {' '}
                {[one.posting.issue, one.posting.page, one.posting.issue === '' ? placeOf(reader, one.carrier) : '']
                  .filter((part) => part !== '')
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
