import type { CheckFacts, Sighting } from './finding.ts'
import { type Reading, type Span } from './reading.ts'

// A short line such as 办理流程 rightly comes back under every matter; a long one or the title does not.
const shortest = { chinese: 10, latin: 30 }
const longest = 120
// A letterhead and a signature are the same by right.
const signature =
  /(?:政府|办公室|办公厅|委员会|局|厅|院|部|处|科|中心|小组|公司|大队|支队)$|^\d{4}年\d{1,2}月\d{1,2}日$|^\d{4}-\d{2}-\d{2}$/
const paragraphSigns = 60

/** Headings that are printed again, and paragraphs that stand twice. The first time is right; every further one is reported. */
export function findHeadings(reading: Reading, facts: CheckFacts): Sighting[] {
  const title = plainOf(facts.title)
  const opening = plainOf(reading.lines[0]?.text ?? '')
  const seen = new Map<string, Span[]>()
  for (const line of reading.lines) {
    const key = plainOf(line.text)
    if (key === '' || /^\s*\|/.test(line.text)) continue
    const isWanted = isHeading(line.text, key) || key === title || key.length >= paragraphSigns
    if (!isWanted) continue
    const lines = seen.get(key)
    if (lines) lines.push(line)
    else seen.set(key, [line])
  }
  return [...seen].flatMap(([key, lines]) => {
    const opensText = opening.startsWith(key) && /[.。:：]/.test(opening[key.length] ?? '')
    const again = opensText ? lines : lines.slice(1)
    const because = key === title || isHeading(lines[0]?.text ?? '', key) ? 'heading' : 'paragraph'
    const params = { n: lines.length + (opensText ? 1 : 0) }
    return again.map((line) => ({
      start: line.start + line.text.search(/\S/),
      end: line.start + line.text.trimEnd().length,
      because,
      params,
    }))
  })
}

function isHeading(text: string, key: string): boolean {
  if (key.length > longest || /[.。;；:：,，!！?？、]\s*$/.test(text) || signature.test(key)) return false
  return key.length >= (/[\u4e00-\u9fff]/.test(key) ? shortest.chinese : shortest.latin)
}

/** The words of a line without its number, its marks of emphasis and its blanks. */
function plainOf(text: string): string {
  return text
    .replace(/^[\s#>*]*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、])?/, '')
    .replace(/[\s*]/g, '')
    .toLowerCase()
}
