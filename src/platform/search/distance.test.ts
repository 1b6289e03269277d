import { describe, expect, it } from 'vitest'
import { distance, nearestPart } from './distance.ts'

const letters = (text: string) => Array.from(text)

describe('distance', () => {
  it.each([
    ['budget', 'budget', 0],
    ['buget', 'budget', 1],
    ['budgte', 'budget', 1],
    ['bugdet', 'budget', 1],
    ['badgets', 'budget', 2],
    ['pension', 'budget', 3],
  ])('between %s and %s is %i', (a, b, away) => {
    expect(distance(letters(a), letters(b), 2)).toBe(away)
    expect(distance(letters(b), letters(a), 2)).toBe(away)
  })
})

describe('the nearest part', () => {
  it('is found inside a title, one character away', () => {
    expect(nearestPart('明川市防汛应急预案', letters('防讯应急预案'), 2)).toEqual({ part: '防汛应急预案', away: 1 })
  })

  it('is not the phrase itself, and nothing that is far away', () => {
    expect(nearestPart('防汛应急预案', letters('防汛应急预案'), 1)?.away).not.toBe(0)
    expect(nearestPart('小学招生简章', letters('防汛预案'), 1)).toBeUndefined()
  })
})
