import { expect, it } from 'vitest'
import { asDay } from '../kernel/day.ts'
import { fillText } from './fill-text.ts'

const today = asDay('2026-01-10')

it('fills days, months and years before today as people write them', () => {
  expect(fillText('截至{day:-12}，{year:-1}年{month:-1}', today, 'zh')).toContain('截至2025年12月29日，2025年')
  expect(fillText('by {day:-10} in {year}', today, 'en')).toBe('by 31 December 2025 in 2026')
})

it('leaves other braces alone', () => {
  expect(fillText('{name} {day:x}', today, 'en')).toBe('{name} {day:x}')
})
