import { beforeAll, expect, test } from 'vitest'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { givenCast, must, type Cast } from '../../../../test/support/given.ts'
import { freshSite, givenUnit, givenVisitor, openDesk, type Desk } from '../../../../test/support/site.ts'
import type { Visitor } from '../../../platform/http/route.ts'
import { readReport } from '../annual/report-file.ts'
import { annualForms } from '../load-annual-forms.ts'
import { beginReport } from './begin-report.ts'
import { fileRoutes } from './routes-files.ts'
import { saveTexts } from './save-texts.ts'

let desk: Desk
let cast: Cast
let people: Record<'writer' | 'elsewhere', Visitor>
let address: string

beforeAll(async () => {
  if (!hasServer) return
  const site = await freshSite('2027-01-12')
  const city = await givenUnit(site, { code: 'city', nameZh: '明川市人民政府' })
  const water = await givenUnit(site, { code: 'water' }, city)
  cast = await givenCast(site, city)
  const { id, version } = must(await beginReport(site, cast.writer, { unitId: city.id, period: '2026', withBelow: true }))
  must(await saveTexts(site, cast.writer, id, { version, texts: { 五: '问题\n改进', '五/en': 'Problems' }, notes: { I4: '说明' } }))
  desk = await openDesk(site, fileRoutes)
  people = {
    writer: givenVisitor(cast.writer.personId, ['information-officer', city]),
    elsewhere: givenVisitor(cast.head.personId, ['information-officer', water]),
  }
  address = `/zh/desk/reports/${id}/report`
})

describeWithDatabase('the files of a report in the making', () => {
  test('as JSON are exactly what other systems and the check of reports take', async () => {
    const answer = await desk.get(people.writer, `${address}.json`)
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toContain('application/json')
    const read = readReport(answer.text, annualForms)
    expect(read).toMatchObject({ ok: true, report: { year: 2026, edition: '2021', text: { 五: '问题\n改进' }, notes: { I4: '说明' } } })
  })

  test.each([
    ['xlsx', 'spreadsheetml', 'PK'],
    ['docx', 'wordprocessingml', 'PK'],
    ['pdf', 'application/pdf', '%PDF-'],
  ])('come as %s', async (kind, type, begin) => {
    const answer = await desk.get(people.writer, `${address}.${kind}`)
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toContain(type)
    expect(decodeURIComponent(String(answer.headers['content-disposition']))).toContain(
      `明川市人民政府2026年政府信息公开工作年度报告.${kind}`,
    )
    expect(answer.text.startsWith(begin)).toBe(true)
  })

  test.each(['json', 'xlsx', 'docx', 'pdf'])('are not for everybody, and none is there for a report that is not: %s', async (kind) => {
    expect((await desk.get(people.elsewhere, `${address}.${kind}`)).status).toBe(403)
    expect((await desk.get(people.writer, `/zh/desk/reports/999999/report.${kind}`)).status).toBe(404)
    expect((await desk.get(undefined, `${address}.${kind}`)).status).not.toBe(200)
  })
})
