import { beforeEach, expect, it } from 'vitest'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { givenCast, givenContent, must, type Cast } from '../../../test/support/given.ts'
import { givenDuty } from '../../../test/support/duty.ts'
import { freshSite, givenUnit, givenVisitor, openDesk, type TestSite } from '../../../test/support/site.ts'
import { asDay } from '../../kernel/day.ts'
import { listNewest } from '../../platform/journal/index.ts'
import { listMails } from '../../platform/mail/index.ts'
import { addPerson, grantPost } from '../accounts/index.ts'
import { registerMatter } from '../catalogue/index.ts'
import type { Unit } from '../organisations/index.ts'
import { createDocument, moveDocument } from '../publishing/index.ts'
import { remindUnits } from './remind-units.ts'
import { routes } from './routes.tsx'

describeWithDatabase('the office’s board', () => {
  let site: TestSite
  let city: Unit
  let health: Unit
  let finance: Unit
  let cast: Cast

  beforeEach(async () => {
    site = await freshSite('2026-06-15')
    city = await givenUnit(site, { code: 'city' })
    health = await givenUnit(site, { code: 'health' }, city)
    finance = await givenUnit(site, { code: 'finance' }, city)
    cast = await givenCast(site, city)
    const duty = await givenDuty(site, [health, finance], { code: 'notice' })
    const matter = async (unit: Unit, formedOn: string) =>
      must(await registerMatter(site, 'system', { dutyId: duty.id, unitId: unit.id, matter: formedOn, formedOn: asDay(formedOn) }))
    await matter(health, '2026-03-02')
    await matter(health, '2026-04-01')
    await matter(health, '2026-05-20')
    await matter(finance, '2026-06-12')
  })

  const officerOf = async (unit: Unit, login: string, email: string) => {
    const { person } = must(await addPerson(site, 'system', { login, nameZh: '林晓', nameEn: 'Lin Xiao', email, isDemo: true }))
    must(
      await grantPost(site, 'system', person.id, {
        unit: unit.code,
        role: 'information-officer',
        sinceOn: '2026-01-01',
        untilOn: '',
        reason: '',
      }),
    )
    return person
  }
  const boardPage = async () => (await (await openDesk(site, routes)).get(givenVisitor(99, ['office', city]), '/en/desk/board')).text
  const office = () => cast.office

  it('shows each unit what is overdue since when, what is due, and what waits with whom', async () => {
    must(
      await grantPost(site, 'system', cast.head.personId, {
        unit: 'health',
        role: 'reviewer',
        sinceOn: '2026-01-01',
        untilOn: '',
        reason: '',
      }),
    )
    const document = must(await createDocument(site, cast.writer, { unitId: health.id, content: givenContent() }))
    must(await moveDocument(site, cast.writer, document.id, { move: 'submit', version: 1, remark: '' }))
    const page = await boardPage()
    expect(page).toMatch(/view=overdue&amp;unit=health"[^>]*>2</)
    expect(page).toMatch(/datetime="2026-03-30"/)
    expect(page).toMatch(/view=in-time&amp;unit=health"[^>]*>1</)
    expect(page).toMatch(/state=with-head&amp;unit=health"[^>]*>1<.*?with Zhou Ming/s)
    expect(page.indexOf('unit=health')).toBeLessThan(page.indexOf('unit=finance'))
    expect(page).toContain('2 units with open work; 1 without')
  })

  it('reminds whoever needs it, each unit once a day however often it is asked for, on the record', async () => {
    await officerOf(health, 'health-officer', 'lin@health.example')
    await officerOf(finance, 'finance-officer', 'wu@finance.example')
    const outcomes = await Promise.all([1, 2, 3].map(() => remindUnits(site, office())))
    expect(outcomes.filter((one) => one.ok)).toHaveLength(1)
    expect(outcomes.filter((one) => !one.ok).flatMap((one) => (one.ok ? [] : one.refusals))).toEqual(['reminded-today', 'reminded-today'])
    const mails = await listMails(site.database.read)
    expect(mails.map((mail) => mail.to.address)).toEqual(['lin@health.example'])
    expect(mails[0]?.text).toContain('health bureau: 2 overdue, 1 due soon')
    expect(mails[0]?.text).toContain('逾期未公开 2 项')
    expect(mails[0]?.text).not.toContain('2026-03-02')
    const entries = await listNewest(site.database.read, { limit: 5 })
    expect(entries.filter((entry) => entry.act === 'board.remind')).toHaveLength(1)
    site.day = '2026-06-16'
    expect((await remindUnits(site, office())).ok).toBe(true)
  })

  it('says who has no mail address, and refuses when there is nothing to remind of', async () => {
    await officerOf(health, 'health-officer', '')
    const reminded = must(await remindUnits(site, office()))
    expect(reminded).toMatchObject({ units: 1, people: 0 })
    expect(reminded.unreached.map((one) => one.login)).toEqual(['health-officer'])
    expect(await remindUnits(site, office(), finance.path)).toMatchObject({ ok: false, refusals: ['nothing-to-remind'] })
    expect(await remindUnits(site, office(), health.path)).toMatchObject({ ok: false, refusals: ['reminded-today'] })
  })

  it('is for the office alone, within its own reach', async () => {
    const desk = await openDesk(site, routes)
    const watcher = givenVisitor(7, ['supervisor', city])
    expect((await desk.get(watcher, '/en/desk/board')).text).not.toContain('/desk/board/remind')
    expect((await desk.post(watcher, '/en/desk/board/remind', {})).status).toBe(403)
    const inFinance = givenVisitor(cast.office.personId, ['office', finance])
    expect((await desk.post(inFinance, '/en/desk/board/remind', { unit: 'health' })).status).toBe(403)
    expect((await desk.get(inFinance, '/en/desk/board.csv')).text).not.toContain('health bureau')
    expect((await desk.post(inFinance, '/en/desk/board/remind', {})).status).toBe(409)
  })
})
