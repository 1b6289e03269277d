import type { Sighting } from './finding.ts'
import { matchesIn, type Reading, type Span } from './reading.ts'

const foreign: [because: string, pattern: RegExp][] = [
  ['lost', /[\ufffd\ue000-\uf8ff]+(?:[^\n]{0,3}[\ufffd\ue000-\uf8ff]+){0,50}/g],
  ['encoding', /(?:锟斤拷|烫烫烫|屯屯屯)+/g],
  ['encoding', /(?:[ÂÃ][\u0080-\u00bf]|â€[\u0080-\u2122]?|ï»¿|[äåæçèé][\u0080-\u00bf\u2018-\u2122]{2})+/g],
]
// Questions of a few words, one after the other on one line: no person writes so, a wrong decoding does.
const fewest = 6
const longestQuestion = 60

/** Signs of a wrong decoding: replacement and private signs, classical garbage, and bursts of unrelated short questions. */
export function findMojibake(reading: Reading): Sighting[] {
  return reading.lines.flatMap((line) => [
    ...foreign.flatMap(([because, pattern]) => [...matchesIn(line, pattern)].map(({ start, end }) => ({ start, end, because }))),
    ...burstsOf(line).map(({ start, end, questions }) => ({ start, end, because: 'burst', params: { n: questions } })),
  ])
}

/** The runs of six or more short questions in a line. */
export function burstsOf(line: Span): { start: number; end: number; questions: number }[] {
  const bursts: { start: number; end: number; questions: number }[] = []
  let run = { start: 0, end: -1, questions: 0 }
  const close = () => {
    const blanks = line.text.slice(run.start, run.start + longestQuestion).search(/\S/)
    if (run.questions >= fewest)
      bursts.push({ start: line.start + run.start + blanks, end: line.start + run.end, questions: run.questions })
  }
  for (const question of shortQuestions(line.text)) {
    if (question.start === run.end) run = { ...run, end: question.end, questions: run.questions + 1 }
    else {
      close()
      run = { ...question, questions: 1 }
    }
  }
  close()
  return bursts
}

function shortQuestions(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  let sentence = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? ''
    if (!/[?？。.!！;；]/.test(sign)) continue
    if (/[?？]/.test(sign) && at - sentence <= longestQuestion) found.push({ start: sentence, end: at + 1 })
    sentence = at + 1
  }
  return found
}
