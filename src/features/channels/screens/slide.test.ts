import { expect, test } from 'vitest'
import { pageAfter, pageFrom } from './slide.ts'

test('a screen goes through the list and every document, and begins again', () => {
  const seen = [0]
  for (let turn = 0; turn < 4; turn += 1) seen.push(pageAfter(seen.at(-1) ?? 0, 3))
  expect(seen).toEqual([0, 1, 2, 3, 0])
  expect(pageAfter(0, 0)).toBe(0)
})

test('an address that names no page of it shows the list', () => {
  expect([undefined, '', '-1', '4', 'x', '1e2', '3'].map((text) => pageFrom(text, 3))).toEqual([0, 0, 0, 0, 0, 0, 3])
})
