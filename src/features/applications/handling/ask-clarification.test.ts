import { beforeAll, expect, test } from 'vitest'
import { anew } from '../../../../test/support/cases.ts'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { must } from '../../../../test/support/given.ts'
import { asDay } from '../../../kernel/day.ts'
import { refused } from '../../../kernel/outcome.ts'
import { listItems } from '../cases/queries-items.ts'
import { givenCases, type GivenCases } from '../given-cases.ts'
import { askClarification } from './ask-clarification.ts'
import { closeCase } from './close-case.ts'
import { takeSupplement } from './take-supplement.ts'

let given: GivenCases

beforeAll(async () => {
  if (hasServer) given = await givenCases('2026-06-15')
})

const ask = (ref: string, sentOn: string, answerBy: string, words = '请写明哪一年度') =>
  askClarification(given.site, given.cast.writer, anew(ref), { words, sentOn: asDay(sentOn), answerBy: asDay(answerBy) })
const add = (ref: string, arrivedOn: string, words = '2025年度') =>
  takeSupplement(given.site, 'applicant', anew(ref), { words, arrivedOn: asDay(arrivedOn), files: [] })
const close = (ref: string, leaf: string, words = '逾期未补正') => closeCase(given.site, given.cast.head, anew(ref), { leaf, words })

describeWithDatabase('a request for clarification', () => {
  test('stops the count, and the supplement begins it anew', async () => {
    const { ref } = await given.enter(given.safety, '2026-05-20')
    const asked = must(await ask(ref, '2026-05-25', '2026-06-12'))
    expect(asked).toMatchObject({ state: 'awaiting-supplement', dueOn: undefined, waitsUntil: '2026-06-12' })
    expect(must(await add(ref, '2026-06-01'))).toMatchObject({ state: 'running', dueOn: '2026-06-30', waitsUntil: undefined })
  })

  test('comes once: a second is refused, also after the supplement', async () => {
    const { ref } = await given.enter(given.safety, '2026-05-20')
    must(await ask(ref, '2026-05-25', '2026-06-12'))
    expect(await ask(ref, '2026-05-26', '2026-06-12')).toEqual(refused('second-clarification'))
    must(await add(ref, '2026-06-01'))
    expect(await ask(ref, '2026-06-02', '2026-06-12')).toEqual(refused('second-clarification'))
  })

  test('says something, gives the applicant at least a day, and is not sent before the request came', async () => {
    const { ref } = await given.enter(given.safety, '2026-06-10')
    expect(await ask(ref, '2026-06-11', '2026-06-11', '')).toEqual(refused('words-missing', 'answer-by-too-soon'))
    expect(await ask(ref, '2026-06-09', '2026-06-30')).toEqual(refused('before-receipt'))
    expect(await ask(ref, '2026-06-16', '2026-06-30')).toEqual(refused('after-today'))
  })
})

describeWithDatabase('a supplement', () => {
  test('answers a notice: none is taken without one, or from before it', async () => {
    const { ref } = await given.enter(given.safety, '2026-05-20')
    expect(await add(ref, '2026-06-01', '')).toEqual(refused('words-missing', 'not-asked'))
    must(await ask(ref, '2026-05-25', '2026-06-12'))
    expect(await add(ref, '2026-05-22')).toEqual(refused('supplement-before-notice'))
  })
})

describeWithDatabase('a case that nobody supplemented', () => {
  test('is closed only after the applicant’s last day', async () => {
    const { ref } = await given.enter(given.safety, '2026-05-20')
    expect(await close(ref, 'O1')).toEqual(refused('not-lapsed'))
    must(await ask(ref, '2026-05-25', '2026-06-15'))
    expect(await close(ref, 'O1')).toEqual(refused('not-lapsed'))
    await given.onDay('2026-06-16', async () => {
      const closed = must(await close(ref, 'O1'))
      expect(closed).toMatchObject({ state: 'closed', endedOn: '2026-06-16', leaf: 'O1', isInTime: undefined })
      expect(await listItems(given.site.database.read, closed.id)).toMatchObject([{ leaf: 'O1', ground: '逾期未补正' }])
      expect(await close(ref, 'O3')).toEqual(refused('ended'))
    })
  })

  test('is closed with reasons, and only under an outcome that needs no reply', async () => {
    const { ref } = await given.enter(given.safety, '2026-05-20')
    expect(await close(ref, 'D1', '')).toEqual(refused('leaf-missing', 'words-missing'))
    expect(await close(ref, 'O2')).toEqual(refused('not-lapsed'))
    expect(must(await close(ref, 'O3', '申请人撤回申请'))).toMatchObject({ state: 'closed', endedOn: '2026-06-15' })
  })
})
