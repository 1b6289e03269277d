import { describe, expect, it } from 'vitest'
import { stem } from './stem.ts'

describe('stem', () => {
  it.each([
    ['policies', 'policy'],
    ['applied', 'apply'],
    ['applications', 'application'],
    ['fees', 'fee'],
    ['boxes', 'box'],
    ['addresses', 'address'],
    ['services', 'service'],
    ['houses', 'housing'],
    ['disclosed', 'disclose'],
    ['disclosing', 'discloses'],
    ['planning', 'planned'],
    ['openness', 'open'],
    ['budgets', 'budget'],
    ['analysis', 'analysis'],
  ])('lets %s meet %s', (one, other) => {
    expect(stem(one)).toBe(stem(other))
  })

  it.each([
    ['news', 'new'],
    ['unit', 'united front'],
    ['status', 'statute'],
    ['need', 'nee'],
    ['note', 'not'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(stem(one)).not.toBe(stem(other))
  })

  it.each(['2015', 'a4', 'bus', 'é', 'россия', '公开'])('leaves %s alone', (word) => {
    expect(stem(word)).toBe(word)
  })
})
