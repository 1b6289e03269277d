/**
 * The one text of a value, after RFC 8785 (JSON Canonicalization Scheme): no white space, keys in the order of their UTF-16
 * code units, numbers in ECMAScript's form. Two equal values have the same text, so a hash of it is a hash of the value.
 * An instant is written as its ISO text. Throws TypeError on what JSON cannot say: undefined, NaN, infinities, half characters, functions.
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return canonicalNumber(value)
  if (typeof value === 'string') return canonicalText(value)
  if (value instanceof Date) return canonicalText(value.toISOString())
  if (Array.isArray(value)) return `[${Array.from(value, canonical).join(',')}]`
  if (isPlain(value)) return canonicalObject(value)
  throw new TypeError(`JSON has no form for ${value === undefined ? 'undefined' : typeof value}`)
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`JSON has no form for ${value}`)
  return JSON.stringify(value)
}

function canonicalText(value: string): string {
  if (/\p{Surrogate}/u.test(value)) throw new TypeError('A text holds half a character')
  return JSON.stringify(value)
}

function canonicalObject(value: Record<string, unknown>): string {
  const parts = Object.keys(value)
    .sort() // by UTF-16 code units, as the RFC asks
    .map((key) => `${canonicalText(key)}:${canonical(value[key])}`)
  return `{${parts.join(',')}}`
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
