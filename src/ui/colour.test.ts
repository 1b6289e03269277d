import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cityColours, colourRefusals, contrast, leastContrast } from './colour.ts'

const tokens = Object.fromEntries(
  [...readFileSync(new URL('../../assets/styles/_tokens.scss', import.meta.url), 'utf8').matchAll(/--gk-([a-z-]+): (#[0-9a-f]{6});/g)].map(
    (m) => [m[1], m[2]],
  ),
) as Record<string, string>

const pairs: [text: string, ground: string][] = [
  ...['paper', 'sheet', 'light', 'light-pale', 'seal-pale', 'day-ahead'].map((ground): [string, string] => ['ink', ground]),
  ...['paper', 'sheet', 'light-pale', 'seal-pale'].flatMap((ground) =>
    ['slate', 'action', 'action-strong', 'visited', 'seal', 'leaf'].map((text): [string, string] => [text, ground]),
  ),
  ['paper', 'ink'],
  ['paper', 'action'],
  ['paper', 'action-strong'],
  ['paper', 'seal'],
]

describe('the colours of the stylesheet', () => {
  it.each(pairs)('%s can be read on %s', (text, ground) => {
    expect(contrast(tokens[text] ?? '', tokens[ground] ?? '')).toBeGreaterThanOrEqual(leastContrast)
  })

  it('show the edge of a field, which needs 3 to 1', () => {
    expect(contrast(tokens['slate'] ?? '', tokens['paper'] ?? '')).toBeGreaterThanOrEqual(3)
  })
})

describe('the contrast of two colours', () => {
  it('goes from 1 to 21 and does not mind the order', () => {
    expect(contrast('#ffffff', '#ffffff')).toBe(1)
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
    expect(contrast('#ffffff', '#777777')).toBeCloseTo(4.48, 2)
  })
})

describe('a city’s own action colour', () => {
  it('is taken when it can be read on every ground', () => {
    expect(colourRefusals('#7a1f3d')).toEqual([])
    expect(cityColours('#7a1f3d')).toBe(':root{--gk-action:#7a1f3d;--gk-action-strong:#5c172e}')
  })

  it('is refused when it is too pale, and when it is not a colour at all', () => {
    expect(colourRefusals('#f2a900')).toEqual(['too-pale'])
    expect(colourRefusals('red;}body{display:none')).toEqual(['not-a-colour'])
    expect(() => cityColours('#f2a900')).toThrow(RangeError)
    expect(() => cityColours('#12345')).toThrow(RangeError)
  })
})
