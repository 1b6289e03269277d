import { wordsOf, type TextBlock } from '../../../platform/text/blocks.ts'
import { countEn, countZh } from './numeral.ts'

/** A passage of what is read aloud. A heading is followed by a pause. */
export interface Passage {
  text: string
  isHeading: boolean
}

/**
 * A text in the order in which it is said: an item of a numbered list with its number, a row of a table with the names of its columns,
 * because a listener does not see them.
 */
export function sayBlocks(blocks: readonly TextBlock[], language: 'zh' | 'en'): Passage[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'heading') return [{ text: wordsOf(block.inlines), isHeading: true }]
    if (block.kind === 'paragraph') return plain(wordsOf(block.inlines))
    if (block.kind === 'list') return block.items.flatMap((item, at) => numbered(sayBlocks(item, language), block, at, language))
    if (block.kind === 'table') return block.rows.flatMap((row) => plain(rowSaid(block.head.map(wordsOf), row.map(wordsOf), language)))
    if (block.kind === 'quote') return sayBlocks(block.blocks, language)
    return block.kind === 'code' ? plain(block.text) : []
  })
}

function plain(text: string): Passage[] {
  return text.trim() === '' ? [] : [{ text, isHeading: false }]
}

function numbered(item: Passage[], list: TextBlock & { kind: 'list' }, at: number, language: 'zh' | 'en'): Passage[] {
  const [first, ...rest] = item
  if (first === undefined || !list.ordered) return item
  const number = String(list.start + at)
  const lead = language === 'zh' ? `第${countZh(number)}，` : `Number ${countEn(number)}: `
  return [{ ...first, text: lead + first.text }, ...rest]
}

/** The first cell names the row; every other one follows the name of its column. A unit in brackets there is said behind the number. */
function rowSaid(head: readonly string[], row: readonly string[], language: 'zh' | 'en'): string {
  const cells = row.flatMap((cell, at) => {
    const words = cell.trim()
    if (words === '' || words === '—') return []
    const [, name = '', unit = ''] = /^(.*?)\s?(?:[（(]([^（）()]{1,12})[）)])?$/.exec(head[at]?.trim() ?? '') ?? []
    const value = unit !== '' && /^[\d.,]+$/.test(words) ? `${words}${language === 'zh' ? '' : ' '}${unit}` : words
    if (at === 0) return [value]
    if (language === 'en') return [`${name}: ${value}`]
    return [/^[\d.,]/.test(value) ? `${name}${value}` : `${name}，${value}`]
  })
  return language === 'zh' ? `${cells.join('，')}。` : `${cells.join(', ')}.`
}
