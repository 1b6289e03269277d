import type { Sighting } from './finding.ts'
import { burstsOf } from './mojibake.ts'
import { matchesIn, type Reading, sentencesOf, type Span } from './reading.ts'

const english = /(?<=[A-Za-z]|^)\? (?=[A-Za-z])/g
const chinese = /(?<=[\u4e00-\u9fff])\?([\u4e00-\u9fff、]{1,30})\?(?=[\u4e00-\u9fff，。、；])/g
const asking =
  /^\s*(?:and |but |so |then |[A-Za-z]+, )?(?:what|who|whom|whose|which|when|where|why|how|is|are|am|was|were|do|does|did|can|could|will|would|should|shall|may|might|has|have|had)\b/i
const asksChinese = /吗|呢|什么|如何|怎|是否|谁|哪|何|几|多少|能不能|可否/

/** Quotation marks that a conversion turned into question marks: a pair around a term in a sentence that asks nothing. */
export function findQuotes(reading: Reading): Sighting[] {
  return reading.lines.flatMap((line) => {
    const bursts = burstsOf(line)
    return [englishPairs(line), chinesePairs(line)].flatMap((pairs) => outside(pairs, bursts))
  })
}

/** The pairs that touch no burst; both come in the order of the text. */
function outside(pairs: Sighting[], bursts: { start: number; end: number }[]): Sighting[] {
  let next = 0
  return pairs.filter((pair) => {
    while ((bursts[next]?.end ?? Infinity) <= pair.start) next++
    return (bursts[next]?.start ?? Infinity) >= pair.end
  })
}

function englishPairs(line: Span): Sighting[] {
  const marks = [...matchesIn(line, english)].map((match) => match.start)
  const sightings: Sighting[] = []
  for (let at = 0; at + 1 < marks.length; at++) {
    const [open = 0, close = 0] = [marks[at], marks[at + 1]]
    if (close - open > 160 || goesOnAsking(line, close + 1) || isQuestion(line, open) || isQuestion(line, close, open + 1)) continue
    sightings.push({ start: open, end: close + 1, because: 'pair' })
    at++
  }
  return sightings
}

/** Whether the next sentence ends in a question mark too: then these are short questions in a row. */
function goesOnAsking(line: Span, from: number): boolean {
  return /^[^.。;；:!?]{1,160}\?/.test(line.text.slice(from - line.start, from - line.start + 162))
}

/** Whether the words that end in the question mark at `mark` ask something. */
function isQuestion(line: Span, mark: number, from = Math.max(line.start, mark - 300)): boolean {
  const before = line.text.slice(from - line.start, mark - line.start)
  const sentence = sentencesOf({ start: 0, end: before.length, text: before }).at(-1)?.text ?? before
  return asking.test(sentence)
}

function chinesePairs(line: Span): Sighting[] {
  return [...matchesIn(line, chinese)]
    .filter((match) => !asksChinese.test(match.text))
    .map(({ start, end }) => ({ start, end, because: 'pair' }))
}
