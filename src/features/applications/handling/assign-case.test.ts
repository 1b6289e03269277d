import { beforeAll, expect, test } from 'vitest'
import { anew, answer } from '../../../../test/support/cases.ts'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { must } from '../../../../test/support/given.ts'
import { givenUnit } from '../../../../test/support/site.ts'
import { asDay } from '../../../kernel/day.ts'
import { refused } from '../../../kernel/outcome.ts'
import { addPerson, grantPost } from '../../accounts/index.ts'
import { listEvents } from '../cases/queries-events.ts'
import { givenCases, type GivenCases } from '../given-cases.ts'
import { addInstruction, addNote } from './add-instruction.ts'
import { askClarification } from './ask-clarification.ts'
import { assignCase, passOn } from './assign-case.ts'
import { extendDeadline } from './extend-deadline.ts'
import { strikeEvent } from './strike-event.ts'

let given: GivenCases
let handlerId = 0

beforeAll(async () => {
  if (!hasServer) return
  given = await givenCases('2026-06-15')
  const { site, safety } = given
  const { person } = must(await addPerson(site, 'system', { login: 'handler', nameZh: '赵一', nameEn: 'Zhao Yi', email: '', isDemo: true }))
  const post = { role: 'information-officer', unit: safety.code, sinceOn: site.today(), untilOn: '', reason: '' }
  must(await grantPost(site, 'system', person.id, post))
  handlerId = person.id
})

const eventsOf = (id: number) => listEvents(given.site.database.read, id)

describeWithDatabase('who has a case', () => {
  test('is somebody who handles applications of the unit, and nobody else', async () => {
    const { site, cast } = given
    const { ref } = await given.enter(given.safety, '2026-06-10')
    expect(must(await assignCase(site, cast.head, anew(ref), { personId: handlerId, words: '' }))).toMatchObject({ handlerId })
    expect(await assignCase(site, cast.head, anew(ref), { personId: cast.signer.personId, words: '' })).toEqual(refused('person-missing'))
    const elsewhere = await given.enter(given.water, '2026-06-10')
    expect(await assignCase(site, cast.head, anew(elsewhere.ref), { personId: handlerId, words: '' })).toEqual(refused('person-missing'))
    await answer(given, ref, '2026-06-15')
    expect(await assignCase(site, cast.head, anew(ref), { personId: handlerId, words: '' })).toEqual(refused('ended'))
  })

  test('changes when it is passed on within the unit, and its clock takes no notice', async () => {
    const { site, cast, safety, water } = given
    const section = await givenUnit(site, { code: 'mines', kind: 'section' }, safety)
    const { ref } = await given.enter(safety, '2026-05-20')
    const pass = (sectionId: number, reason = '属其职责') => passOn(site, cast.writer, anew(ref), { sectionId, reason })
    expect(await pass(water.id, '')).toEqual(refused('unit-missing', 'reason-missing'))
    expect(await pass(safety.id)).toEqual(refused('unit-missing'))
    expect(must(await pass(section.id))).toMatchObject({ handledIn: section.id, unitId: safety.id, dueOn: '2026-06-17' })
  })
})

describeWithDatabase('what a leader says to a case', () => {
  test('is written down and stops nothing', async () => {
    const { site, cast } = given
    const { ref } = await given.enter(given.safety, '2026-05-20')
    expect(await addInstruction(site, cast.signer, anew(ref), '')).toEqual(refused('words-missing'))
    const saved = must(await addInstruction(site, cast.signer, anew(ref), '请依法办理'))
    expect(saved).toMatchObject({ state: 'running', dueOn: '2026-06-17' })
    expect((await eventsOf(saved.id)).at(-1)).toMatchObject({ kind: 'instructed', words: '请依法办理', byId: cast.signer.personId })
  })

  test('comes to an end with the case, while notes may follow', async () => {
    const { site, cast } = given
    const { ref } = await given.enter(given.safety, '2026-06-10')
    await answer(given, ref, '2026-06-15')
    expect(await addInstruction(site, cast.signer, anew(ref), '再看看')).toEqual(refused('ended'))
    must(await addNote(site, cast.writer, anew(ref), '申请人来电致谢'))
  })
})

describeWithDatabase('a slip of the pen', () => {
  test('is struck with a reason: it stays in the file, and the clock runs as if it had not been', async () => {
    const { site, cast } = given
    const { ref, id } = await given.enter(given.safety, '2026-05-20')
    const notice = { words: '请写明', sentOn: asDay('2026-05-25'), answerBy: asDay('2026-06-12') }
    must(await askClarification(site, cast.writer, anew(ref), notice))
    const [received, asked] = await eventsOf(id)
    const strike = (eventId: number, reason = '登记到了别的件上') => strikeEvent(site, cast.head, anew(ref), { eventId, reason })
    expect(await strike(received?.id ?? 0, '')).toEqual(refused('event-missing', 'reason-missing'))
    expect(await strike(0)).toEqual(refused('event-missing'))
    expect(must(await strike(asked?.id ?? 0))).toMatchObject({ state: 'running', dueOn: '2026-06-17' })
    expect((await eventsOf(id)).map(({ kind }) => kind)).toEqual(['received', 'clarification-asked', 'struck'])
    expect(await strike(asked?.id ?? 0)).toEqual(refused('struck-before'))
    must(await askClarification(site, cast.writer, anew(ref), notice))
    const ended = await given.enter(given.safety, '2026-06-10')
    const extension = { reason: '档案较多', decidedOn: asDay('2026-06-11'), toldOn: asDay('2026-06-11') }
    must(await extendDeadline(site, cast.head, anew(ended.ref), extension))
    await answer(given, ended.ref, '2026-06-15')
    const extended = (await eventsOf(ended.id)).find(({ kind }) => kind === 'extended')
    expect(await strikeEvent(site, cast.head, anew(ended.ref), { eventId: extended?.id ?? 0, reason: '误' })).toEqual(refused('ended'))
  })
})
