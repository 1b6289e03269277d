import { beforeAll, expect, test } from 'vitest'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { givenCast, givenCategory, givenContent, givenDuty, must, type Cast } from '../../../test/support/given.ts'
import { freshSite, givenUnit, type TestSite } from '../../../test/support/site.ts'
import { asDay } from '../../kernel/day.ts'
import { NotAllowed } from '../../kernel/faults.ts'
import { history } from '../../platform/journal/index.ts'
import { findTask, listTasks } from '../catalogue/index.ts'
import type { Unit } from '../organisations/index.ts'
import { createDocument } from './create-document.ts'
import { takeSerial } from './queries-begin.ts'
import { saveDraft } from './save-draft.ts'

describeWithDatabase('beginning a document', () => {
  let site: TestSite
  let cast: Cast
  let unit: Unit

  beforeAll(async () => {
    site = await freshSite()
    const city = await givenUnit(site, { code: 'mc' })
    unit = await givenUnit(site, { code: 'mc-bikes', organisationCode: '014416330' }, city)
    cast = await givenCast(site, city)
  })

  test('takes the next number of the unit and year, and leaves one entry in the record', async () => {
    const document = must(await createDocument(site, cast.writer, { unitId: unit.id, content: givenContent() }))
    expect(document.indexNumber).toBe('014416330/2026-00001')
    expect((await history(site.database.read, `publishing.document:${document.id}`)).map((line) => line.act)).toEqual(['publishing.create'])
  })

  test('three hundred, sixty at a time and a third of them refused, leave numbers without a gap and without a double', async () => {
    const content = givenContent()
    const wrong = { ...content, title: '长'.repeat(301) }
    const created: string[] = []
    // In waves: whoever waits ten seconds for a connection is sent away, and a slow machine needs that long for all of them at once.
    for (let wave = 0; wave < 5; wave++) {
      const tries = Array.from({ length: 60 }, (_, at) =>
        createDocument(site, cast.writer, { unitId: unit.id, content: at % 3 === 0 ? wrong : content }),
      )
      created.push(...(await Promise.all(tries)).flatMap((outcome) => (outcome.ok ? [outcome.value.indexNumber] : [])))
    }
    expect(created).toHaveLength(200)
    const serials = created.map((number) => Number(number.slice(-5))).sort((a, b) => a - b)
    expect(serials).toEqual(Array.from({ length: 200 }, (_, at) => at + 2))
  })

  test('ten thousand numbers taken in parallel, some by transactions that fail, are unique and gap-free', async () => {
    const take = (at: number): Promise<number | undefined> =>
      site.database
        .transaction(async (db) => {
          const serial = await takeSerial(db, 'test/2026-')
          if (at % 10 === 0) throw new Error('changed my mind')
          return serial
        })
        .catch((fault: Error) => {
          if (fault.message !== 'changed my mind') throw fault
          return undefined
        })
    const taken: number[] = []
    for (let batch = 0; batch < 100; batch++) {
      const some = await Promise.all(Array.from({ length: 100 }, (_, at) => take(batch * 100 + at)))
      taken.push(...some.flatMap((one) => one ?? []))
    }
    expect(taken.sort((a, b) => a - b)).toEqual(Array.from({ length: 9000 }, (_, at) => at + 1))
  })

  test('a double click creates one document', async () => {
    const request = { unitId: unit.id, content: givenContent(), formKey: 'one form' }
    const both = await Promise.all([createDocument(site, cast.writer, request), createDocument(site, cast.writer, request)])
    const [first, second] = both.map(must)
    expect(second).toEqual(first)
    expect((await history(site.database.read, `publishing.document:${first?.id}`)).length).toBe(1)
  })

  test('is not possible for a unit out of reach', async () => {
    const elsewhere = await givenUnit(site, { code: 'mc-other' }, undefined)
    await expect(createDocument(site, cast.writer, { unitId: elsewhere.id, content: givenContent() })).rejects.toThrow(NotAllowed)
    await expect(createDocument(site, cast.signer, { unitId: unit.id, content: givenContent() })).rejects.toThrow(NotAllowed)
  })
})

describeWithDatabase('a document written from a duty that waits for an event', () => {
  let site: TestSite
  let cast: Cast
  let unit: Unit
  let dutyId: number

  beforeAll(async () => {
    site = await freshSite()
    unit = await givenUnit(site, { code: 'mc' })
    cast = await givenCast(site, unit)
    dutyId = (
      await givenDuty(site, await givenCategory(site, 'fees', '收费', 'Fees'), [unit], {
        code: 'fees-1',
        titleZh: '收费标准',
        titleEn: 'Fees',
      })
    ).id
  })

  test('registers the event, so that its clock runs from the day it was formed', async () => {
    const document = must(
      await createDocument(site, cast.writer, { unitId: unit.id, dutyId, content: givenContent({ formedOn: asDay('2026-06-01') }) }),
    )
    const task = await findTask(site.database.read, document.taskId ?? 0)
    expect(task).toMatchObject({ dutyId, unitId: unit.id, formedOn: '2026-06-01', dueOn: '2026-06-30' })
  })

  test('registers it once the day is known, when the draft was begun without one', async () => {
    const begun = must(await createDocument(site, cast.writer, { unitId: unit.id, dutyId, content: givenContent({ formedOn: undefined }) }))
    expect(begun.taskId).toBeUndefined()
    const saved = must(await saveDraft(site, cast.writer, begun.id, 1, givenContent({ formedOn: asDay('2026-06-10') })))
    expect((await findTask(site.database.read, saved.taskId ?? 0))?.formedOn).toBe('2026-06-10')
    const again = must(await saveDraft(site, cast.writer, begun.id, 2, givenContent({ formedOn: asDay('2026-06-11') })))
    expect(again.taskId).toBe(saved.taskId)
    expect(await listTasks(site.database.read, { dutyIds: [dutyId], limit: 10 })).toHaveLength(2)
  })

  test('is refused with the reason when the unit does not owe it or the day lies ahead', async () => {
    const other = await givenUnit(site, { code: 'mc-two' }, unit)
    const ahead = await createDocument(site, cast.writer, {
      unitId: other.id,
      dutyId,
      content: givenContent({ formedOn: asDay('2026-06-01') }),
    })
    expect(ahead).toEqual({ ok: false, refusals: ['not-owed'] })
    const tomorrow = await createDocument(site, cast.writer, {
      unitId: unit.id,
      dutyId,
      content: givenContent({ formedOn: asDay('2026-06-16') }),
    })
    expect(tomorrow).toEqual({ ok: false, refusals: ['formed-in-future'] })
  })

  test('with and without an event at the same time, all are begun: nobody waits for somebody who waits for them', async () => {
    const category = await givenCategory(site, 'mixed', '混合', 'Mixed')
    const duty = await givenDuty(site, category, [unit], { code: 'mixed-1', titleZh: '混合', titleEn: 'Mixed' })
    const content = givenContent({ formedOn: asDay('2026-06-01') })
    const tries = Array.from({ length: 40 }, (_, at) =>
      createDocument(site, cast.writer, { unitId: unit.id, content, dutyId: at % 2 === 0 ? duty.id : undefined }),
    )
    expect((await Promise.all(tries)).filter((outcome) => outcome.ok)).toHaveLength(40)
  })
})
