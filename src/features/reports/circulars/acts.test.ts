import { beforeAll, expect, test } from 'vitest'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { givenFigures, type GivenFigures } from '../../../../test/support/figures.ts'
import { must, release } from '../../../../test/support/given.ts'
import { givenUnit, givenVisitor, openDesk, type Desk } from '../../../../test/support/site.ts'
import { loaders as everyLoader } from '../../../app.ts'
import { runVerify } from '../../../commands/verify.ts'
import type { Visitor } from '../../../platform/http/route.ts'
import type { Unit } from '../../organisations/index.ts'
import { changeDocument, findDocument, readVersion, saveDraft, startCorrection } from '../../publishing/index.ts'
import { routes } from '../routes.ts'
import { beginCircular } from './begin-circular.ts'
import type { Circular } from './circular.ts'
import { handCircular } from './hand-circular.ts'
import { findCircular, listCircularCells, listCircularIssues, listCirculars } from './queries-circulars.ts'
import { listPublicCirculars, readCircular } from './read-circular.ts'
import { writeCircular } from './write-circular.ts'

let given: GivenFigures
let desk: Desk
let house: Unit
let officer: Visitor
let office: Visitor

beforeAll(async () => {
  if (!hasServer) return
  given = await givenFigures()
  house = await givenUnit(given.site, { code: 'office', nameZh: '市政府办公室', nameEn: 'General Office' }, given.city)
  desk = await openDesk(given.site, routes)
  officer = givenVisitor(given.cast.writer.personId, ['information-officer', house])
  office = givenVisitor(given.cast.office.personId, ['office', given.city])
})

const texts = { praise: '安全局录入较多。', problems: '水利局有一项任务逾期。', demands: '月底前补齐。' }
const begun = async (): Promise<Circular> => {
  const before = (await listCirculars(given.site.database.read)).find(({ period }) => period === '2026-Q1')
  const asked = { period: '2026-Q1', peers: 'department', method: 'in-time-share' }
  return before ?? must(await beginCircular(given.site, given.cast.office.personId, house, asked))
}
const main = (html: string): string => html.slice(html.indexOf('<main'), html.indexOf('</main>'))
const forUnit = (rows: readonly { unitId: number }[], unit: Unit) => rows.find(({ unitId }) => unitId === unit.id)

describeWithDatabase('a circular', () => {
  test('counts every unit of the kind below the government, with what is below it, and tells of the one that ended', async () => {
    const { rows } = await readCircular(given.site, await begun())
    expect(rows.map(({ unitId }) => unitId).toSorted((one, other) => one - other)).toEqual(
      [given.safety, given.water, given.old, house].map(({ id }) => id).toSorted((one, other) => one - other),
    )
    expect(forUnit(rows, given.safety)).toMatchObject({ counts: { 'documents-entered': 2, 'documents-waiting': 1, 'tasks-in-time': 1 } })
    expect(forUnit(rows, given.old)).toMatchObject({ counts: { 'documents-entered': 1 } })
    expect(rows.every(({ rank }) => rank === undefined)).toBe(true)
    expect(new Set(rows.map(({ unranked }) => unranked))).toEqual(new Set(['too-few-records']))
  })

  test('is begun once for a period and a kind of units, and only where there are such units', async () => {
    await begun()
    const begin = (more: object) =>
      beginCircular(given.site, 1, house, { period: '2026-Q1', peers: 'department', method: 'entered', ...more })
    expect(await begin({})).toEqual({ ok: false, refusals: ['begun-before'] })
    expect(await begin({ peers: 'town', period: '2027' })).toEqual({ ok: false, refusals: ['period-to-come', 'no-peers'] })
  })

  test('is frozen with the records behind each number, goes through every hand, and then everybody can open every number', async () => {
    const { site, cast } = given
    const { id, version } = await begun()
    expect(await handCircular(site, cast.writer, id, version)).toMatchObject({ refusals: ['words-missing'] })
    const saved = must(await writeCircular(site, cast.office.personId, id, { version, method: 'in-time-share', texts }))
    const handed = must(await handCircular(site, cast.writer, id, saved.version))
    const cells = await listCircularCells(site.database.read, handed.id)
    for (const row of handed.content.rows)
      for (const [figure, count] of Object.entries(row.counts))
        expect(cells.find((cell) => cell.unitId === row.unitId && cell.figure === figure)?.ids, `${row.nameEn} ${figure}`).toHaveLength(
          count,
        )
    expect((await desk.get(undefined, `/en/reports/circulars/${id}`)).status).toBe(404)
    const draft = await findDocument(site.database.read, handed.documentId)
    expect(draft).toMatchObject({ stage: 'draft', unitId: house.id })
    const text = await readVersion(site.database.read, handed.documentId, 1)
    expect(text?.title).toBe('关于2026年第1季度部门政务公开工作情况的通报')
    for (const words of ['## 二、排名办法\n\n按“', '## 四、存在问题\n\n水利局有一项任务逾期。', '数值相同的名次并列'])
      expect(text?.body).toContain(words)
    await release(site, cast, draft!)
    const page = await desk.get(undefined, `/en/reports/circulars/${id}`)
    expect(page.status).toBe(200)
    for (const { code } of [given.safety, given.water, given.old])
      for (const figure of handed.content.figures)
        expect(main(page.text)).toContain(`/en/reports/circulars/${id}/cell?unit=${code}&amp;figure=${figure}`)
    expect(main((await desk.get(undefined, '/zh/reports/circulars')).text)).toContain(`/zh/reports/circulars/${id}`)
  })

  test('opens no draft and no text for staff to the public, and all of them at the desk, and tells of no application', async () => {
    const { id } = await begun()
    for (const figure of ['documents-entered', 'documents-waiting', 'tasks-overdue']) {
      const path = `reports/circulars/${id}/cell?unit=safety&figure=${figure}`
      const { status, text } = await desk.get(undefined, `/zh/${path}`)
      expect(status, figure).toBe(200)
      for (const canary of given.canaries) expect(main(text), figure).not.toContain(canary)
      expect(main(text), figure).not.toMatch(/desk\/|〔2026〕/)
      expect((await desk.get(office, `/zh/desk/${path}`)).status, figure).toBe(200)
      const drift = path.replace('/cell?', '/drift?')
      for (const [visitor, at] of [
        [undefined, `/zh/${drift}`],
        [office, `/zh/desk/${drift}`],
      ] as const)
        expect(main((await desk.get(visitor, at)).text), at).toContain('数字背后的记录没有变化')
    }
    expect(main((await desk.get(office, `/zh/desk/reports/circulars/${id}/cell?unit=safety&figure=documents-waiting`)).text)).toContain(
      given.canaries[0],
    )
    expect((await desk.get(undefined, `/zh/reports/circulars/${id}/cell?unit=mines&figure=documents-entered`)).status).toBe(404)
    expect((await desk.get(office, `/zh/desk/reports/circulars/${id}/cell?unit=safety&figure=applications-late`)).status).toBe(404)
  })

  test('is frozen anew when it is corrected, and its numbers open again once the correction is released', async () => {
    const { site, cast } = given
    const { id, documentId = 0, version } = await begun()
    must(await startCorrection(site, cast.signer, documentId, '要求不够具体'))
    const form = { version, method: 'entered', texts: { ...texts, demands: '六月底前补齐。' } }
    const written = must(await writeCircular(site, cast.office.personId, id, form))
    must(await handCircular(site, cast.writer, id, written.version))
    const shown = async () => (await listPublicCirculars(site, [await begun()]))[0]
    expect((await shown())?.issue?.serial).toBe(1)
    await release(site, cast, (await findDocument(site.database.read, documentId))!)
    expect(await shown()).toMatchObject({ issue: { serial: 2, content: { texts: { demands: '六月底前补齐。' } } } })
    const cell = await desk.get(undefined, `/zh/reports/circulars/${id}/cell?unit=safety&figure=documents-entered&again=1`)
    expect(cell.status).toBe(200)
  })

  test('is followed by another document where its own was taken out of public', async () => {
    const { site, cast } = given
    const { id, documentId = 0, version } = await begun()
    must(await changeDocument(site, cast.signer, documentId, { change: 'withdraw', reason: '排名有误。' }))
    const handed = must(await handCircular(site, cast.writer, id, version))
    expect(handed.documentId).not.toBe(documentId)
    await release(site, cast, (await findDocument(site.database.read, handed.documentId))!)
    expect((await listPublicCirculars(site, [await begun()]))[0]?.issue?.id).toBe(handed.id)
  })

  test('shows the signed text alone where hands of the chain changed it', async () => {
    const { site, cast } = given
    const asked = { period: '2026-04', peers: 'department', method: 'entered' }
    const other = must(await beginCircular(site, cast.office.personId, house, asked))
    const words = { version: other.version, method: 'entered', texts: { ...texts, problems: '不该公开的一句。' } }
    const { version } = must(await writeCircular(site, cast.office.personId, other.id, words))
    const { documentId } = must(await handCircular(site, cast.writer, other.id, version))
    const drafted = await readVersion(site.database.read, documentId, 1)
    const body = drafted!.body.replace('不该公开的一句。', '已改的一句。')
    await release(site, cast, must(await saveDraft(site, cast.writer, documentId, 1, { ...drafted!, body })))
    const { text } = await desk.get(undefined, `/en/reports/circulars/${other.id}`)
    expect(main(text)).toContain('已改的一句。')
    expect(main(text)).not.toContain('不该公开的一句。')
    expect((await desk.get(undefined, `/en/reports/circulars/${other.id}/cell?unit=safety&figure=documents-entered`)).status).toBe(404)
    const published = await listPublicCirculars(site, await listCirculars(site.database.read))
    expect(published.map(({ issue }) => issue !== undefined)).toEqual([false, true])
  })

  test('is written by the office and handed over by the officer of the unit that publishes it, by forms that keep what was typed', async () => {
    const asked = { period: '2026-02', peers: 'department', method: 'entered' }
    const { id, version } = must(await beginCircular(given.site, given.cast.office.personId, house, asked))
    const path = `/en/desk/reports/circulars/${id}`
    const form = { version: String(version), method: 'released', ...texts }
    expect((await desk.post(officer, `${path}/words`, form)).status).toBe(403)
    const stale = await desk.post(office, `${path}/words`, { ...form, version: '0' })
    expect([stale.status, stale.text.includes(texts.problems)]).toEqual([422, true])
    expect((await desk.post(office, `${path}/words`, form)).status).toBe(303)
    expect((await desk.get(office, path)).text).toContain('General Office hands it over')
    expect((await desk.post(office, `${path}/hand`, { version: '2' })).status).toBe(403)
    expect((await desk.post(officer, `${path}/hand`, { version: '1' })).status).toBe(422)
    expect((await desk.post(officer, `${path}/hand`, { version: '2' })).status).toBe(303)
    expect(await findCircular(given.site.database.read, id)).toMatchObject({ method: 'released' })
    expect((await listCircularIssues(given.site.database.read, [id]))[0]?.content.method.code).toBe('released')
    const typed = { unit: 'office', period: 'soon', peers: 'department', method: 'taste' }
    expect((await desk.post(office, '/en/desk/reports/circulars', typed)).status).toBe(422)
    expect((await desk.post(office, '/en/desk/reports/circulars', { ...typed, unit: 'nobody' })).status).toBe(422)
    const below = givenVisitor(given.cast.office.personId + 1000, ['office', house])
    expect((await desk.post(below, '/en/desk/reports/circulars', { ...typed, period: '2026-01', method: 'entered' })).status).toBe(422)
    const cell = `/zh/desk/reports/circulars/${(await begun()).id}/cell?unit=safety&figure=documents-waiting`
    const hidden = await desk.get(below, cell)
    expect([hidden.status, hidden.text.includes(given.canaries[0] ?? '')]).toEqual([200, false])
  })

  test('offers what the figures give reason to say, in the empty fields where it is asked', async () => {
    const { id } = await begun()
    const asked = { period: '2026-05', peers: 'department', method: 'entered' }
    const other = must(await beginCircular(given.site, given.cast.office.personId, house, asked))
    const { proposals } = await readCircular(given.site, other)
    expect(proposals.some(({ kind, unitId }) => kind === 'nothing-entered' && unitId === house.id)).toBe(true)
    const filled = (await desk.get(office, `/en/desk/reports/circulars/${other.id}?with=proposals`)).text
    expect(filled.split('entered nothing in the period:')).toHaveLength(3)
    const kept = (await desk.get(office, `/en/desk/reports/circulars/${id}?with=proposals`)).text
    expect(kept).toContain(texts.problems)
  })

  test('stands in the record as it stands in the database', async () => {
    const { exit, out } = await runVerify([], given.site.database, everyLoader)
    expect(exit, out).toBe(0)
  })
})
