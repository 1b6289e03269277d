import { beforeAll, expect, test } from 'vitest'
import { anew } from '../../../../test/support/cases.ts'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { must } from '../../../../test/support/given.ts'
import { asDay } from '../../../kernel/day.ts'
import { refused } from '../../../kernel/outcome.ts'
import { listEvents } from '../cases/queries-events.ts'
import { givenCases, type GivenCases } from '../given-cases.ts'
import { closeCase } from '../handling/close-case.ts'
import { strikeEvent } from '../handling/strike-event.ts'
import { feeLaw } from '../load-fees.ts'
import { noticeFee, takePayment, type FeeNotice } from './notice-fee.ts'
import { findFee } from './queries.ts'

let given: GivenCases

beforeAll(async () => {
  if (hasServer) given = await givenCases('2026-06-15')
})

const charged = { ...feeLaw, isCharged: true }
const byPage: FeeNotice = { basis: 'pages', pages: 40, howToPay: '扫码缴费', sentOn: asDay('2026-06-02') }
const notice = (ref: string, more: Partial<FeeNotice> = {}, law = charged) =>
  noticeFee(given.site, given.cast.head, anew(ref), { ...byPage, ...more }, law)
const pay = (ref: string, on: string, reference = 'A-1') =>
  takePayment(given.site, given.cast.writer, anew(ref), { on: asDay(on), reference })
const feeOf = (id: number) => findFee(given.site.database.read, id)

describeWithDatabase('a fee', () => {
  test('is taken by nobody unless the city decided so', async () => {
    const { ref, id } = await given.enter(given.safety, '2026-06-01')
    expect(await noticeFee(given.site, given.cast.head, anew(ref), byPage)).toEqual(refused('not-charged-here'))
    expect(await feeOf(id)).toBeUndefined()
  })

  test('stops the count until it is paid, and then the count begins anew', async () => {
    const { ref, id } = await given.enter(given.safety, '2026-06-01')
    expect(must(await notice(ref))).toMatchObject({ state: 'awaiting-payment', dueOn: undefined })
    expect(await feeOf(id)).toMatchObject({ basis: 'pages', units: 40, amountYuan: 100, paidReference: '' })
    expect(await pay(ref, '2026-06-01')).toEqual(refused('paid-before-notice'))
    expect(await pay(ref, '2026-06-08', '')).toEqual(refused('reference-missing'))
    expect(must(await pay(ref, '2026-06-08'))).toMatchObject({ state: 'running', dueOn: '2026-07-07' })
    expect(await feeOf(id)).toMatchObject({ paidReference: 'A-1' })
    expect(await pay(ref, '2026-06-09')).toEqual(refused('not-noticed'))
    expect(await notice(ref, { sentOn: asDay('2026-06-09') })).toEqual(refused('noticed-before'))
  })

  test('by item runs on over what the same person asked of the same unit in the month', async () => {
    const items = (many: number) => Array.from({ length: many }, (_, at) => `文件${at + 1}号`)
    const applicant = { identityNumber: 'E99999999' }
    await given.enter(given.safety, '2026-06-01', { applicant, items: items(8) })
    await given.enter(given.water, '2026-06-01', { applicant, items: items(9) })
    const { ref, id } = await given.enter(given.safety, '2026-06-02', { applicant, items: items(5) })
    must(await notice(ref, { basis: 'items', pages: 0 }))
    expect(await feeOf(id)).toMatchObject({ basis: 'items', units: 5, beforeUnits: 8, amountYuan: 300 })
  })

  test('is refused with every reason, and within what is free there is nothing to charge', async () => {
    const { ref } = await given.enter(given.safety, '2026-06-01')
    expect(await notice(ref, { pages: 30 })).toEqual(refused('nothing-to-charge'))
    for (const pages of [0, -1, 1.5, NaN, 2_000_000]) {
      expect(await notice(ref, { pages, howToPay: '' })).toEqual(refused('pages-missing', 'how-missing', 'nothing-to-charge'))
    }
    expect(await notice(ref, { basis: 'weight', sentOn: undefined })).toEqual(refused('basis-missing', 'day-missing'))
    expect(await notice(ref, { receivedOn: asDay('2026-06-16') })).toEqual(refused('after-today'))
  })

  test('not paid in time ends the case, and only after the last day', async () => {
    const { ref } = await given.enter(given.safety, '2026-05-11')
    const { waitsUntil } = must(await notice(ref, { sentOn: asDay('2026-05-12'), receivedOn: asDay('2026-05-12') }))
    const close = () => closeCase(given.site, given.cast.head, anew(ref), { leaf: 'O2', words: '逾期未缴纳' })
    expect(waitsUntil).toBe('2026-06-09')
    await given.onDay('2026-06-09', async () => expect(await close()).toEqual(refused('not-lapsed')))
    expect(must(await close())).toMatchObject({ state: 'closed', leaf: 'O2' })
  })

  test('that was a slip is struck, and another takes its place', async () => {
    const { ref, id } = await given.enter(given.safety, '2026-06-01')
    must(await notice(ref))
    const event = (await listEvents(given.site.database.read, id)).find(({ kind }) => kind === 'fee-noticed')
    must(await strikeEvent(given.site, given.cast.head, anew(ref), { eventId: event?.id ?? 0, reason: '页数有误' }))
    must(await notice(ref, { pages: 31 }))
    expect(await feeOf(id)).toMatchObject({ units: 31, amountYuan: 10 })
  })
})
