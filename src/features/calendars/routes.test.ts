import { beforeEach, expect, it } from 'vitest'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { givenCast, givenCategory, givenDuty, must, type Cast } from '../../../test/support/given.ts'
import { givenNotice } from '../../../test/support/notice.ts'
import { freshSite, givenUnit, givenVisitor, openDesk, type Desk, type TestSite } from '../../../test/support/site.ts'
import { routes } from '../../app.ts'
import { asDay } from '../../kernel/day.ts'
import type { Visitor } from '../../platform/http/route.ts'
import { registerMatter } from '../catalogue/index.ts'
import type { Unit } from '../organisations/index.ts'

const text = [
  '国务院办公厅关于2027年部分节假日安排的通知',
  '一、元旦：1月1日（周五）至3日（周日）放假，共3天。',
  '二、春节：2月5日（周五）至11日（周四）放假调休，共7天。2月13日（周六）上班，2月14日轮休。',
].join('\n')

describeWithDatabase('the calendar at the desk', () => {
  let site: TestSite
  let cast: Cast
  let unit: Unit
  let desk: Desk
  let office: Visitor
  let signer: Visitor

  beforeEach(async () => {
    site = await freshSite('2026-12-15')
    unit = await givenUnit(site, { code: 'mc' })
    cast = await givenCast(site, unit)
    desk = await openDesk(site, routes)
    office = givenVisitor(cast.office.personId, ['office', unit])
    signer = givenVisitor(cast.signer.personId, ['signer', unit])
  })

  it('says that the next year is missing once its notice is usually out, and not before', async () => {
    expect((await desk.get(office, '/en/desk/calendar')).text).toContain('The holidays of 2027 are not in the calendar yet')
    site.day = '2026-11-30'
    const early = await desk.get(office, '/en/desk/calendar')
    expect(early.text).not.toContain('are not in the calendar yet')
    expect(early.text).toContain('No notice has been entered')
    expect(early.text).toContain('国办发明电〔2024〕12号')
  })

  it('reads a pasted text into the form with its doubts, and takes it only once they are confirmed', async () => {
    const read = await desk.post(office, '/en/desk/calendar/new', { step: 'read', words: text })
    expect(read.text).toMatch(/春节\/Spring Festival 2027-02-05\/2027-02-11 7/)
    expect(read.text).toContain('2月13日(周六)上班,2月14日轮休')
    const fields = {
      ...{ step: 'propose', words: text, kind: 'year', year: '2027', number: '国办发明电〔2026〕9号', announcedOn: '2026-11-20' },
      ...{ source: '', off: '元旦 2027-01-01/2027-01-03 3\n春节 2027-02-05/2027-02-11 7', working: '2027-02-13' },
    }
    const unconfirmed = await desk.post(office, '/en/desk/calendar/new', fields)
    expect([unconfirmed.status, unconfirmed.text.includes('would have 256 working days')]).toEqual([422, true])
    const taken = await desk.post(office, '/en/desk/calendar/new', { ...fields, confirmed: 'yes' })
    expect([taken.status, taken.location]).toEqual([303, '/en/desk/calendar/1'])
    expect((await desk.get(office, '/zh/desk/calendar/1')).text).toContain('未能读懂：')
  })

  it('says of every line that it cannot read it, and of a year that it is none', async () => {
    const answer = await desk.post(office, '/en/desk/calendar/new', { step: 'propose', year: '27', off: '元旦 1月1日', working: 'x' })
    expect(answer.status).toBe(422)
    for (const words of ['Give the year in four digits', 'could not be read: 元旦 1月1日', 'could not be read: x'])
      expect(answer.text).toContain(words)
    expect((await desk.post(office, '/en/desk/calendar/new', { step: 'read', words: ' ' })).status).toBe(422)
  })

  it('lists what a signature moves, from its old day to its new one, and to a stranger only how many', async () => {
    const duty = await givenDuty(site, await givenCategory(site, 'plans', '规划', 'Plans'), [unit], {
      code: 'plan',
      titleZh: '规划',
      titleEn: 'Plan',
    })
    must(await registerMatter(site, 'system', { dutyId: duty.id, unitId: unit.id, matter: '五年规划', formedOn: asDay('2026-12-14') }))
    const id = await givenNotice(site, cast.office)
    const page = await desk.get(signer, `/en/desk/calendar/${id}`)
    for (const words of ['Plan 五年规划', 'datetime="2027-01-11"', 'datetime="2027-01-12"', 'Sign: in effect at once'])
      expect(page.text).toContain(words)
    const below = await givenUnit(site, { code: 'water' }, unit)
    const stranger = await desk.get(givenVisitor(cast.writer.personId, ['information-officer', below]), `/en/desk/calendar/${id}`)
    expect(stranger.text).not.toContain('五年规划')
    expect(stranger.text).toContain('1 of them in units outside your posts')
    expect((await desk.get(office, `/en/desk/calendar/${id}`)).text).toContain('another person must sign it')
  })

  it('is signed and read by everybody at once: the desk, the public page and the interface', async () => {
    const id = await givenNotice(site, cast.office)
    expect((await desk.post(office, `/en/desk/calendar/${id}/sign`, {})).status).toBe(422)
    expect((await desk.get(undefined, '/api/v1/calendar/2027')).text).toContain('"isAnnounced":false')
    expect((await desk.post(signer, `/en/desk/calendar/${id}/sign`, {})).location).toBe(`/en/desk/calendar/${id}`)
    expect((await desk.get(undefined, '/api/v1/calendar/2027')).text).toContain('{"on":"2027-02-13","kind":"make-up"}')
    expect((await desk.get(undefined, '/en/calendar')).text).toContain('样例〔2026〕1号')
    expect((await desk.get(office, '/en/desk/calendar')).text).not.toContain('are not in the calendar yet')
  })

  it('is turned down with a reason', async () => {
    const id = await givenNotice(site, cast.office)
    expect((await desk.post(signer, `/en/desk/calendar/${id}/reject`, { reason: '' })).text).toContain('Say why it is turned down')
    expect((await desk.post(signer, `/en/desk/calendar/${id}/reject`, { reason: '文号有误' })).status).toBe(303)
    expect((await desk.get(signer, `/en/desk/calendar/${id}`)).text).toContain('文号有误')
  })
})
