import { beforeAll, expect, test } from 'vitest'
import { anew } from '../../../../test/support/cases.ts'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { must } from '../../../../test/support/given.ts'
import { givenUnit, givenVisitor, openDesk, type Desk } from '../../../../test/support/site.ts'
import { asDay } from '../../../kernel/day.ts'
import type { Visitor } from '../../../platform/http/route.ts'
import type { Unit } from '../../organisations/index.ts'
import { givenCases, type GivenCases } from '../given-cases.ts'
import { exemptionGuide } from '../load-exemption-guide.ts'
import { guideRoutes } from '../replying/routes-guide.tsx'
import { listItems } from '../cases/queries-items.ts'
import { askSection } from './ask-section.ts'
import { listErrands } from './queries.ts'
import { errandRoutes } from './routes-errands.tsx'

let given: GivenCases
let desk: Desk
let writer: Visitor
let miner: Visitor
let stranger: Visitor
let mines: Unit
let ref = ''
let id = 0

beforeAll(async () => {
  if (!hasServer) return
  given = await givenCases('2026-06-15')
  const { site, cast, safety, water } = given
  mines = await givenUnit(site, { code: 'mines', kind: 'section' }, safety)
  ;({ ref, id } = await given.enter(safety, '2026-06-01', { wanted: '矿山检查台账', applicant: { name: '欧阳小明' } }))
  must(await askSection(site, cast.writer, anew(ref), { unitId: mines.id, asked: '请提供台账', dueOn: asDay('2026-06-18') }))
  desk = await openDesk(site, [...errandRoutes, ...guideRoutes])
  writer = givenVisitor(cast.writer.personId, ['information-officer', safety])
  miner = givenVisitor(cast.head.personId, ['reviewer', mines])
  stranger = givenVisitor(cast.signer.personId, ['information-officer', water])
})

describeWithDatabase('an errand at the desk', () => {
  test('is listed and shown to the section that is asked, with what is wanted and never who asks, and to nobody else', async () => {
    const [errand] = await listErrands(given.site.database.read, id)
    const path = `/zh/desk/errands/${errand?.id}`
    expect((await desk.get(miner, '/zh/desk/errands')).text).toContain('请提供台账')
    expect((await desk.get(stranger, '/zh/desk/errands')).text).toContain('没有待反馈的事项')
    expect((await desk.get(stranger, path)).status).toBe(403)
    const page = await desk.get(miner, path)
    expect(page.text).toContain('请提供台账')
    expect(page.text).toContain('矿山检查台账')
    expect(page.text).not.toMatch(/欧阳|E12345678|13900001111|139\*/)
    expect((await desk.get(miner, '/zh/desk/errands/x')).status).toBe(404)
  })

  test('is answered with words, once, and then is off the list', async () => {
    const [errand] = await listErrands(given.site.database.read, id)
    const path = `/zh/desk/errands/${errand?.id}`
    expect((await desk.post(miner, path, { words: ' ' })).status).toBe(422)
    const answered = await desk.post(miner, path, { words: '台账见附件' })
    expect([answered.status, answered.location]).toEqual([303, '/zh/desk/errands?said=answered'])
    expect((await desk.get(miner, '/zh/desk/errands?said=answered')).text).toContain('没有待反馈的事项')
    const after = await desk.get(miner, path)
    expect(after.text).toContain('台账见附件')
    expect(after.text).not.toContain('<textarea')
  })
})

describeWithDatabase('the guide to an outcome', () => {
  test('asks one question after another, leads back to each, and ends at an outcome with its article', async () => {
    const [item] = await listItems(given.site.database.read, id)
    let path = `/zh/desk/applications/${ref}/guide/${item?.id}`
    const seen: string[] = []
    for (let step = 0; step < 30; step++) {
      const { status, text } = await desk.get(writer, path)
      expect(status).toBe(200)
      const question = exemptionGuide.questions.find(({ zh }) => new RegExp(`id="question">\\s*(<[^>]+>)*${escaped(zh)}`).test(text))
      if (question === undefined) {
        expect(text).toContain('判断结果')
        expect(text).toMatch(/条例/)
        expect(text).toMatch(new RegExp(`/desk/applications/${ref}/items/${item?.id}\\?leaf=[A-Z]\\d`))
        for (const words of seen) expect(text).toContain(words)
        expect(seen.length).toBeGreaterThan(2)
        return
      }
      for (const words of seen) expect(text).toContain(words)
      seen.push(question.zh)
      const next = question.answers.find((answer) => answer.next !== undefined) ?? question.answers[0]
      path = `${path}${path.includes('?') ? '&' : '?'}${question.id}=${next?.id}`
    }
    throw new Error('the guide has no end')
  })

  test('stays at its first question where an answer means nothing, and knows no item of another case', async () => {
    const [item] = await listItems(given.site.database.read, id)
    const home = `/zh/desk/applications/${ref}/guide`
    const first = exemptionGuide.questions[0]
    expect((await desk.get(writer, `${home}/${item?.id}?${first?.id}=nonsense`)).text).toContain(first?.zh)
    expect((await desk.get(writer, `${home}/0`)).status).toBe(404)
    expect((await desk.get(stranger, `${home}/${item?.id}`)).status).toBe(403)
  })
})

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
