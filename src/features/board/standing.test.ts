import { describe, expect, it } from 'vitest'
import { asDay } from '../../kernel/day.ts'
import { nearestHolders, type Holder } from './holder.ts'
import { lettersFor } from './letter.ts'
import { inOrder, needsReminder, remindable, type Standing } from './standing.ts'

const today = asDay('2026-11-27')
const lin: Holder = { personId: 1, role: 'information-officer', unitPath: '/1/2/' }
const zhou: Holder = { personId: 2, role: 'reviewer', unitPath: '/1/2/' }
const su: Holder = { personId: 3, role: 'reviewer', unitPath: '/1/' }
const standing = (unitId: number, more: Partial<Standing> = {}): Standing => ({
  ...{ unitId, overdue: 0, dueSoon: 0, inTime: 0, officers: [lin], waits: [], empty: 0, stale: 0 },
  ...more,
})
const wait = (count: number, ...people: Holder[]) => ({ stage: 'with-head', count, sinceOn: asDay('2026-11-20'), with: people })

describe('who answers for a role', () => {
  it('is whoever holds it in the unit itself, else in the nearest unit above', () => {
    expect(nearestHolders([lin, zhou, su], 'reviewer', '/1/2/')).toEqual([zhou])
    expect(nearestHolders([lin, zhou, su], 'reviewer', '/1/2/5/')).toEqual([zhou])
    expect(nearestHolders([lin, zhou, su], 'reviewer', '/1/3/')).toEqual([su])
  })

  it('is nobody where the post is vacant all the way up', () => {
    expect(nearestHolders([lin, zhou], 'signer', '/1/2/')).toEqual([])
  })
})

describe('the order of the board', () => {
  it('puts the furthest behind first: more overdue, longer overdue, more waiting, more due soon', () => {
    const rows = [
      standing(1, { dueSoon: 1 }),
      standing(2, { waits: [wait(2, zhou)] }),
      standing(3, { overdue: 2, overdueSince: asDay('2026-11-01') }),
      standing(4, { overdue: 2, overdueSince: asDay('2026-09-01') }),
      standing(5),
      standing(6, { overdue: 3, overdueSince: asDay('2026-11-20') }),
    ]
    expect(inOrder(rows).map((one) => one.unitId)).toEqual([6, 4, 3, 2, 1, 5])
  })
})

describe('a reminder', () => {
  it('goes to a unit that missed something, soon must do something, or lets a text wait; not to others', () => {
    expect([standing(1, { overdue: 1 }), standing(2, { dueSoon: 1 }), standing(3, { waits: [wait(1, zhou)] })].every(needsReminder)).toBe(
      true,
    )
    expect(needsReminder(standing(4, { inTime: 9 }))).toBe(false)
    expect(remindable([standing(4, { inTime: 9 })], today)).toMatchObject({ ok: false, refusals: ['nothing-to-remind'] })
  })

  it('goes to a unit once a day at most, and again the next day', () => {
    const reminded = standing(1, { overdue: 1, remindedOn: today })
    const yesterday = standing(2, { overdue: 1, remindedOn: asDay('2026-11-26') })
    expect(remindable([reminded, yesterday], today)).toMatchObject({ ok: true, value: [yesterday] })
    expect(remindable([reminded], today)).toMatchObject({ ok: false, refusals: ['reminded-today'] })
  })

  it('is one letter a person: officers read what their units owe, hands what waits for them', () => {
    const both: Holder = { ...zhou, personId: 1 }
    const letters = lettersFor([
      standing(10, { overdue: 2, dueSoon: 1, waits: [wait(3, zhou, both), wait(1, zhou)] }),
      standing(11, { dueSoon: 4 }),
      standing(12, { waits: [wait(5)] }),
    ])
    expect(letters).toEqual([
      {
        personId: 1,
        lines: [
          { unitId: 10, overdue: 2, dueSoon: 1, waiting: 3 },
          { unitId: 11, overdue: 0, dueSoon: 4, waiting: 0 },
        ],
      },
      { personId: 2, lines: [{ unitId: 10, overdue: 0, dueSoon: 0, waiting: 4 }] },
    ])
  })
})
