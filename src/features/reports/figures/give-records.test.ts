import { beforeAll, expect, test } from 'vitest'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { freshSite, givenReader, type TestSite } from '../../../../test/support/site.ts'
import { lengthOf, takeAway } from './give-records.ts'

let site: TestSite

beforeAll(async () => {
  if (hasServer) site = await freshSite()
})

describeWithDatabase('a file of records', () => {
  test('leads to the one that goes on, with the same question, where more follows', () => {
    const reader = { ...givenReader(site, 'en'), path: '/reports/annual/2025/cell' }
    const asked = { reader, query: { cell: 't2/1/person', as: 'csv', after: '7' } }
    const fact = { id: 9, label: 'A-9', titleZh: '甲', titleEn: 'A' }
    const records = { facts: [fact], units: [], place: 'desk', isCase: false } as const
    expect(takeAway(asked, records).next).toBeUndefined()
    const { text, next } = takeAway(asked, { ...records, next: 9 })
    expect(text.trimEnd().split('\n')).toHaveLength(2)
    expect(next).toBe('/en/reports/annual/2025/cell?cell=t2%2F1%2Fperson&as=csv&after=9')
  })

  test('holds more than a page does', () => {
    expect(lengthOf({ query: { as: 'csv' } })).toBeGreaterThan(1_000 * lengthOf({ query: {} }) - 1)
  })
})
