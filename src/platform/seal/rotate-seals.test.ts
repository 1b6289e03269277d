import { beforeAll, describe, expect, it } from 'vitest'
import { describeWithDatabase, freshDatabase } from '../../../test/support/database.ts'
import { givenSealed } from '../../../test/support/sealed.ts'
import { asOwner, type Database } from '../database/index.ts'
import { countSeals, keyOf, memoryKeys, rewrap, rotateAlone, rotateSeals, seal, unseal, type SealHolder } from './index.ts'
import { withNewKey } from './keyring.ts'

const hour = 3_600_000
const day = 24 * hour
const began = new Date('2026-06-15T02:00:00Z')
const at = (afterMs: number) => ({ now: new Date(began.getTime() + afterMs), graceMs: hour })

interface Shelf extends SealHolder {
  rows: Map<string, Buffer>
}

const shelf = (name = 'try.shelf'): Shelf => {
  const rows = new Map<string, Buffer>()
  return {
    name,
    rows,
    list: async (after, limit) =>
      [...rows]
        .filter(([id]) => after === undefined || id > after)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .slice(0, limit)
        .map(([id, sealed]) => ({ id, sealed })),
    save: async (id, was, sealed) => (rows.get(id)?.equals(was) ? (rows.set(id, sealed), true) : false),
    about: (id) => `${name}:${id}`,
  }
}

const given = (values: number) => {
  const keys = memoryKeys()
  const holder = shelf()
  const put = (id: string, value: unknown) => holder.rows.set(id, seal(keys, value, holder.about(id)))
  for (let index = 0; index < values; index++) put(`r${String(index).padStart(4, '0')}`, `${index} 王`)
  const opened = () => [...holder.rows].map(([id, sealed]) => unseal(keys, sealed, holder.about(id)))
  return { keys, holder, put, opened, numbers: () => keys.ring('open').keys.map((one) => one.number) }
}

describe('a rotation', () => {
  it('puts everything under a new key; the old one stays for its grace, and then goes', async () => {
    const { keys, holder, opened, numbers } = given(450)
    const before = opened()
    const first = await rotateSeals(keys, [holder], at(0))
    const untilAt = new Date(began.getTime() + hour)
    expect(first).toEqual({
      current: 2,
      isNew: true,
      rewrapped: 450,
      dropped: [],
      waiting: [{ number: 1, values: 0, untilAt }],
      broken: [],
    })
    expect(await rotateSeals(keys, [holder], at(hour - 1))).toMatchObject({ isNew: false, rewrapped: 0, dropped: [] })
    expect(numbers()).toEqual([1, 2])
    const later = await rotateSeals(keys, [holder], at(365 * day))
    expect(later).toMatchObject({ current: 3, isNew: true, rewrapped: 450, dropped: [1], waiting: [{ number: 2, values: 0 }] })
    expect(opened()).toEqual(before)
    expect(await countSeals([holder])).toEqual(new Map([[3, 450]]))
  })

  it('drops the old key at once where no grace is asked for', async () => {
    const { keys, holder, numbers } = given(3)
    expect(await rotateSeals(keys, [holder], { now: began, graceMs: 0 })).toMatchObject({ rewrapped: 3, dropped: [1], waiting: [] })
    expect(numbers()).toEqual([2])
  })

  it('works where nothing is sealed, and over several holders', async () => {
    const { keys, holder } = given(2)
    const [other, empty] = [shelf('try.other'), shelf('try.empty')]
    other.rows.set('1', seal(keys, 'x', 'try.other:1'))
    expect(await rotateSeals(keys, [empty, holder, other], at(0))).toMatchObject({ rewrapped: 3, broken: [] })
    expect(unseal(keys, other.rows.get('1')!, 'try.other:1')).toBe('x')
    expect(await rotateSeals(memoryKeys(), [empty], at(0))).toMatchObject({ current: 2, isNew: true, rewrapped: 0 })
  })

  it('that was killed anywhere in the middle loses nothing, and the next one finishes it without another key', async () => {
    for (const killedAt of [0, 1, 7, 19]) {
      const { keys, holder, opened, numbers } = given(20)
      const before = opened()
      let saved = 0
      const dying: SealHolder = {
        ...holder,
        save: (...args) => (saved++ === killedAt ? Promise.reject(new Error('killed')) : holder.save(...args)),
      }
      await expect(rotateSeals(keys, [dying], { now: began, graceMs: 0 })).rejects.toThrow('killed')
      expect(opened(), `killed at ${killedAt}`).toEqual(before)
      expect(numbers()).toEqual([1, 2])
      const end = await rotateSeals(keys, [holder], { ...at(day), graceMs: 0 })
      expect(end).toMatchObject({ current: 2, isNew: false, rewrapped: 20 - killedAt, dropped: [1] })
      expect(opened()).toEqual(before)
      expect(numbers()).toEqual([2])
    }
  })

  it('leaves what somebody changes or erases meanwhile as they left it, and looks again', async () => {
    const { keys, holder, put, opened } = given(5)
    let isFirst = true
    const busy: SealHolder = {
      ...holder,
      async list(after, limit) {
        const rows = await holder.list(after, limit)
        if (keys.ring('open').current === 2 && isFirst && rows.length > 0) {
          isFirst = false
          holder.rows.set('r0001', rows[3]!.sealed) // another program, which has not seen the new key, saves under the old one
          const old = memoryKeys({ ...keys.ring('open'), current: 1 })
          holder.rows.set('r0001', seal(old, 'changed', holder.about('r0001')))
          holder.rows.delete('r0002')
          put('r0003', 'new')
        }
        return rows
      },
    }
    expect(await rotateSeals(keys, [busy], at(0))).toMatchObject({ rewrapped: 3, broken: [] })
    expect(opened()).toEqual(['0 王', 'changed', 'new', '4 王'])
    expect(await countSeals([holder])).toEqual(new Map([[2, 4]]))
  })

  it('keeps an old key for a value that came after the last look, however late, and takes it along the next time', async () => {
    const { keys, holder, numbers, opened } = given(1)
    const stale = memoryKeys(keys.ring('open'))
    await rotateSeals(keys, [holder], at(0))
    holder.rows.set('late', seal(stale, 'late', holder.about('late')))
    expect(await rotateSeals(keys, [holder], at(day))).toMatchObject({ isNew: false, rewrapped: 1, dropped: [1] })
    expect([numbers(), opened()]).toEqual([[2], ['0 王', 'late']])
  })

  it('names values that do not open, leaves them and their keys, and still changes the key of all others, every time', async () => {
    const { keys, holder, numbers } = given(3)
    holder.rows.set('moved', holder.rows.get('r0000')!)
    holder.rows.set('noise', Buffer.from('noise'))
    const broken = [
      { holder: 'try.shelf', id: 'moved' },
      { holder: 'try.shelf', id: 'noise' },
    ]
    const first = await rotateSeals(keys, [holder], at(0))
    expect(first).toMatchObject({ rewrapped: 3, broken, waiting: [{ number: 1, values: 1 }] })
    expect(await rotateSeals(keys, [holder], at(day))).toMatchObject({ current: 3, isNew: true, rewrapped: 3, broken, dropped: [] })
    expect(numbers()).toEqual([1, 2, 3])
    expect(holder.rows.get('noise')).toEqual(Buffer.from('noise'))
    expect(await countSeals([holder])).toEqual(new Map([[3, 3], [1, 1], [0, 1]])) // prettier-ignore
  })

  it('never gives a number under which something is sealed with a key that is missing', async () => {
    const { keys, holder } = given(1)
    const elsewhere = memoryKeys(withNewKey(keys.ring('open'), began))
    holder.rows.set('away', seal(elsewhere, 'x', holder.about('away')))
    expect(await rotateSeals(keys, [holder], at(0))).toMatchObject({ current: 3, broken: [{ id: 'away' }] })
    const whole = memoryKeys({ ...keys.ring('open'), keys: [...keys.ring('open').keys, elsewhere.ring('open').keys[1]!] })
    expect(unseal(whole, rewrap(whole, holder.rows.get('away')!, holder.about('away')), holder.about('away'))).toBe('x')
  })
})

describeWithDatabase('a rotation over a table', () => {
  let database: Database
  beforeAll(async () => {
    database = await freshDatabase()
  })

  it('goes through all rows, and waits for nobody: a row that an act changes at that moment is left to it', async () => {
    const keys = memoryKeys()
    const { holder, all } = await givenSealed(database, keys, 230)
    const racing: SealHolder = {
      ...holder,
      async save(id, was, sealed) {
        if (id === '77') {
          const anew = seal(keys, 'changed meanwhile', holder.about(id))
          await asOwner(database, (client) => client.query('update try.sealed set person = $1 where id = 77', [anew]))
        }
        if (id === '78') await asOwner(database, (client) => client.query('update try.sealed set person = null where id = 78'))
        return holder.save(id, was, sealed)
      },
    }
    const outcome = await rotateAlone(database, keys, [racing], at(0))
    expect(outcome).toMatchObject({ ok: true, value: { rewrapped: 228, broken: [], current: 2 } })
    const rows = await all()
    expect(rows.every(({ sealed }) => keyOf(sealed) === 2)).toBe(true)
    const opened = new Map(rows.map(({ id, sealed }) => [id, unseal(keys, sealed, holder.about(id))]))
    expect([opened.size, opened.get('1'), opened.get('77'), opened.has('78')]).toEqual([
      229,
      { name: '王小明1' },
      'changed meanwhile',
      false,
    ])
  })

  it('is refused while another one runs, and begins again when that one has ended', async () => {
    const keys = memoryKeys()
    const other = await asOwner(database, async (client) => {
      await client.query(`select pg_advisory_lock(hashtextextended('seal.rotate', 0))`)
      return rotateAlone(database, keys, [], at(0))
    })
    expect(other).toEqual({ ok: false, refusals: ['rotating'] })
    expect(keys.ring('open').current).toBe(1)
    expect(await rotateAlone(database, keys, [], at(0))).toMatchObject({ ok: true, value: { current: 2 } })
  })
})
