import type { VNode } from 'preact'
import type { Reader } from '../../../ui/reader.ts'
import type { BoundNumber, FactSentence } from '../annual/sentence.ts'
import { MarkedFigure } from './marked-figure.tsx'

/** What a number in a sentence leads to. */
export type LinkOf = (number: BoundNumber) => { href?: string | undefined }

/** Sentences that the records say: every number in them opens what is behind it. */
export function FactSentences({ reader, facts, link }: { reader: Reader; facts: readonly FactSentence[]; link: LinkOf }): VNode | null {
  if (facts.length === 0) return null
  return (
    <p class="gk-facts-said">
      {facts.map((fact, at) => (
        <>
          {at > 0 && reader.lang === 'en' ? ' ' : ''}
          <Sentence {...{ reader, fact, link }} />
        </>
      ))}
    </p>
  )
}

function Sentence({ reader, fact, link }: { reader: Reader; fact: FactSentence; link: LinkOf }) {
  const said = reader.t(fact.key, Object.fromEntries(fact.numbers.map(({ name, value }, at) => [name, marked(value, at)])))
  return (
    <>
      {takenApart(said).map((part) => {
        const number = typeof part === 'number' ? fact.numbers[part] : undefined
        if (number === undefined) return part
        return <MarkedFigure {...{ reader, number }} {...link(number)} />
      })}
    </>
  )
}

/**
 * A number with a mark on each side that words may be taken apart at; how long the first is says which number it is. The marks are white
 * space to whoever reads the number, so that words for one and for many are still told apart.
 */
export function marked(value: number, at: number): string {
  return `${'\u2028'.repeat(at + 1)}${value}\u2029`
}

/** Words with marked numbers in them, taken apart: the words, and which number stands between them. */
export function takenApart(said: string): (string | number)[] {
  return said.split(/(\u2028+)[^\u2029]*\u2029/u).map((part) => (/^\u2028+$/u.test(part) ? part.length - 1 : part))
}
