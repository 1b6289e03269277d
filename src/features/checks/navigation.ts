import type { CheckFacts, Sighting } from './finding.ts'
import { type Reading, type Span } from './reading.ts'
import type { CheckRules } from './rules.ts'

const path = /^[^>＞»|<\n]{1,40}\s[>＞»](?!=)\s?[^>＞»<\n]{1,60}(?:\s?[>＞»]\s?[^>＞»<\n]{1,60}){0,5}$/

/** What the page around a text left in it: link lists, breadcrumb paths, buttons. */
export function findNavigation(reading: Reading, _facts: CheckFacts, rules: CheckRules): Sighting[] {
  const known = new Set(rules.navigation.lines)
  return reading.lines.flatMap((line) => {
    const text = line.text.trim()
    if (text.length > 200) return []
    const lower = text.toLowerCase()
    if (known.has(lower.replace(/[:：>»\s]+$/, ''))) return [around(line, 'list')]
    if (rules.navigation.starts.some((start) => lower.startsWith(start))) return [around(line, 'list')]
    return path.test(text) && !text.startsWith('>') ? [around(line, 'path')] : []
  })
}

function around(line: Span, because: string): Sighting {
  return { start: line.start + line.text.search(/\S/), end: line.start + line.text.trimEnd().length, because }
}
