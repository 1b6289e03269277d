import type { Sighting } from './finding.ts'
import { matchesIn, type Span } from './reading.ts'

const english = /(?:of which|including) (\d[\d,]{0,11}) (?:were |are )?existing/g
const chinese = /其中[^。；\d]{0,10}(?:现有|已有|原有|已建成?)[^。；\d]{0,8}(\d[\d,]{0,11})/g

/** Two inventories in one paragraph that give two different numbers for what already exists. */
export function findInventories(line: Span): Sighting[] {
  const counts = [english, chinese].flatMap((pattern) =>
    [...matchesIn(line, pattern)].map(({ start, end, parts }) => ({ start, end, value: Number((parts[0] ?? '').replaceAll(',', '')) })),
  )
  const [first] = counts
  return counts
    .filter((count) => first !== undefined && count.value !== first.value)
    .map(({ start, end, value }) => ({ start, end, because: 'inventories', params: { first: first?.value ?? 0, second: value } }))
}
