import { describe, expect, it } from 'vitest'
import { loadPack } from '../../platform/pack.ts'
import { asDay, type Day } from '../day.ts'
import {
  caseBreaches,
  type CaseBreach,
  type CaseChoices,
  caseClock,
  type CaseEdition,
  type CaseEvent,
  caseFaults,
  type CaseFault,
  type ReceiptChannel,
} from './index.ts'

const pack = loadPack()
const [of2007, of2019] = pack.editions as [CaseEdition, CaseEdition]
const choices: CaseChoices = pack.choices

/** A day of March 2025, or one written in full. */
const on = (day: number | string): Day => asDay(typeof day === 'string' ? day : `2025-03-${String(day).padStart(2, '0')}`)
type When = number | string
const got = (day: When, confirmed?: When, channel: ReceiptChannel = confirmed === undefined ? 'counter' : 'ordinary-post'): CaseEvent => ({
  ...{ kind: 'received', channel, arrivedOn: on(day) },
  ...(confirmed === undefined ? {} : { confirmedOn: on(confirmed) }),
})
const asked = (day: When, by: When): CaseEvent => ({ kind: 'clarification-asked', on: on(day), answerBy: on(by) })
const sent = (day: When, consultation = 'a'): CaseEvent => ({ kind: 'consultation-sent', consultation, with: 'third-party', on: on(day) })
const delivered = (day: When, consultation = 'a'): CaseEvent => ({ kind: 'consultation-delivered', consultation, on: on(day) })
const answered = (day: When, consultation = 'a'): CaseEvent => ({ kind: 'consultation-answered', consultation, on: on(day) })
const extended = (decided: When, told: When = decided): CaseEvent => ({ kind: 'extended', decidedOn: on(decided), toldOn: on(told) })
const noticed = (day: When, received?: When): CaseEvent => ({
  ...{ kind: 'fee-noticed', sentOn: on(day) },
  ...(received === undefined ? {} : { receivedOn: on(received) }),
})
const dated = (told: When, due: When): CaseEvent => ({ kind: 'date-set', toldOn: on(told), dueOn: on(due) })
type Plain = 'supplemented' | 'fee-paid' | 'reasons-asked' | 'reasons-given' | 'replied' | 'closed'
const did = (kind: Plain, day: When): CaseEvent => ({ kind, on: on(day) })

const clockOf = (events: CaseEvent[], edition = of2019) => caseClock(edition, events, pack.calendar, choices)

describe('events that contradict each other', () => {
  const lists: [CaseFault, CaseEvent[], CaseEdition?][] = [
    ['never-received', []],
    ['never-received', [did('replied', 5)]],
    ['received-twice', [got(3), got(4)]],
    ['confirmed-before-arrival', [got(4, 3)]],
    ['before-receipt', [got(3), sent('2025-02-28')]],
    ['before-receipt', [got(3), extended('2025-02-27', 5)]],
    ['before-receipt', [got(3, 7), asked(4, 20), did('supplemented', 6)]],
    ['before-receipt', [got(3, 7), did('closed', 6)]],
    ['second-clarification', [got(3), asked(4, 20), asked(5, 20)]],
    ['answer-by-before-asking', [got(3), asked(5, 4)]],
    ['supplement-without-notice', [got(3), did('supplemented', 6)]],
    ['supplement-before-notice', [got(3), asked(7, 20), did('supplemented', 6)]],
    ['second-supplement', [got(3), asked(4, 20), did('supplemented', 6), did('supplemented', 7)]],
    ['consultation-unknown', [got(3), answered(5)]],
    ['consultation-unknown', [got(3), sent(4), delivered(5, 'b')]],
    ['consultation-twice', [got(3), sent(4), sent(5)]],
    ['consultation-twice', [got(3), sent(4), answered(5), answered(6)]],
    ['delivered-before-sent', [got(3), sent(5), delivered(4)]],
    ['answered-before-sent', [got(3), sent(5), answered(4)]],
    ['second-extension', [got(3), extended(10), extended(11)]],
    ['told-before-decided', [got(3), extended(11, 10)]],
    ['second-fee-notice', [got(3), noticed(5, 6), noticed(7, 8)]],
    ['fee-unknown-to-edition', [got('2013-03-04'), noticed('2013-03-06')], of2007],
    ['fee-unknown-to-edition', [got('2020-03-02'), noticed('2020-03-04')]],
    ['fee-received-before-sent', [got(3), noticed(6, 5)]],
    ['paid-without-notice', [got(3), did('fee-paid', 6)]],
    ['paid-without-notice', [got(3), noticed(5), did('fee-paid', 6), did('fee-paid', 7)]],
    ['paid-before-notice', [got(3), noticed(6), did('fee-paid', 5)]],
    ['reasons-without-asking', [got(3), did('reasons-given', 5)]],
    ['reasons-without-asking', [got(3), did('reasons-asked', 6), did('reasons-given', 5)]],
    ['date-unknown-to-edition', [got('2013-03-04'), dated('2013-03-06', '2013-06-28')], of2007],
    ['date-not-later', [got(3), dated(10, 31)]],
    ['date-not-later', [got(3), extended(10), dated(11, '2025-04-10')]],
    ['second-date', [got(3), dated(10, '2025-06-30'), dated(11, '2025-07-31')]],
    ['reply-before-receipt', [got(3), did('replied', 2)]],
    ['reply-before-receipt', [got(3, 7), did('replied', 6)]],
    ['second-reply', [got(3), did('replied', 5), did('replied', 6)]],
    ['closed-twice', [got(3), did('closed', 5), did('closed', 6)]],
    ['after-end', [got(3), did('replied', 5), sent(6)]],
    ['after-end', [got(3), did('closed', 5), did('replied', 5)]],
    ['after-end', [got(3), asked(4, 10), did('closed', 11), did('supplemented', 12)]],
  ]

  it.each(lists)('are told: %s', (fault, events, edition) => {
    expect(clockOf(events, edition).faults).toContain(fault)
    expect(clockOf(events.toReversed(), edition)).toEqual(clockOf(events, edition))
  })

  it('are told whatever they are: every fault that has a name was seen', () => {
    expect(caseFaults.filter((fault) => !lists.some(([told]) => told === fault))).toEqual([])
  })

  it('have no dates', () => {
    const { faults, ...rest } = clockOf([got(3), got(4), did('replied', 2), did('replied', 5)])
    expect(faults).toEqual(['received-twice', 'reply-before-receipt', 'second-reply', 'after-end'])
    expect(rest).toEqual({ state: 'unconfirmed', isProvisional: false, days: [], pauses: [], breaches: [] })
  })
})

describe('what came too late', () => {
  // Received on 3 March 2025: clarification by 12 March, reply by 31 March.
  const lists: [CaseBreach, CaseEvent[]][] = [
    ['confirmed-late', [got(3, 4)]],
    ['clarification-late', [got(3), asked(13, 20)]],
    ['extension-late', [got(3), extended(31, '2025-04-01')]],
    ['extension-late', [got(3), extended('2025-04-01')]],
    ['fee-notice-late', [got(3), noticed('2025-04-01', '2025-04-01')]],
    ['date-set-late', [got(3), dated('2025-04-01', '2025-06-30')]],
    ['supplemented-late', [got(3), asked(5, 14), did('supplemented', 17)]],
    ['paid-late', [got(3), noticed(5, 5), did('fee-paid', '2025-04-03')]],
    ['replied-late', [got(3), did('replied', '2025-04-01')]],
  ]
  const onTheLastDay = [
    [got(3, 3)],
    [got(3), asked(12, 20)],
    [got(3), extended(31)],
    [got(3), noticed(31, 31)],
    [got(3), dated(31, '2025-06-30')],
    [got(3), asked(5, 14), did('supplemented', 14)],
    [got(3), noticed(5, 5), did('fee-paid', '2025-04-02')],
    [got(3), did('replied', 31)],
  ]

  it.each(lists)('is told: %s', (breach, events) => {
    expect(clockOf(events)).toMatchObject({ breaches: [breach], faults: [] })
  })

  it('is told whatever it is: every breach that has a name was seen', () => {
    expect(caseBreaches.filter((breach) => !lists.some(([told]) => told === breach))).toEqual([])
  })

  it('is nothing that was done on the last day', () => {
    expect(onTheLastDay.map((events) => clockOf(events).breaches)).toEqual(onTheLastDay.map(() => []))
  })
})

describe('events that do not contradict each other', () => {
  it('may be a late opinion after the reply, which changes nothing', () => {
    const events = [got(3), sent(5), delivered(6), did('replied', 20)]
    const { faults, dueOn, isInTime } = clockOf([...events, answered('2025-04-10')])
    expect({ faults, dueOn, isInTime }).toEqual({ faults: [], dueOn: clockOf(events).dueOn, isInTime: true })
  })

  it('may be a reply to somebody who was never reached', () => {
    const letter: CaseEvent = { kind: 'received', channel: 'ordinary-post', arrivedOn: on(3) }
    expect(clockOf([letter, did('replied', 20)])).toMatchObject({ state: 'replied', isInTime: true, faults: [] })
    expect(clockOf([letter, did('replied', 20)]).receivedOn).toBeUndefined()
  })

  it('may be a supplement from somebody who was never reached: the count begins with it', () => {
    const letter: CaseEvent = { kind: 'received', channel: 'ordinary-post', arrivedOn: on(3) }
    expect(clockOf([letter, asked(4, 20), did('supplemented', 12)])).toMatchObject({ state: 'running', startOn: on(12), faults: [] })
  })

  it('may all lie on one day', () => {
    const events = [got(3), asked(3, 3), did('supplemented', 3), sent(3), answered(3), noticed(3, 3), did('fee-paid', 3), did('replied', 3)]
    expect(clockOf(events)).toMatchObject({ state: 'replied', startOn: on(3), startedBy: 'fee-paid', isInTime: true, faults: [] })
    expect(clockOf(events.toReversed())).toEqual(clockOf(events))
  })
})
