import type { VNode } from 'preact'
import type { Reader } from '../../../ui/reader.ts'
import { saySentence } from '../summaries/say-summary.ts'
import type { FiledNumber, FiledSentence } from '../summaries/summary.ts'
import { marked, takenApart } from './fact-sentences.tsx'
import { figurePath, type Place } from './figure-words.ts'
import { MarkedFigure } from './marked-figure.tsx'

/** Where a number of a summary leads. */
export type NumberLink = (number: FiledNumber) => string | undefined

/** A sentence that the records say: every number in it opens what is behind it. */
export function SummarySentence({ reader, sentence, link }: { reader: Reader; sentence: FiledSentence; link: NumberLink }): VNode {
  return (
    <>
      {takenApart(saySentence(reader.t, reader.lang, sentence, ({ value }, at) => marked(value, at))).map((part) => {
        const number = typeof part === 'number' ? sentence.numbers[part] : undefined
        if (number === undefined) return part
        return <MarkedFigure {...{ reader, number }} href={link(number)} />
      })}
    </>
  )
}

/** Sentences one after another, as a paragraph. */
export function SummarySentences({
  reader,
  sentences,
  link,
}: {
  reader: Reader
  sentences: readonly FiledSentence[]
  link: NumberLink
}): VNode | null {
  if (sentences.length === 0) return null
  return (
    <p class="gk-facts-said">
      {sentences.map((sentence, at) => (
        <>
          {at > 0 && reader.lang === 'en' ? ' ' : ''}
          <SummarySentence {...{ reader, sentence, link }} />
        </>
      ))}
    </p>
  )
}

/** The records behind a number as they are now: its figure, or for a place the ranking. */
export function livePath(place: Place, { figure, ranked, unit }: FiledNumber, of: string, period: string): string {
  if (figure !== undefined) return figurePath(place, { code: figure }, { unit: unit ?? of, period })
  return figurePath(place, { code: 'ranking' }, { figure: ranked, unit: of, period })
}
