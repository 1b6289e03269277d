import type { VNode } from 'preact'
import { href, type Reader } from '../../../ui/reader.ts'

/** Links to the files of a report. `pathOf`: the address of one, without the language. */
export function TakeAway({ reader, kinds, pathOf }: { reader: Reader; kinds: readonly string[]; pathOf: (kind: string) => string }): VNode {
  return (
    <>
      {kinds.map((kind) => (
        <>
          <a href={href(reader, pathOf(kind))}>{kind.toUpperCase()}</a>{' '}
        </>
      ))}
    </>
  )
}
