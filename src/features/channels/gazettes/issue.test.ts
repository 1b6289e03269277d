import { describe, expect, test } from 'vitest'
import { asDay } from '../../../kernel/day.ts'
import { arranged, issueRefusals, keyFrom, publishRefusals, type Issue } from './issue.ts'

const issue: Issue = { id: 1, carrierId: 2, year: 2026, number: 3, datedOn: asDay('2026-09-20'), items: [], version: 1 }

describe('an issue', () => {
  test('is begun with a year, a number and a day', () => {
    expect(issueRefusals({ year: 2026, number: 1, datedOn: asDay('2026-03-20') })).toEqual([])
    expect(issueRefusals({ year: 26, number: 0, datedOn: undefined })).toEqual(['number-wrong', 'day-wrong'])
  })

  test('stands in sections, which follow the first of their lines', () => {
    const lines = [
      { place: 2, section: '部门文件', documentId: 20 },
      { place: 1, section: '市政府文件', documentId: 10 },
      { place: 3, section: '市政府文件', documentId: 11 },
    ]
    expect(arranged(lines)).toEqual([
      { position: 1, section: '市政府文件', documentId: 10 },
      { position: 2, section: '市政府文件', documentId: 11 },
      { position: 3, section: '部门文件', documentId: 20 },
    ])
  })

  test('is published on its day or later, once, and never empty', () => {
    const item = { position: 1, section: '文件', documentId: 10 }
    const day = asDay('2026-09-20')
    expect(publishRefusals(issue, asDay('2026-09-19'))).toEqual(['nothing-in-it', 'dated-later'])
    expect(publishRefusals({ ...issue, items: [item] }, day)).toEqual([])
    expect(publishRefusals({ ...issue, items: [item], publishedAt: new Date('2026-09-20T02:00:00Z') }, day)).toEqual(['published-already'])
  })

  test('is named by year and number in its address', () => {
    expect(keyFrom('2026-12')).toEqual({ year: 2026, number: 12 })
    expect([keyFrom('2026'), keyFrom('2026-'), keyFrom('26-1'), keyFrom('2026-1; drop')]).toEqual(Array(4).fill(undefined))
  })
})
