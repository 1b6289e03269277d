/** What JSON.parse would pass over in silence. */
export interface JsonScan {
  isTooDeep: boolean
  /** Keys that stand twice in one object, and keys that reach into every object of the program; as `path: key` pairs. */
  twice: string[]
  forbidden: string[]
}

/** A report nests to four; deeper is no report. */
const deepest = 16

/** Keys that mean an object's making, not one of its fields. */
const makers = ['__proto__', 'prototype', 'constructor']

interface Level {
  /** Undefined in a list. */
  keys: Set<string> | undefined
  /** The key whose value is being read. */
  key: string
}

/**
 * Walks through a JSON text once, without recursion and without building anything: how deep it nests, and which keys stand twice or are
 * forbidden. Of a text that is no JSON it says what it can; whether it is JSON, JSON.parse says.
 */
export function scanJson(text: string): JsonScan {
  const scan: JsonScan = { isTooDeep: false, twice: [], forbidden: [] }
  const levels: Level[] = []
  for (let at = 0; at < text.length; at++) {
    const found = text[at]
    if (found === '{' || found === '[') levels.push({ keys: found === '{' ? new Set() : undefined, key: '' })
    else if (found === '}' || found === ']') levels.pop()
    else if (found === '"') {
      const end = endOfString(text, at)
      if (isKey(text, end)) noteKey(levels, text.slice(at, end), scan)
      at = end - 1
    }
    if (levels.length > deepest) return { ...scan, isTooDeep: true }
  }
  return scan
}

/** The place after the closing quote: by hand, because a pattern would need a stack as long as the string. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '"') return at + 1
  }
  return text.length
}

function isKey(text: string, end: number): boolean {
  let at = end
  while (/\s/u.test(text[at] ?? '')) at++
  return text[at] === ':'
}

function noteKey(levels: Level[], written: string, scan: JsonScan): void {
  const level = levels.at(-1)
  const key = unescaped(written)
  if (level?.keys === undefined || key === undefined) return
  const place = [...levels.slice(0, -1).flatMap((each) => (each.key === '' ? [] : [each.key])), key].join('.')
  if (level.keys.has(key)) scan.twice.push(place)
  if (makers.includes(key)) scan.forbidden.push(place)
  level.keys.add(key)
  level.key = key
}

/** The key as JSON.parse would read it: an escape may hide that it stands twice. */
function unescaped(written: string): string | undefined {
  try {
    return JSON.parse(written) as string
  } catch {
    return undefined
  }
}
