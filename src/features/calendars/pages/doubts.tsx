import type { VNode } from 'preact'
import { Heading } from '../../../ui/heading.tsx'
import type { Reader } from '../../../ui/reader.ts'
import type { Doubt } from '../reading.ts'

/** What was not understood, with the words it is about, and what is unusual: a person must look at each. */
export function Doubts({
  reader,
  doubts,
  warnings,
}: {
  reader: Reader
  doubts: readonly Doubt[]
  warnings: readonly string[]
}): VNode | null {
  if (doubts.length === 0 && warnings.length === 0) return null
  return (
    <section>
      <Heading level={3}>{reader.t('calendars.doubts')}</Heading>
      <ul class="gk-year__list">
        {warnings.map((warning) => (
          <li>{warning}</li>
        ))}
        {doubts.map((doubt) => (
          <li>
            {reader.t(`calendars.doubt.${doubt.reason}`)} <q lang="zh-CN">{doubt.text}</q>
          </li>
        ))}
      </ul>
    </section>
  )
}
