import { beforeAll, expect, test } from 'vitest'
import { anew, answer } from '../../../../test/support/cases.ts'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { must } from '../../../../test/support/given.ts'
import { asDay } from '../../../kernel/day.ts'
import { refused } from '../../../kernel/outcome.ts'
import { givenCases, type GivenCases } from '../given-cases.ts'
import { decideChallenge, fileChallenge, type Filing } from './file-challenge.ts'
import { listChallenges } from './queries.ts'

let given: GivenCases

beforeAll(async () => {
  if (hasServer) given = await givenCases('2026-06-15')
})

const filing: Filing = { kind: 'reconsideration', body: '明川市人民政府', number: '', filedOn: asDay('2026-06-11') }
const file = (ref: string, more: Partial<Filing> = {}) => fileChallenge(given.site, given.cast.writer, anew(ref), { ...filing, ...more })
const result = (ref: string, challengeId: number, how: string, consequence = '', decidedOn = '2026-06-15') =>
  decideChallenge(given.site, given.cast.writer, anew(ref), { challengeId, result: how, consequence, decidedOn: asDay(decidedOn) })
const challengesOf = (id: number) => listChallenges(given.site.database.read, id)
const replied = async () => {
  const one = await given.enter(given.safety, '2026-06-01')
  await answer(given, one.ref, '2026-06-10')
  return one
}

describeWithDatabase('a challenge', () => {
  test('follows a reply; once accepted, reconsideration has sixty days', async () => {
    const { ref, id } = await replied()
    must(await file(ref, { acceptedOn: asDay('2026-06-12') }))
    expect(await challengesOf(id)).toMatchObject([{ kind: 'reconsideration', result: 'pending', dueOn: '2026-08-11' }])
  })

  test('follows silence too, from the day after the due day on', async () => {
    const silent = await given.enter(given.safety, '2026-05-15')
    const onTime = await given.enter(given.safety, '2026-05-18')
    must(await file(silent.ref, { filedOn: asDay('2026-06-15') }))
    expect(await file(onTime.ref)).toEqual(refused('nothing-to-challenge'))
  })

  test('in court after reconsideration needs one that was decided, and is linked to it', async () => {
    const { ref, id } = await replied()
    const suit = { kind: 'suit-after-reconsideration', body: '明川市中级人民法院', filedOn: asDay('2026-06-15') }
    must(await file(ref))
    expect(await file(ref, suit)).toEqual(refused('not-reconsidered'))
    const [first] = await challengesOf(id)
    must(await result(ref, first?.id ?? 0, 'kept', '', '2026-06-12'))
    must(await file(ref, suit))
    expect((await challengesOf(id)).at(-1)).toMatchObject({ kind: 'suit-after-reconsideration', follows: first?.id })
  })

  test('is refused with everything that is missing, and never filed tomorrow', async () => {
    const { ref } = await replied()
    expect(await file(ref, { kind: 'letter', body: '', filedOn: undefined })).toEqual(
      refused('kind-missing', 'body-missing', 'day-missing'),
    )
    expect(await file(ref, { acceptedOn: asDay('2026-06-10') })).toEqual(refused('accepted-before-filed'))
    expect(await file(ref, { filedOn: asDay('2026-06-16') })).toEqual(refused('after-today'))
  })

  test('ends with a result: a correction says what follows from it', async () => {
    const { ref, id } = await replied()
    must(await file(ref))
    const challenge = (await challengesOf(id))[0]?.id ?? 0
    expect(await result(ref, 0, 'won')).toEqual(refused('challenge-missing', 'result-missing'))
    expect(await result(ref, challenge, 'corrected', '', '2026-06-10')).toEqual(refused('decided-before', 'consequence-missing'))
    must(await result(ref, challenge, 'corrected', '责令重新答复'))
    expect(await challengesOf(id)).toMatchObject([{ result: 'corrected', decidedOn: '2026-06-15', consequence: '责令重新答复' }])
  })
})
