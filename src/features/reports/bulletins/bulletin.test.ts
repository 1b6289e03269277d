import { describe, expect, test } from 'vitest'
import { asDay } from '../../../kernel/day.ts'
import { periodFrom } from '../figures/period.ts'
import { beginRefusals, handRefusals, longestWords, writeRefusals } from './bulletin.ts'

const town = { kind: 'town', sinceOn: asDay('2010-01-01') }
const today = asDay('2026-10-08')
const begin = (unit: Parameters<typeof beginRefusals>[0], quarter: string) => beginRefusals(unit, ['town'], periodFrom(quarter), today)

describe('a bulletin', () => {
  test('is begun by a town for a quarter that runs or is over', () => {
    expect(begin(town, '2026-Q3')).toEqual([])
    expect(begin(town, '2026-Q4')).toEqual([])
    expect(begin(town, '2027-Q1')).toEqual(['period-to-come'])
    expect(begin(town, '2026')).toEqual(['period-wrong'])
    expect(begin({ ...town, kind: 'village' }, 'soon')).toEqual(['no-bulletin', 'period-wrong'])
  })

  test('is not begun by a town that ended before the quarter, but by one that ended in it', () => {
    expect(begin({ ...town, untilOn: asDay('2026-06-30') }, '2026-Q3')).toEqual(['unit-ended'])
    expect(begin({ ...town, untilOn: asDay('2026-07-01') }, '2026-Q3')).toEqual([])
    expect(begin({ ...town, sinceOn: asDay('2026-10-01') }, '2026-Q3')).toEqual(['unit-ended'])
  })

  test('takes words for its own sections, from the text that was last seen, and not without end', () => {
    const write = (texts: Record<string, string>, version = 1) => writeRefusals({ version: 1 }, { version, texts }, ['land'])
    expect(write({ land: '无' })).toEqual([])
    expect(write({ land: 'x'.repeat(longestWords + 1), sky: '' }, 2)).toEqual(['edited-meanwhile', 'words-long', 'section-unknown'])
  })

  test('is handed over when its quarter is over, with something in it, and not behind the back of those who review it', () => {
    const sections = [{ words: '', items: [] }]
    const asked = { version: 1, until: asDay('2026-09-30'), today, sections: [{ words: '无。', items: [] }] }
    const hand = (more: Partial<typeof asked> & { stage?: string }) => handRefusals({ version: 1 }, { ...asked, ...more })
    expect(hand({})).toEqual([])
    expect(hand({ stage: 'draft' })).toEqual([])
    expect(hand({ stage: 'dropped' })).toEqual([])
    expect(hand({ today: asked.until, sections })).toEqual(['quarter-running', 'empty'])
    expect(hand({ version: 2, stage: 'released' })).toEqual(['edited-meanwhile', 'correction-first'])
    for (const stage of ['with-head', 'with-secrecy', 'with-signer', 'scheduled']) expect(hand({ stage })).toEqual(['on-its-way'])
  })
})
