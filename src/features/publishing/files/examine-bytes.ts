import { lookIntoFile } from '../../../platform/extract/look-into-file.ts'
import type { Look, LookLimits, Part } from '../../../platform/extract/look.ts'
import { checkNames, checkText, type CheckFacts, type CheckRules, type Finding } from '../../checks/index.ts'
import type { FileFinding, FileReading, FileSpot } from './reading.ts'

/** What must be known to examine a file; it goes to another process, so it is plain. */
export interface FileQuestion {
  name: string
  limits: LookLimits
  facts: Pick<CheckFacts, 'title' | 'unitLevel' | 'contacts' | 'today'>
  rules: CheckRules
  /** The text checks that make sense of a table or a page without its surroundings. */
  textChecks: readonly string[]
}

const listedSpots = 10

/** Looks into a file, and runs the text checks over all its text, hidden or not. Runs in the process of the file alone. */
export async function examineBytes(question: FileQuestion, bytes: Buffer): Promise<FileReading> {
  const look = await lookIntoFile(bytes, question.name, question.limits)
  const { state, because, where } = look
  const findings: FileFinding[] =
    state === 'looked' ? [] : [{ check: state, because, count: Math.max(1, where.length), spots: where.slice(0, listedSpots) }]
  findings.push(...look.found.map(({ kind, ...rest }) => ({ check: kind, ...rest })))
  findings.push(...textFindings(question, look))
  const seen = look.parts.filter((part) => !part.isHidden).map((part) => part.text.replaceAll('\t', ' '))
  return { state, because, text: seen.join('\n').replaceAll('\0', ''), findings }
}

function textFindings({ facts, rules, textChecks }: FileQuestion, { parts }: Look): FileFinding[] {
  const starts: number[] = []
  let whole = ''
  for (const part of parts) {
    starts.push(whole.length)
    whole += `${part.text}\n\n`
  }
  const off = Object.fromEntries(checkNames.filter((name) => !textChecks.includes(name)).map((name) => [name, 'off' as const]))
  const found = new Map<string, FileFinding>()
  for (const finding of checkText(whole, { ...facts, near: [], weights: off }, rules)) {
    const key = `${finding.check}.${finding.because}`
    const one = found.get(key) ?? { check: finding.check, because: finding.because, count: 0, spots: [], params: finding.params ?? {} }
    found.set(key, one)
    one.count++
    if (one.spots.length < listedSpots) one.spots.push(spotOf(finding, parts, starts))
  }
  return [...found.values()]
}

function spotOf({ start, passage }: Finding, parts: readonly Part[], starts: readonly number[]): FileSpot {
  const at = lastAtMost(starts, start)
  const part = parts[at]
  if (part === undefined) return { by: 'part', name: '', passage }
  const before = part.text.slice(0, start - (starts[at] ?? 0))
  const name = part.cells?.[before.split('\t').length - 1] ?? part.name
  return { by: part.by, name, passage }
}

/** The place of the last number that is not above a given one, in a list that only grows. */
function lastAtMost(numbers: readonly number[], most: number): number {
  let [low, high] = [0, numbers.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((numbers[middle] ?? 0) <= most) low = middle
    else high = middle - 1
  }
  return low
}
