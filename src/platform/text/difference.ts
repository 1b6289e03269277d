import { diffArrays } from 'diff'

/** A run of text that stayed, came or went. */
export interface Change {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/**
 * What changed between two texts: first by paragraph, then inside changed paragraphs by Chinese character and by word of
 * other scripts. `same` and `removed` joined give the text before, `same` and `added` joined the text after.
 * The work is bounded: large or wholly rewritten passages are shown as removed and added whole.
 */
export function difference(before: string, after: string): Change[] {
  const changes: Change[] = []
  for (const change of compare(paragraphs(before), paragraphs(after), longestParagraphEdit)) {
    const last = changes.at(-1)
    if (change.kind === 'added' && last?.kind === 'removed') changes.splice(-1, 1, ...refine(last.text, change.text))
    else changes.push(change)
  }
  return merge(changes)
}

/** Above this many characters a changed passage is not compared letter by letter. */
const finestLength = 20_000
const longestParagraphEdit = 4_000
const longestWordEdit = 3_000

function paragraphs(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/gu) ?? []
}

function pieces(text: string): string[] {
  return text.match(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+|[^\S\n]+|[\s\S]/gu) ?? []
}

function compare(before: string[], after: string[], maxEditLength: number): Change[] {
  const found = diffArrays(before, after, { maxEditLength })
  if (!found) return whole(before.join(''), after.join(''))
  return found.map((part) => ({ kind: part.added ? 'added' : part.removed ? 'removed' : 'same', text: part.value.join('') }))
}

function refine(before: string, after: string): Change[] {
  if (before.length + after.length > finestLength) return whole(before, after)
  const changes = compare(pieces(before), pieces(after), longestWordEdit)
  const kept = changes.filter((change) => change.kind === 'same').reduce((sum, change) => sum + change.text.trim().length, 0)
  // Two texts with little in common would come out as confetti.
  return kept * 4 < Math.min(before.length, after.length) ? whole(before, after) : changes
}

function whole(before: string, after: string): Change[] {
  return [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]
}

function merge(changes: Change[]): Change[] {
  const merged: Change[] = []
  for (const change of changes) {
    const last = merged.at(-1)
    if (change.text === '') continue
    if (last?.kind === change.kind) last.text += change.text
    else merged.push({ ...change })
  }
  return merged
}
