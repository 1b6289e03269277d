import { describe, expect, it } from 'vitest'
import { growthOf } from './growth.ts'

describe('growth', () => {
  it('is the difference and its share of the base', () => {
    expect(growthOf(15, 12)).toEqual({ base: 12, difference: 3, share: 0.25 })
    expect(growthOf(9, 12)).toEqual({ base: 12, difference: -3, share: -0.25 })
    expect(growthOf(0.3, 0.1)).toEqual({ base: 0.1, difference: 0.2, share: 2 })
  })

  it('has no share of nothing, and is not known where a number is not', () => {
    expect(growthOf(4, 0)).toEqual({ base: 0, difference: 4, share: undefined })
    expect(growthOf(0, 0)).toEqual({ base: 0, difference: 0, share: undefined })
    expect([growthOf(undefined, 4), growthOf(4, undefined)]).toEqual([undefined, undefined])
  })
})
