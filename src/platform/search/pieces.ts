import type { Synonyms } from './synonyms.ts'
import { runsOf } from './tokens.ts'

/** Words without content. */
export const empty: ReadonlySet<string> = new Set(
  (
    '的 了 和 与 及 在 是 吗 呢 把 被 我 你 要 想 第 年 月 日 号 请问 怎么 怎样 如何 什么 哪里 哪些 为什么 ' +
    'a an and are at be by can do for from how i in is it my of on or our that the this to was what when where which who with your'
  ).split(' '),
)

/** A word of another script, or a word of a Han run. */
interface Piece {
  text: string
  isHan: boolean
  /** First of its run, so that nothing is glued across a gap. */
  isFirst: boolean
  /** Made of single characters. */
  isGlued?: boolean
}

/**
 * Cuts a normalised text into the words that a query asks for: phrases that `synonyms` knows stay whole, the rest of a Han run
 * is cut by the dictionary of the platform, and single characters are glued to their neighbours.
 */
export function wordsOf(part: string, synonyms: Synonyms): string[] {
  const pieces = runsOf(part).flatMap((run): Piece[] => {
    if (run.kind === 'word') return [{ text: run.text, isHan: false, isFirst: true }]
    return Array.from(segmenter.segment(run.text), (word, at) => ({ text: word.segment, isHan: true, isFirst: at === 0 }))
  })
  const texts: string[] = []
  let loose: Piece[] = []
  for (let at = 0; at < pieces.length;) {
    const known = longestKnown(pieces, at, synonyms)
    if (known > 0) {
      texts.push(...glued(loose), phraseOf(pieces.slice(at, at + known)))
      loose = []
    } else loose.push(pieces[at]!)
    at += Math.max(1, known)
  }
  return [...texts, ...glued(loose)]
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** How many pieces from here on are one phrase of the synonyms. */
function longestKnown(pieces: Piece[], at: number, synonyms: Synonyms): number {
  if (!synonyms.starts.has(pieces[at]?.text.charAt(0) ?? '')) return 0
  for (let count = Math.min(synonyms.longest, pieces.length - at); count > 0; count--) {
    if (synonyms.of(phraseOf(pieces.slice(at, at + count))).length > 0) return count
  }
  return 0
}

function phraseOf(pieces: Piece[]): string {
  return pieces.map((piece, at) => (piece.isFirst && at > 0 ? ' ' : '') + piece.text).join('')
}

/** Joins neighbouring single characters; one that is left alone joins the word before it, or the word after. Nothing joins across a gap. */
function glued(pieces: Piece[]): string[] {
  const words: Piece[] = []
  for (const piece of pieces) {
    const last = words.at(-1)
    if (last && isSingle(piece) && !piece.isFirst && isSingles(last))
      words.splice(-1, 1, { ...last, text: last.text + piece.text, isGlued: true })
    else words.push(piece)
  }
  const texts: string[] = []
  let waiting = ''
  words.forEach((word, at) => {
    const [before, after] = [words[at - 1], words[at + 1]]
    if (isSingle(word) && before && !word.isFirst && isMeant(before)) texts.push(`${texts.pop() ?? ''}${word.text}`)
    else if (isSingle(word) && after && !after.isFirst && isMeant(after)) waiting = word.text
    else {
      texts.push(waiting + word.text)
      waiting = ''
    }
  })
  return texts
}

function isMeant(piece: Piece): boolean {
  return piece.isHan && !empty.has(piece.text)
}

function isSingle(piece: Piece): boolean {
  return isMeant(piece) && [...piece.text].length === 1
}

function isSingles(piece: Piece): boolean {
  return isSingle(piece) || piece.isGlued === true
}
