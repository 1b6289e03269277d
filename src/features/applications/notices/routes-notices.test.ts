import { beforeAll, expect, test } from 'vitest'
import { anew } from '../../../../test/support/cases.ts'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { must } from '../../../../test/support/given.ts'
import { givenVisitor, openDesk, type Desk } from '../../../../test/support/site.ts'
import { asDay } from '../../../kernel/day.ts'
import { listEntries } from '../../../platform/journal/index.ts'
import { caseRoutes } from '../cases/routes-cases.tsx'
import { listEvents } from '../cases/queries-events.ts'
import { readCase } from '../cases/read-case.ts'
import { askOpinion } from '../consulting/ask-opinion.ts'
import { givenCases, type GivenCases } from '../given-cases.ts'
import { askClarification } from '../handling/ask-clarification.ts'
import { closeCase } from '../handling/close-case.ts'
import { strikeEvent } from '../handling/strike-event.ts'
import { erasePersons } from '../persons/erase-persons.ts'
import { composeNotice } from './compose-notice.ts'
import { findNotice, listNotices } from './find-notice.ts'
import { noticeRoutes } from './routes-notices.ts'

let given: GivenCases
let desk: Desk

beforeAll(async () => {
  if (!hasServer) return
  given = await givenCases('2026-06-15')
  desk = await openDesk(given.site, [...noticeRoutes, ...caseRoutes])
})

const clerk = () => givenVisitor(given.cast.writer.personId, ['information-officer', given.safety])
const watcher = () => givenVisitor(81, ['auditor', given.safety])
const reveals = async () => {
  let count = 0
  for await (const { entry } of listEntries(given.site.database.read)) if (entry.act === 'applications.reveal') count += 1
  return count
}
async function clarified() {
  const { ref, id } = await given.enter(given.safety, '2026-06-01', { wanted: '有关文件' })
  const notice = { words: '请写明年度', sentOn: asDay('2026-06-03'), answerBy: asDay('2026-06-26') }
  must(await askClarification(given.site, given.cast.writer, anew(ref), notice))
  const asked = (await listEvents(given.site.database.read, id)).find(({ kind }) => kind === 'clarification-asked')
  return { ref, event: asked?.id ?? 0, at: `/zh/desk/applications/${ref}/notices/${asked?.id}/paper` }
}

describeWithDatabase('a letter that goes with an act of the clock', () => {
  test('is printed by whoever may know the addressee, and each printing is on the record', async () => {
    const { at } = await clarified()
    const before = await reveals()
    const pdf = await desk.get(clerk(), `${at}.pdf`)
    expect([pdf.status, pdf.text.slice(0, 5)]).toEqual([200, '%PDF-'])
    expect((await desk.get(clerk(), `${at}.docx`)).text.slice(0, 2)).toBe('PK')
    expect(await reveals()).toBe(before + 2)
    expect((await desk.get(watcher(), `${at}.pdf`)).status).toBe(403)
    expect(await reveals()).toBe(before + 2)
  })

  test('names its addressee and says what was entered, as it stood on its day', async () => {
    const { ref, event } = await clarified()
    const view = await readCase(given.site, given.site.database.read, ref)
    const letter = await composeNotice(given.site, view, findNotice(view, String(event)), { name: '王小明' })
    expect(letter).toMatchObject({ title: '政府信息公开申请补正告知书', addressee: '王小明：', signedOn: '2026-06-03', notes: [] })
    expect(JSON.stringify(letter.body)).toContain('请您一次性补正下列事项：请写明年度')
  })

  test('to a firm that is asked for its opinion has its name and address from under the seal', async () => {
    const { site, cast, safety } = given
    const { ref } = await given.enter(safety, '2026-06-01', { wanted: '某公司安全评价报告' })
    const firm = { name: '明川某矿业公司', address: '矿山路2号' }
    const asked = { party: 'third-party', asked: firm, unit: '', words: '评价报告', sentOn: site.today() } as const
    must(await askOpinion(site, cast.writer, anew(ref), asked))
    const view = await readCase(site, site.database.read, ref)
    const [notice] = listNotices(view)
    const before = await reveals()
    expect((await desk.get(clerk(), `/zh/desk/applications/${ref}/notices/${notice?.event.id}/paper.pdf`)).status).toBe(200)
    expect(await reveals()).toBe(before + 1)
    const letter = await composeNotice(site, view, findNotice(view, String(notice?.event.id)), firm)
    expect(letter.addressee).toBe('明川某矿业公司：')
    expect(letter.notes).toEqual(['送达地址：矿山路2号'])
  })

  test('stands without a name once who was asked is erased', async () => {
    const { site, cast, safety } = given
    const { ref } = await given.enter(safety, '2026-06-02', { wanted: '另一公司安全评价报告' })
    const asked = {
      party: 'third-party',
      asked: { name: '某矿', address: '矿山路2号' },
      unit: '',
      words: '报告',
      sentOn: site.today(),
    } as const
    must(await askOpinion(site, cast.writer, anew(ref), asked))
    await given.change(ref, '2026-06-15', [{ kind: 'closed', on: site.today() }])
    await given.onDay('2036-06-16', () => erasePersons(site))
    const [notice] = listNotices(await readCase(site, site.database.read, ref))
    expect((await desk.get(clerk(), `/zh/desk/applications/${ref}/notices/${notice?.event.id}/paper.pdf`)).status).toBe(200)
  })

  test('names the reviewers of the day on which it was signed', async () => {
    const { site, cast, safety, onDay } = given
    const { ref } = await given.enter(safety, '2022-03-01')
    const asked = { words: '请写明年度', sentOn: asDay('2022-03-02'), answerBy: asDay('2022-03-20') }
    await onDay('2022-03-02', async () => must(await askClarification(site, cast.writer, anew(ref), asked)))
    await onDay('2022-03-21', async () => must(await closeCase(site, cast.head, anew(ref), { leaf: 'O1', words: '逾期未补正' })))
    const view = await readCase(site, site.database.read, ref)
    const notice = listNotices(view).at(-1)
    expect(notice?.kind).toBe('abandoned-supplement')
    const { body } = await composeNotice(site, view, findNotice(view, String(notice?.event.id)), { name: '' })
    expect(JSON.stringify(body)).toContain(site.words.zh('applications.letter.superior-department'))
  })

  test('is gone once its act was struck', async () => {
    const { ref, event, at } = await clarified()
    expect((await desk.get(clerk(), `/zh/desk/applications/${ref}`)).text).toContain(`notices/${event}/paper.pdf`)
    must(await strikeEvent(given.site, given.cast.head, anew(ref), { eventId: event, reason: '登记错件' }))
    expect((await desk.get(clerk(), `${at}.pdf`)).status).toBe(404)
    expect((await desk.get(clerk(), `/zh/desk/applications/${ref}`)).text).not.toContain(`notices/${event}/paper.pdf`)
  })
})
