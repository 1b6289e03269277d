import { beforeEach, expect, it } from 'vitest'
import { describeWithDatabase } from '../../../../test/support/database.ts'
import { must } from '../../../../test/support/given.ts'
import { givenRelease, type GivenRelease } from '../given-release.ts'
import { moveDocument } from '../move-document.ts'
import type { StoredDocument } from '../queries.ts'
import { readPublic } from '../read-public.ts'
import { readUnreviewed } from './read-unreviewed.ts'

describeWithDatabase('a release in an emergency', () => {
  let given: GivenRelease
  let document: StoredDocument

  beforeEach(async () => {
    given = await givenRelease()
    document = await given.begin({ title: '暴雨红色预警', genre: 'notice' })
  })

  const release = () =>
    moveDocument(given.site, given.cast.signer, document.id, { move: 'emergency', version: 1, remark: '山洪将至', kind: 'warning' })
  const review = (officer: GivenRelease['cast']['head'], move: 'uphold' | 'revoke', remark: string) =>
    moveDocument(given.site, officer, document.id, { move, version: 1, remark })
  const face = async () => {
    const found = await readPublic(given.site.database.read, document.indexNumber)
    return typeof found === 'string' ? found : found
  }

  it('is public at once, marked until another person has reviewed it by the next working day', async () => {
    must(await release())
    expect(await face()).toMatchObject({ document: { standing: 'published' }, emergency: { on: '2026-06-15', dueOn: '2026-06-16' } })
    expect((await readUnreviewed(given.site, given.cast.head)).map((one) => one.id)).toEqual([document.id])
    expect(await readUnreviewed(given.site, given.cast.signer)).toEqual([])
    expect(await review(given.cast.signer, 'uphold', '属实')).toEqual({ ok: false, refusals: ['second-hand'] })
    given.site.day = '2026-06-16'
    must(await review(given.cast.head, 'uphold', '属实'))
    expect(await face()).toMatchObject({ emergency: { reviewedOn: '2026-06-16' } })
    expect(await review(given.cast.secrecy, 'revoke', '不妥')).toEqual({ ok: false, refusals: ['nothing-to-review'] })
  })

  it('is withdrawn where the review does not uphold it, with the reason in public, which must not leak', async () => {
    must(await release())
    expect(await review(given.cast.head, 'revoke', '误载身份证号11010519491231002X')).toEqual({ ok: false, refusals: ['reason-leaks'] })
    must(await review(given.cast.head, 'revoke', '预警级别有误。'))
    const found = await face()
    expect(found).toMatchObject({ document: { standing: 'withdrawn' } })
    expect(typeof found === 'string' ? [] : found.changes.map((change) => [change.kind, change.reason])).toEqual([
      ['released', ''],
      ['withdrawn', '预警级别有误。'],
    ])
  })

  it('is nobody’s without the right, and not for a text that the checks forbid', async () => {
    const request = { move: 'emergency', version: 1, remark: '急', kind: 'warning' } as const
    expect(await moveDocument(given.site, given.cast.head, document.id, request)).toEqual({ ok: false, refusals: ['no-right'] })
    const bad = await given.begin({ body: '身份证号11010519491231002X。' })
    expect(await moveDocument(given.site, given.cast.signer, bad.id, request)).toEqual({ ok: false, refusals: ['blocked'] })
  })
})
