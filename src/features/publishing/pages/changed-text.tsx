import type { VNode } from 'preact'
import type { Change } from '../../../platform/text/difference.ts'
import { htmlLang } from '../../../ui/document.tsx'
import type { Reader } from '../../../ui/reader.ts'

/** Two texts in one: what came is underlined, what went is struck out. Long passages that stayed are shortened to their edges. */
export function ChangedText({ reader, changes }: { reader: Reader; changes: readonly Change[] }): VNode {
  if (changes.every((change) => change.kind === 'same')) return <p>{reader.t('publishing.difference.none')}</p>
  return (
    <div class="gk-difference">
      {changes.map((change, at) => {
        if (change.kind === 'same') return <span>{shortened(change.text, at > 0, at < changes.length - 1)}</span>
        return (
          <>
            {/* Most screen readers say nothing of ins and del: the words are there for them, and for whoever copies the text. */}
            <Hidden reader={reader} words={reader.t(`publishing.difference.${change.kind}`)} />
            {change.kind === 'added' ? <ins>{change.text}</ins> : <del>{change.text}</del>}
            <Hidden reader={reader} words={reader.t('publishing.difference.end')} />
          </>
        )
      })}
    </div>
  )
}

function Hidden({ reader, words }: { reader: Reader; words: string }): VNode {
  return (
    <span class="govuk-visually-hidden" lang={htmlLang(reader.lang)}>
      {words}
    </span>
  )
}

const edge = 160

function shortened(text: string, hasBefore: boolean, hasAfter: boolean): string {
  const characters = [...text]
  const kept = (hasBefore ? edge : 0) + (hasAfter ? edge : 0)
  if (characters.length <= kept + edge) return text
  const head = hasBefore ? characters.slice(0, edge).join('') : ''
  const tail = hasAfter ? characters.slice(-edge).join('') : ''
  return `${head}\n […] \n${tail}`
}
