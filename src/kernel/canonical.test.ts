import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonical } from './canonical.ts'

it('writes the example of RFC 8785, section 3.2.2', () => {
  const value = {
    numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\\"\/',
    literals: [null, true, false],
  }
  expect(canonical(value)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  )
})

it('sorts keys by UTF-16 code units, not by code points (RFC 8785, section 3.2.3)', () => {
  const value = {
    '\u20ac': 'Euro',
    '\r': 'Return',
    '\ufb33': 'Dalet',
    '1': 'One',
    '\ud83d\ude00': 'Emoji',
    '\u0080': 'Control',
    '\u00f6': 'O',
  }
  expect(Object.values(JSON.parse(canonical(value)) as object)).toEqual(['One', 'Return', 'Control', 'O', 'Euro', 'Emoji', 'Dalet'])
})

it('writes minus zero as zero and an instant as its text', () => {
  expect(canonical([-0, new Date(0)])).toBe('[0,"1970-01-01T00:00:00.000Z"]')
})

it.each([undefined, NaN, Infinity, { a: undefined }, [undefined], '\ud800', { '\udc00': 1 }, () => 1, 1n, new Map()])(
  'refuses %o, which JSON cannot say',
  (value) => {
    expect(() => canonical(value)).toThrow(TypeError)
  },
)

it('gives equal values one text, whatever the order of their keys, and loses nothing', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      const text = canonical(value)
      expect(canonical(reversed(value))).toBe(text)
      expect(canonical(JSON.parse(text))).toBe(text)
    }),
  )
})

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  const copy = Object.create(null) as Record<string, unknown>
  for (const [key, part] of Object.entries(value).reverse()) copy[key] = reversed(part)
  return copy
}
