import { beforeAll, expect, test } from 'vitest'
import { anew, decide } from '../../../../test/support/cases.ts'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { must } from '../../../../test/support/given.ts'
import { asDay } from '../../../kernel/day.ts'
import { refused } from '../../../kernel/outcome.ts'
import { listEvents } from '../cases/queries-events.ts'
import { readCase } from '../cases/read-case.ts'
import { givenCases, type GivenCases } from '../given-cases.ts'
import { strikeEvent } from '../handling/strike-event.ts'
import { readDecisions } from '../replying/read-decisions.ts'
import { askOpinion, type Consulting } from './ask-opinion.ts'
import { noteDelivery, overrideRefusal, takeAnswer } from './follow-consultation.ts'
import { listConsultations } from './queries.ts'

let given: GivenCases

beforeAll(async () => {
  if (hasServer) given = await givenCases('2026-06-15')
})

const firm: Consulting = {
  ...{ party: 'third-party', asked: { name: '明川某矿业公司', address: '矿山路2号' }, unit: '', words: '是否同意公开' },
  sentOn: asDay('2026-05-25'),
}
const ask = (ref: string, more: Partial<Consulting> = {}) => askOpinion(given.site, given.cast.writer, anew(ref), { ...firm, ...more })
const reply = (ref: string, consultationId: number, answer: string, words = '', isFounded?: boolean, on = '2026-05-29') =>
  takeAnswer(given.site, given.cast.writer, anew(ref), { ...{ consultationId, answer, words, on: asDay(on) }, isFounded })
const deliver = (ref: string, consultationId: number, on: string) =>
  noteDelivery(given.site, given.cast.writer, anew(ref), { consultationId, on: asDay(on) })
const override = (ref: string, consultationId: number, words = '涉及公共安全') =>
  overrideRefusal(given.site, given.cast.head, anew(ref), { consultationId, words, toldOn: asDay('2026-06-01') })

/** A case of 20 May 2026, due on 17 June unless it is paused, of which a firm was asked on 25 May. */
const asked = async () => {
  const { ref, id } = await given.enter(given.safety, '2026-05-20')
  must(await ask(ref))
  const [one] = await listConsultations(given.site.database.read, id)
  return { ref, id, consultation: one?.id ?? 0 }
}
const missingIn = async (ref: string) => {
  const view = await readCase(given.site, given.site.database.read, ref)
  const { items } = await readDecisions(given.site.database.read, { ...view, events: [...view.events] }, given.site.today())
  return items.flatMap(({ missing }) => missing)
}

describeWithDatabase('somebody whose rights are touched', () => {
  test('agrees: the four working days that it took are left out of the count', async () => {
    const { ref, id, consultation } = await asked()
    expect(must(await reply(ref, consultation, 'agrees'))).toMatchObject({ state: 'running', dueOn: '2026-06-24' })
    expect(await listConsultations(given.site.database.read, id)).toMatchObject([{ answer: 'agrees' }])
    await decide(given, ref)
    expect(await missingIn(ref)).toEqual([])
  })

  test('says nothing: the count goes on after the limit, and the unit decides', async () => {
    const { ref, consultation } = await asked()
    await decide(given, ref)
    expect(await missingIn(ref)).toEqual(['consultation-open'])
    expect(must(await deliver(ref, consultation, '2026-05-26'))).toMatchObject({ dueOn: '2026-07-10', waitsUntil: '2026-06-16' })
    await given.onDay('2026-06-17', async () => expect(await missingIn(ref)).toEqual([]))
  })

  test('refuses with reason: nothing goes out unless the public interest weighs more, with reasons of which they are told', async () => {
    const { ref, consultation } = await asked()
    expect(await override(ref, consultation)).toEqual(refused('not-refused'))
    expect(await reply(ref, consultation, 'refuses')).toEqual(refused('reasons-missing'))
    const { dueOn } = must(await reply(ref, consultation, 'refuses', '商业秘密'))
    await decide(given, ref)
    expect(await missingIn(ref)).toEqual(['override'])
    expect(await override(ref, consultation, '')).toEqual(refused('reasons-missing'))
    expect(must(await override(ref, consultation))).toMatchObject({ dueOn })
    expect(await missingIn(ref)).toEqual([])
  })

  test('refuses without a reason that the unit accepts: it is free to disclose', async () => {
    const { ref, consultation } = await asked()
    must(await reply(ref, consultation, 'refuses', '不想公开', false))
    await decide(given, ref)
    expect(await missingIn(ref)).toEqual([])
  })

  test('is asked and answers once; a day and an answer are needed, and no answer comes before the letter', async () => {
    const { ref, consultation } = await asked()
    expect(await reply(ref, consultation, 'perhaps')).toEqual(refused('answer-missing'))
    expect(await reply(ref, 0, 'agrees')).toEqual(refused('consultation-missing'))
    expect(await reply(ref, consultation, 'agrees', '', undefined, '2026-05-22')).toEqual(refused('answered-before-sent'))
    expect(await deliver(ref, consultation, '2026-05-22')).toEqual(refused('delivered-before-sent'))
    must(await reply(ref, consultation, 'agrees'))
    expect(await reply(ref, consultation, 'refuses', '反悔')).toEqual(refused('answered-before'))
  })

  test('has said nothing where the answer was struck, and was never asked where the letter was', async () => {
    const { ref, id, consultation } = await asked()
    must(await reply(ref, consultation, 'refuses', '商业秘密'))
    await decide(given, ref)
    const strike = async (kind: string) => {
      const event = (await listEvents(given.site.database.read, id)).findLast((one) => one.kind === kind)
      return must(await strikeEvent(given.site, given.cast.head, anew(ref), { eventId: event?.id ?? 0, reason: '登记错误' }))
    }
    await strike('consultation-answered')
    expect(await missingIn(ref)).toEqual(['consultation-open'])
    expect(must(await reply(ref, consultation, 'agrees'))).toMatchObject({ dueOn: '2026-06-24' })
    expect(await missingIn(ref)).toEqual([])
    await strike('consultation-answered')
    expect(await strike('consultation-sent')).toMatchObject({ dueOn: '2026-06-17' })
    expect(await missingIn(ref)).toEqual([])
    expect(await reply(ref, consultation, 'agrees')).toEqual(refused('consultation-missing'))
  })
})

describeWithDatabase('a letter that asks for an opinion', () => {
  test('names a person, a firm or a unit of this city, and says what about', async () => {
    const { ref } = await given.enter(given.safety, '2026-05-20')
    const nobody = { party: 'friend' as 'third-party', asked: { name: '', address: '' }, words: '', sentOn: undefined }
    expect(await ask(ref, nobody)).toEqual(refused('party-missing', 'name-missing', 'words-missing', 'day-missing'))
    expect(await ask(ref, { unit: 'nowhere' })).toEqual(refused('unit-unknown'))
  })

  test('keeps a person or firm under seal; a unit of this city is nobody to hide', async () => {
    const { ref, id } = await given.enter(given.safety, '2026-05-20')
    must(await ask(ref))
    must(await reply(ref, (await listConsultations(given.site.database.read, id))[0]?.id ?? 0, 'agrees'))
    must(await ask(ref, { party: 'co-agency', unit: 'water', sentOn: asDay('2026-06-01') }))
    const [one, other] = await listConsultations(given.site.database.read, id)
    expect(JSON.stringify(one)).not.toMatch(/矿业|矿山路/)
    expect(other).toMatchObject({ party: 'co-agency', unitId: given.water.id, maskedName: '' })
  })
})
