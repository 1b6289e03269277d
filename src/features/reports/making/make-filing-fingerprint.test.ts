import { describe, expect, it } from 'vitest'
import { asDay } from '../../../kernel/day.ts'
import type { AnnualReport } from '../annual/report.ts'
import { makeFilingFingerprint, type Fingerprinted } from './make-filing-fingerprint.ts'

describe('the fingerprint of a filing', () => {
  const content: AnnualReport = {
    ...{ format: 'gongkai-annual-report/1', edition: '2021', year: 2026, unit: { name: '示例局', kind: 'department' } },
    ...{ cells: { 't2/1/person': 3 }, text: { 五: '仍有不足。' }, notes: { I4: '机构合并' } },
  }
  const cell = { cell: 't2/1/person', origin: 'counted', value: 3, isAtLeast: false, fingerprint: 'ab' } as const
  const filing: Fingerprinted<AnnualReport> = {
    ...{ serial: 1, cutOff: asDay('2027-01-20'), content, texts: { 五: '仍有不足。' }, facts: [], lines: { rules: [4] }, cells: [cell] },
  }
  const made = (other: Partial<Fingerprinted<AnnualReport>> = {}) => makeFilingFingerprint({ ...filing, ...other })

  it('is the same for the same filing, whatever is undefined in it', () => {
    expect(made({ content: { ...content, previous: undefined } })).toBe(made())
  })

  it('is another where anything is another: also the note of an identity, the year before, the day, the serial, an origin', () => {
    const others = [
      made({ content: { ...content, notes: { I4: '登记口径调整' } } }),
      made({ content: { ...content, unit: { name: '另一局', kind: 'department' } } }),
      made({ content: { ...content, year: 2025 } }),
      made({ content: { ...content, previous: { year: 2025, cells: {} } } }),
      made({ content: { ...content, parts: [] } }),
      made({ cutOff: asDay('2027-01-21') }),
      made({ serial: 2 }),
      made({ texts: {} }),
      made({ lines: { rules: [4, 5] } }),
      made({ facts: [['一', []]] }),
      made({ cells: [{ ...cell, origin: 'by-hand' }] }),
      made({ cells: [{ ...cell, isAtLeast: true }] }),
      made({ cells: [{ ...cell, fingerprint: 'cd' }] }),
    ]
    expect(new Set([made(), ...others]).size).toBe(others.length + 1)
  })
})
