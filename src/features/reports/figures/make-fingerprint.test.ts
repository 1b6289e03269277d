import { describe, expect, it } from 'vitest'
import { asDay } from '../../../kernel/day.ts'
import { findSource } from '../annual/find-source.ts'
import { cellsOf } from '../annual/form.ts'
import { rowsToMap } from '../annual/map-lines.ts'
import { annualForms } from '../load-annual-forms.ts'
import { figures } from './all-figures.ts'
import { makeFingerprint, type Definition } from './make-fingerprint.ts'

describe('the fingerprint of a number', () => {
  const scope = { unitIds: [4, 7], from: asDay('2026-01-01'), until: asDay('2026-12-31'), cutOff: asDay('2026-06-15') }
  const facts: Definition['facts'] = { kind: 'document', filter: { stand: 'released' } }
  const made = (asked: Partial<Definition> = {}, ids = [1, 12, 3]) =>
    makeFingerprint({ asked: 'documents-released', facts, scope, ...asked }, ids)

  it('is the same for the same question and the same records, today and in years', () => {
    expect(made()).toBe(made({ scope: { ...scope, unitIds: [7, 4] } }))
    expect(made()).toBe('d5830299000c7dd218e7e0ef7b4ac19a1c6eabb81c307fcab573e557b716e8e7')
  })

  it('is another for another definition, another day, another unit, another record, and other places of the same digits', () => {
    const others = [
      made({ asked: 'documents-entered' }),
      made({ facts: { ...facts, filter: { stand: 'released', genres: ['policy'] } } }),
      made({ facts: { ...facts, kind: 'line' } }),
      made({ scope: { ...scope, unitIds: [4] } }),
      made({ scope: { ...scope, from: asDay('2026-01-02') } }),
      made({ scope: { ...scope, until: asDay('2026-12-30') } }),
      made({ scope: { ...scope, cutOff: asDay('2026-06-16') } }),
      ...[[1, 12], [1, 12, 4], [1, 1, 23], [11, 2, 3], []].map((ids) => made({}, ids)),
    ]
    expect(new Set([made(), ...others]).size).toBe(others.length + 1)
    expect(others.every((one) => /^[0-9a-f]{64}$/.test(one))).toBe(true)
  })

  it('is made of every figure and of every cell that records show', () => {
    const lines = new Map(rowsToMap().map(({ code }) => [code, [1, 2]]))
    const cells = annualForms.flatMap((form) => cellsOf(form).flatMap((cell) => findSource(cell, lines) ?? []))
    const asked = [...figures.flatMap((one) => one.facts ?? []), ...cells]
    expect(asked.length).toBeGreaterThan(200)
    for (const one of asked) expect(made({ facts: one })).toMatch(/^[0-9a-f]{64}$/)
  })
})
