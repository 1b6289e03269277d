import { describe, expect, it } from 'vitest'
import { asDay } from '../../../kernel/day.ts'
import { makeFingerprint } from './make-fingerprint.ts'

describe('the fingerprint of a number', () => {
  const span = { from: asDay('2026-01-01'), until: asDay('2026-12-31'), cutOff: asDay('2026-06-15') }
  const made = (asked = 'documents-released', scope = span, ids = [1, 12, 3]) => makeFingerprint(asked, scope, ids)

  it('is the same for the same question and the same records, today and in years', () => {
    expect(made()).toBe(made())
    expect(made()).toBe('fd1e55829057c7c939f040c75057b577a389a54b04cf9f659c0e80c8bb65cb3c')
  })

  it('is another for another question, another day, another record, and other places of the same digits', () => {
    const others = [
      made('documents-entered'),
      made('documents-released', { ...span, from: asDay('2026-01-02') }),
      made('documents-released', { ...span, until: asDay('2026-12-30') }),
      made('documents-released', { ...span, cutOff: asDay('2026-06-16') }),
      made('documents-released', span, [1, 12]),
      made('documents-released', span, [1, 12, 4]),
      made('documents-released', span, [1, 1, 23]),
      made('documents-released', span, [11, 2, 3]),
      made('documents-released', span, []),
    ]
    expect(new Set([made(), ...others]).size).toBe(others.length + 1)
    expect(others.every((one) => /^[0-9a-f]{64}$/.test(one))).toBe(true)
  })
})
