import { beforeAll, expect, test } from 'vitest'
import { anew, answer, decide, decisionOf, handOn, pointed, replyOf } from '../../../../test/support/cases.ts'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { must } from '../../../../test/support/given.ts'
import { refused } from '../../../kernel/outcome.ts'
import type { Officer } from '../../publishing/index.ts'
import { listEvents } from '../cases/queries-events.ts'
import { listItems } from '../cases/queries-items.ts'
import { givenCases, type GivenCases } from '../given-cases.ts'
import { decideItem } from './decide-item.ts'
import { moveLetter } from './move-letter.ts'
import { listLetterSteps } from './queries.ts'
import { writeReply } from './write-reply.ts'

let given: GivenCases

beforeAll(async () => {
  if (hasServer) given = await givenCases('2026-06-15')
})

const text = { number: '', title: '答复书', body: '同意公开。', bodyEn: '' }
const write = (ref: string, more: Partial<typeof text> = {}) => writeReply(given.site, given.cast.writer, anew(ref), { ...text, ...more })
const move = async (ref: string, officer: Officer, name: string, remark = '') =>
  moveLetter(given.site, officer, anew(ref), { letterId: (await replyOf(given, ref)).id, move: name, remark })
const decided = async () => {
  const one = await given.enter(given.safety, '2026-06-01')
  await decide(given, one.ref)
  return one
}

describeWithDatabase('a decision', () => {
  test('is kept whole, however incomplete, and what is no outcome of the day is refused', async () => {
    const { ref, id } = await given.enter(given.safety, '2026-06-01')
    const [item] = await listItems(given.site.database.read, id)
    const put = (itemId: number, more: Parameters<typeof decisionOf>[0]) =>
      decideItem(given.site, given.cast.writer, anew(ref), { itemId, ...decisionOf(more) })
    const whole = {
      leaf: 'G2',
      ground: '第三十七条',
      facts: '部分涉密',
      harm: '有害',
      discretion: '权衡',
      search: '档案室',
      pointer: '网站',
    }
    must(await put(item?.id ?? 0, { ...whole, withheld: ['D3', 'D5'] }))
    expect(await listItems(given.site.database.read, id)).toMatchObject([{ ...whole, withheld: ['D3', 'D5'] }])
    expect(await put(0, { leaf: 'W1', withheld: ['N1'] })).toEqual(refused('item-missing', 'leaf-missing', 'withheld-unknown'))
    await answer(given, ref, '2026-06-15')
    expect(await put(item?.id ?? 0, { leaf: 'G1' })).toEqual(refused('not-running'))
  })
})

describeWithDatabase('a reply', () => {
  test('has a title and a body, and is written no more once the case has ended', async () => {
    const { ref } = await decided()
    expect(await write(ref, { title: '', body: '' })).toEqual(refused('title-missing', 'body-missing'))
    expect(await write(ref, { bodyEn: 'x'.repeat(40_001) })).toEqual(refused('body-too-long'))
    await answer(given, ref, '2026-06-15')
    expect(await write(ref)).toEqual(refused('not-running', 'already-sent'))
  })

  test('sent twice with the same form is written once, and handed on once', async () => {
    const { ref, id } = await decided()
    const { cast, site } = given
    const form = anew(ref)
    const first = must(await writeReply(site, cast.writer, form, text))
    expect(must(await writeReply(site, cast.writer, { ...form, version: 1 }, text))).toEqual(first)
    const submit = anew(ref)
    const request = { letterId: (await replyOf(given, ref)).id, move: 'submit', remark: '' }
    const moved = must(await moveLetter(site, cast.writer, submit, request))
    expect(must(await moveLetter(site, cast.writer, submit, request))).toEqual(moved)
    expect((await listEvents(site.database.read, id)).filter(({ kind }) => kind === 'letter-moved').length).toBe(1)
  })

  test('goes through four hands, each of another person with the right post', async () => {
    const { ref } = await decided()
    const { cast, safety } = given
    must(await write(ref))
    must(await move(ref, cast.writer, 'submit'))
    const head: Officer = { personId: cast.writer.personId, posts: [{ role: 'reviewer', unitPath: safety.path }] }
    expect(await move(ref, head, 'approve')).toEqual(refused('own-text'))
    expect(await move(ref, cast.secrecy, 'approve')).toEqual(refused('no-right'))
    must(await move(ref, cast.head, 'approve'))
    const both: Officer = { personId: cast.head.personId, posts: [{ role: 'secrecy-reviewer', unitPath: safety.path }] }
    expect(await move(ref, both, 'clear')).toEqual(refused('second-hand'))
    must(await move(ref, cast.secrecy, 'clear'))
    expect(await move(ref, cast.signer, 'approve')).toEqual(refused('wrong-stage'))
    must(await move(ref, cast.signer, 'sign'))
    const letter = await replyOf(given, ref)
    expect(letter).toMatchObject({ stage: 'signed', signedAt: new Date('2026-06-15T02:00:00Z') })
    const steps = await listLetterSteps(given.site.database.read, letter.id)
    expect(steps.map((step) => [step.move, step.post])).toEqual([
      ...[
        ['submit', 'information-officer'],
        ['approve', 'reviewer'],
      ],
      ...[
        ['clear', 'secrecy-reviewer'],
        ['sign', 'signer'],
      ],
    ])
  })

  test('is not handed on while a decision is incomplete, or of a case that is not there', async () => {
    const { ref } = await given.enter(given.safety, '2026-06-01')
    must(await write(ref))
    expect(await move(ref, given.cast.writer, 'submit')).toEqual(refused('not-complete'))
    await decide(given, ref, decisionOf({ leaf: 'D5', facts: '内部事务' }))
    expect(await move(ref, given.cast.writer, 'submit')).toEqual(refused('not-complete'))
    const other = await decided()
    must(await write(other.ref))
    const letterId = (await replyOf(given, other.ref)).id
    expect(await moveLetter(given.site, given.cast.writer, anew(ref), { letterId, move: 'submit', remark: '' })).toEqual(
      refused('letter-missing'),
    )
  })

  test('goes back to its writer with a remark, and all hands are put to it anew', async () => {
    const { ref } = await decided()
    await handOn(given, ref, 'clear')
    expect(await move(ref, given.cast.signer, 'send-back')).toEqual(refused('remark-missing'))
    must(await move(ref, given.cast.signer, 'send-back', '请补充依据'))
    expect((await replyOf(given, ref)).stage).toBe('draft')
    expect(await handOn(given, ref)).toMatchObject({ stage: 'signed' })
  })

  test('loses every hand when its text or a decision is changed after them', async () => {
    const { ref } = await decided()
    const stage = async () => (await replyOf(given, ref)).stage
    await handOn(given, ref)
    must(await write(ref, { body: '不同意公开。' }))
    expect(await stage()).toBe('draft')
    expect(await handOn(given, ref)).toMatchObject({ stage: 'signed' })
    await decide(given, ref, { ...pointed, pointer: 'https://www.example.gov.cn/other' })
    expect(await replyOf(given, ref)).toMatchObject({ stage: 'draft', signedAt: undefined })
    const steps = await listLetterSteps(given.site.database.read, (await replyOf(given, ref)).id)
    expect(steps.at(-1)).toMatchObject({ move: 'void', personId: given.cast.writer.personId })
  })
})
