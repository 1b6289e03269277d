import { beforeAll, expect, test } from 'vitest'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { givenCast, givenCategory, givenContent, givenDuty, must, type Cast } from '../../../test/support/given.ts'
import { freshSite, givenUnit, type TestSite } from '../../../test/support/site.ts'
import { asDay } from '../../kernel/day.ts'
import { history } from '../../platform/journal/index.ts'
import { findTask } from '../catalogue/index.ts'
import type { Unit } from '../organisations/index.ts'
import { createDocument } from './create-document.ts'
import { moveDocument } from './move-document.ts'
import { findDocument, findVersion } from './queries.ts'
import { documentSubject, readDocument } from './read-document.ts'
import { saveDraft } from './save-draft.ts'

describeWithDatabase('saving a text', () => {
  let site: TestSite
  let cast: Cast
  let unit: Unit
  const begin = async () => must(await createDocument(site, cast.writer, { unitId: unit.id, content: givenContent() }))

  beforeAll(async () => {
    site = await freshSite()
    unit = await givenUnit(site, { code: 'mc' })
    cast = await givenCast(site, unit)
  })

  test('keeps every version, and saving the same twice makes none', async () => {
    const { id } = await begin()
    must(await saveDraft(site, cast.writer, id, 1, givenContent({ body: '第二稿' })))
    const same = must(await saveDraft(site, cast.writer, id, 2, givenContent({ body: '第二稿' })))
    expect(same.currentVersion).toBe(2)
    expect((await findVersion(site.database.read, id, 1))?.body).toBe(givenContent().body)
  })

  test('of two editors the second is refused, sees what the first saved, and can then save over it knowingly', async () => {
    const { id } = await begin()
    must(await saveDraft(site, cast.writer, id, 1, givenContent({ body: '我的' })))
    const second = await saveDraft(site, cast.writer, id, 1, givenContent({ body: '你的' }))
    expect(second).toMatchObject({ ok: false, refusals: [{ theirs: { number: 2, body: '我的' } }] })
    expect(must(await saveDraft(site, cast.writer, id, 2, givenContent({ body: '你的' }))).currentVersion).toBe(3)
  })

  test('two editors at the very same moment: one saves, the other is told', async () => {
    const { id } = await begin()
    const both = await Promise.all(['甲', '乙'].map((body) => saveDraft(site, cast.writer, id, 1, givenContent({ body }))))
    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect((await findDocument(site.database.read, id))?.currentVersion).toBe(2)
  })

  test('a text on its way is taken back, and the sign-offs before it no longer count', async () => {
    const { id } = await begin()
    must(await moveDocument(site, cast.writer, id, { move: 'submit', version: 1, remark: '' }))
    must(await moveDocument(site, cast.head, id, { move: 'approve', version: 1, remark: '' }))
    expect(must(await saveDraft(site, cast.writer, id, 1, givenContent({ body: '改过的' }))).stage).toBe('draft')
    must(await moveDocument(site, cast.writer, id, { move: 'submit', version: 2, remark: '' }))
    expect((await findDocument(site.database.read, id))?.stage).toBe('with-head')
    const acts = (await history(site.database.read, documentSubject(id))).map((line) => line.act)
    expect(acts).toEqual(['create', 'submit', 'approve', 'edit', 'submit'].map((act) => `publishing.${act}`))
  })

  test('related documents alone are saved, once, with an entry in the record and without a new version', async () => {
    const [one, other] = [await begin(), await begin()]
    must(await saveDraft(site, cast.writer, one.id, 1, givenContent(), [other.id]))
    must(await saveDraft(site, cast.writer, one.id, 1, givenContent(), [other.id]))
    expect((await readDocument(site.database.read, one.id))?.relatedIds).toEqual([other.id])
    const acts = (await history(site.database.read, documentSubject(one.id))).map((line) => line.act)
    expect(acts).toEqual(['publishing.create', 'publishing.relate'])
  })

  test('what is too long is refused with both reasons', async () => {
    const { id } = await begin()
    const outcome = await saveDraft(site, cast.writer, id, 1, givenContent({ title: '长'.repeat(301), body: '长'.repeat(400_001) }))
    expect(outcome).toEqual({ ok: false, refusals: ['title-too-long', 'body-too-long'] })
  })

  test('takes the task’s formed day with it, so that lateness is counted from the day that the public reads', async () => {
    const category = await givenCategory(site, 'events', '事件', 'Events')
    const duty = await givenDuty(site, category, [unit], { code: 'events-1', titleZh: '事件', titleEn: 'Events' })
    const begun = must(
      await createDocument(site, cast.writer, {
        unitId: unit.id,
        dutyId: duty.id,
        content: givenContent({ formedOn: asDay('2026-06-15') }),
      }),
    )
    must(await saveDraft(site, cast.writer, begun.id, 1, givenContent({ formedOn: asDay('2026-01-05') })))
    expect(await findTask(site.database.read, begun.taskId ?? 0)).toMatchObject({ formedOn: '2026-01-05', dueOn: '2026-02-02' })
    const lines = await history(site.database.read, `catalogue.task:${begun.taskId}`)
    expect(lines.map((line) => line.act)).toEqual(['catalogue.register', 'catalogue.move-formed'])
  })
})
