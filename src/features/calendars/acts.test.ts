import { beforeEach, expect, it } from 'vitest'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { givenCast, givenCategory, givenDuty, must, type Cast } from '../../../test/support/given.ts'
import { givenNotice, noticeOf2027 } from '../../../test/support/notice.ts'
import { freshSite, givenUnit, type TestSite } from '../../../test/support/site.ts'
import { jobHandlers, loaders } from '../../app.ts'
import { isAnnounced, kindOfDay } from '../../kernel/calendar.ts'
import { asDay } from '../../kernel/day.ts'
import { asOwner, readSnapshot } from '../../platform/database/index.ts'
import { listJobs } from '../../platform/jobs/index.ts'
import { history, verifyJournal } from '../../platform/journal/index.ts'
import { findTask, registerMatter } from '../catalogue/index.ts'
import type { Unit } from '../organisations/index.ts'
import { proposeNotice } from './propose-notice.ts'
import { findNotice } from './queries.ts'
import { noticeSubject } from './read-recorded.ts'
import { refreshCalendar } from './refresh-calendar.ts'
import { rejectNotice } from './reject-notice.ts'
import { signNotice } from './sign-notice.ts'

describeWithDatabase('a notice of holidays', () => {
  let site: TestSite
  let cast: Cast
  let unit: Unit

  beforeEach(async () => {
    site = await freshSite('2026-12-15')
    unit = await givenUnit(site, { code: 'mc' })
    cast = await givenCast(site, unit)
  })

  const proposal = (rest: { isConfirmed?: boolean; formKey?: string } = {}) => ({
    ...{ notice: noticeOf2027, words: '', doubts: [], isConfirmed: true, formKey: 'one', ...rest },
  })
  const faults = async () => (await readSnapshot(site.database, (db) => verifyJournal(db, loaders))).findings

  it('moves nothing while it is only proposed, however often its form is sent', async () => {
    const first = await proposeNotice(site, cast.office, proposal())
    expect(await proposeNotice(site, cast.office, proposal())).toEqual(first)
    expect(await refreshCalendar(site)).toBe(false)
    expect(isAnnounced(site.calendar, asDay('2027-01-01'))).toBe(false)
    expect(await faults()).toEqual([])
  })

  it('is put forward by the office only, whole, and with its doubts confirmed', async () => {
    await expect(proposeNotice(site, cast.signer, proposal())).rejects.toThrow('calendars.propose')
    expect(await proposeNotice(site, cast.office, proposal({ isConfirmed: false }))).toEqual({
      ok: false,
      refusals: [{ reason: 'unconfirmed' }],
    })
    const empty = { ...proposal(), notice: { ...noticeOf2027, off: [], working: [], announcedOn: undefined } }
    expect(await proposeNotice(site, cast.office, empty)).toEqual({
      ok: false,
      refusals: [{ reason: 'announced-missing' }, { reason: 'empty' }],
    })
  })

  it('takes effect when another person signs: the site counts with it, and so does every other process once it looks', async () => {
    const id = await givenNotice(site, cast.office)
    const other = { ...site }
    expect(await signNotice(site, cast.office, id)).toEqual({ ok: false, refusals: [{ reason: 'own-notice' }] })
    expect(isAnnounced(site.calendar, asDay('2027-01-01'))).toBe(false)
    const signed = must(await signNotice(site, cast.signer, id))
    expect(signed).toMatchObject({ state: 'effective', sequence: 1, decidedBy: cast.signer.personId })
    expect(kindOfDay(site.calendar, asDay('2027-02-05'))).toBe('holiday')
    expect(kindOfDay(other.calendar, asDay('2027-02-05'))).toBe('unannounced')
    expect(await refreshCalendar(other)).toBe(true)
    expect(await refreshCalendar(other)).toBe(false)
    expect(other.calendar).toEqual(site.calendar)
    expect((await listJobs(site.database.read, { state: 'waiting' })).map((job) => job.name)).toContain('calendars.changed')
    expect(await faults()).toEqual([])
  })

  it('is decided once, and a second one for the same year is refused when it comes to its signature', async () => {
    const [one, two] = [await givenNotice(site, cast.office), await givenNotice(site, cast.office, {}, 'two')]
    must(await signNotice(site, cast.signer, one))
    expect(await signNotice(site, cast.signer, one)).toEqual({ ok: false, refusals: [{ reason: 'decided' }] })
    expect(await signNotice(site, cast.signer, two)).toEqual({ ok: false, refusals: [{ reason: 'year-known', year: 2027 }] })
    expect(await rejectNotice(site, cast.signer, two, ' ')).toEqual({ ok: false, refusals: [{ reason: 'reason-missing' }] })
    must(await rejectNotice(site, cast.signer, two, '已由另一件录入'))
    expect(await findNotice(site.database.read, two)).toMatchObject({ state: 'rejected', reason: '已由另一件录入' })
    expect(await rejectNotice(site, cast.signer, one, '晚了')).toEqual({ ok: false, refusals: [{ reason: 'decided' }] })
    expect((await history(site.database.read, noticeSubject(two))).map((line) => line.act)).toEqual([
      'calendars.propose',
      'calendars.reject',
    ])
    expect(await faults()).toEqual([])
  })

  it('signed by two people at once takes effect once', async () => {
    const id = await givenNotice(site, cast.office)
    const outcomes = await Promise.all([signNotice(site, cast.signer, id), signNotice(site, cast.signer, id)])
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
  })

  it('cannot be changed or removed behind the program’s back', async () => {
    const id = await givenNotice(site, cast.office)
    const asked = (text: string) => asOwner(site.database, (client) => client.query(text))
    await expect(asked(`update calendars.notice set year = 2028 where id = ${id}`)).rejects.toThrow('never changed')
    await expect(asked(`delete from calendars.notice where id = ${id}`)).rejects.toThrow('never changed')
  })

  it('moves the open due days that were counted without it, with an entry each, and leaves what is done', async () => {
    const duty = await givenDuty(site, await givenCategory(site, 'plans', '规划', 'Plans'), [unit], {
      code: 'plan',
      titleZh: '规划',
      titleEn: 'Plan',
    })
    const task = must(
      await registerMatter(site, 'system', { dutyId: duty.id, unitId: unit.id, matter: '方案', formedOn: asDay('2026-12-14') }),
    )
    expect(task).toMatchObject({ dueOn: '2027-01-11', isProvisional: true })
    must(await signNotice(site, cast.signer, await givenNotice(site, cast.office)))
    const run = () => jobHandlers(site)['calendars.changed']?.({} as never, {} as never)
    await run()
    expect(await findTask(site.database.read, task.id)).toMatchObject({ dueOn: '2027-01-12', isProvisional: false })
    await run()
    const acts = (await history(site.database.read, `catalogue.task:${task.id}`)).map((line) => line.act)
    expect(acts.filter((act) => act === 'catalogue.move-due')).toHaveLength(1)
    expect(await faults()).toEqual([])
  })
})
