import { beforeAll, expect, test } from 'vitest'
import { anew, decide, decisionOf, handOn, pointed, replyOf } from '../../../../test/support/cases.ts'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { must } from '../../../../test/support/given.ts'
import { asDay, type Day } from '../../../kernel/day.ts'
import { refused } from '../../../kernel/outcome.ts'
import { listItems } from '../cases/queries-items.ts'
import { readCase } from '../cases/read-case.ts'
import { givenCases, type GivenCases } from '../given-cases.ts'
import { composeReply } from './compose-reply.ts'
import { decideItem } from './decide-item.ts'
import { readDecisions } from './read-decisions.ts'
import { sendReply } from './send-reply.ts'
import type { Serving, ServingWay } from './serving.ts'

let given: GivenCases

beforeAll(async () => {
  if (hasServer) given = await givenCases('2026-06-17')
})

const day = (text: string | undefined): Day | undefined => (text === undefined ? undefined : asDay(text))
const send = (ref: string, way: ServingWay, sentOn?: string, servedOn?: string, tracking = 'XA1') => {
  const service: Serving = { way, sentOn: day(sentOn), servedOn: day(servedOn), tracking }
  return sendReply(given.site, given.cast.writer, anew(ref), service)
}
const signed = async (on = '2026-05-20') => {
  const one = await given.enter(given.safety, on)
  await decide(given, one.ref)
  await handOn(given, one.ref)
  return one
}
const composed = async (ref: string) => {
  const view = await readCase(given.site, given.site.database.read, ref)
  const decisions = await readDecisions(given.site.database.read, { ...view, events: [...view.events] }, given.site.today())
  return composeReply(given.site, given.site.database.read, view, decisions)
}

describeWithDatabase('the day of a reply', () => {
  test.each([
    ['portal', '2026-06-16', undefined, '2026-06-16'],
    ['email', '2026-06-16', undefined, '2026-06-16'],
    ['post', '2026-06-15', '2026-06-17', '2026-06-15'],
    ['hand', undefined, '2026-06-17', '2026-06-17'],
  ] as const)('by %s is the one that the law names', async (way, sentOn, servedOn, endedOn) => {
    const { ref } = await signed()
    expect(must(await send(ref, way, sentOn, servedOn))).toMatchObject({ state: 'replied', endedOn, isInTime: true, leaf: 'G1' })
    expect(await replyOf(given, ref)).toMatchObject({ stage: 'sent', service: { way, sentOn, servedOn } })
  })

  test('after the due day is late, and the case says so', async () => {
    const { ref } = await signed('2026-05-18')
    expect(must(await send(ref, 'portal', '2026-06-16'))).toMatchObject({ dueOn: '2026-06-15', isInTime: false, state: 'replied' })
  })

  test('needs the proof of its way', async () => {
    const { ref } = await signed()
    expect(await send(ref, 'pigeon' as ServingWay, '2026-06-16')).toEqual(refused('way-missing'))
    expect(await send(ref, 'post', undefined, undefined, '')).toEqual(refused('sent-missing', 'tracking-missing'))
    expect(await send(ref, 'hand', '2026-06-16')).toEqual(refused('served-missing'))
    expect(await send(ref, 'post', '2026-06-16', '2026-06-15')).toEqual(refused('served-before-sent'))
    expect(await send(ref, 'portal', '2026-05-19')).toEqual(refused('reply-before-receipt'))
    expect(await send(ref, 'portal', '2026-06-18')).toEqual(refused('after-today'))
    expect(await send(ref, 'post', '2026-06-16', '2026-06-18')).toEqual(refused('after-today'))
  })
})

describeWithDatabase('a reply', () => {
  test('goes out once, signed, complete, and as it was signed', async () => {
    const { ref } = await given.enter(given.safety, '2026-05-20')
    expect(await send(ref, 'portal', '2026-06-16')).toEqual(refused('not-signed', 'not-complete'))
    await decide(given, ref)
    await handOn(given, ref, 'clear')
    expect(await send(ref, 'portal', '2026-06-16')).toEqual(refused('not-signed'))
    const done = await signed()
    must(await send(done.ref, 'portal', '2026-06-16'))
    expect(await send(done.ref, 'portal', '2026-06-17')).toEqual(refused('not-signed'))
  })

  test('counts as one outcome: partly disclosed where some items are handed over and some are not', async () => {
    const { ref, id } = await given.enter(given.safety, '2026-05-20', { items: ['防汛预案', '值班人员住址'] })
    const [first, second] = await listItems(given.site.database.read, id)
    const put = (itemId: number | undefined, text: ReturnType<typeof decisionOf>) =>
      decideItem(given.site, given.cast.writer, anew(ref), { itemId: itemId ?? 0, ...text })
    must(await put(first?.id, pointed))
    expect(await send(ref, 'portal', '2026-06-16')).toEqual(refused('not-signed', 'not-complete'))
    must(await put(second?.id, decisionOf({ leaf: 'D5', ground: '第十六条第一款', facts: '内部事务', discretion: '不公开更妥' })))
    await handOn(given, ref)
    expect(must(await send(ref, 'portal', '2026-06-16'))).toMatchObject({ leaf: 'G2' })
  })

  test('that refuses says its ground and names the remedies, or is not even proposed', async () => {
    const { ref } = await given.enter(given.safety, '2026-05-20')
    await decide(given, ref, decisionOf({ leaf: 'D1', facts: '已定密' }))
    expect(await composed(ref)).toBeUndefined()
    await decide(given, ref, decisionOf({ leaf: 'D1', ground: '第十四条', facts: '已定密' }))
    const text = await composed(ref)
    expect(text?.body).toContain('第十四条')
    expect(text?.body).toMatch(/行政复议/)
    expect(text?.body).toMatch(/行政诉讼/)
    expect(text?.bodyEn).toMatch(/reconsideration/)
    expect(`${text?.title}${text?.body}${text?.bodyEn}`).not.toMatch(/王小明|E12345678/)
  })
})
