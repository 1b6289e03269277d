import { beforeAll, expect, test } from 'vitest'
import { anew } from '../../../../test/support/cases.ts'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { must } from '../../../../test/support/given.ts'
import { asDay, type Day } from '../../../kernel/day.ts'
import { done, refused } from '../../../kernel/outcome.ts'
import { verifyJournal } from '../../../platform/journal/index.ts'
import { givenCases, type GivenCases } from '../given-cases.ts'
import { loaders } from '../index.ts'
import { storedForm, type NewEvent } from './application.ts'
import { changeCase, type CaseAt } from './change-case.ts'
import { listEvents } from './queries-events.ts'
import { readCase } from './read-case.ts'

let given: GivenCases

beforeAll(async () => {
  if (hasServer) given = await givenCases('2026-06-15')
})

const note = (words: string): NewEvent => ({ kind: 'noted', on: given.site.today(), fields: {}, words })
const add = (at: CaseAt, ...events: NewEvent[]) =>
  changeCase<never>(given.site, given.cast.writer, at, async () => done({ act: 'applications.note', events }))
const wordsIn = async (ref: string) => {
  const { application } = await readCase(given.site, given.site.database.read, ref)
  return (await listEvents(given.site.database.read, application.id)).map(({ words }) => words).filter((words) => words !== '')
}

describeWithDatabase('an act on a case', () => {
  test('sent twice with the same form happens once', async () => {
    const { ref } = await given.enter(given.safety, '2026-06-10')
    const at = anew(ref)
    const first = must(await add(at, note('一'), note('二')))
    expect(must(await add(at, note('三')))).toEqual(first)
    expect(await wordsIn(ref)).toEqual(['一', '二'])
  })

  test('happens once also when the same form comes twice at the same moment, and leaves nobody’s work behind', async () => {
    const { ref } = await given.enter(given.safety, '2026-06-10')
    const same = anew(ref)
    await Promise.all([add(same, note('甲')), add(same, note('甲')), add(anew(ref), note('乙')), add(anew(ref), note('丙'))])
    expect((await wordsIn(ref)).sort()).toEqual(['丙', '乙', '甲'])
  })

  test('is refused where the case changed since the form was shown', async () => {
    const { ref } = await given.enter(given.safety, '2026-06-10')
    const { version } = must(await add(anew(ref), note('一')))
    must(await add({ ...anew(ref), version }, note('二')))
    expect(await add({ ...anew(ref), version }, note('三'))).toEqual(refused('changed-meanwhile'))
    expect(await wordsIn(ref)).toEqual(['一', '二'])
  })

  test('never happens tomorrow', async () => {
    const { ref } = await given.enter(given.safety, '2026-06-10')
    const ahead: NewEvent = { ...note('明天'), on: asDay('2026-06-16') }
    expect(await add(anew(ref), note('今天'), ahead)).toEqual(refused('after-today'))
    expect(await wordsIn(ref)).toEqual([])
  })

  test('is refused whole where its events contradict what happened before', async () => {
    const { ref } = await given.enter(given.safety, '2026-06-10')
    const replied = (on: Day) => storedForm({ kind: 'replied', on })
    expect(await add(anew(ref), note('一'), replied(asDay('2026-06-09')))).toEqual(refused('reply-before-receipt'))
    expect(await wordsIn(ref)).toEqual([])
    expect((await readCase(given.site, given.site.database.read, ref)).application).toMatchObject({ state: 'running', version: 1 })
  })

  test('keeps with the case what its clock says, and the record knows every case as it is', async () => {
    const { ref } = await given.enter(given.safety, '2026-06-10')
    const saved = must(await add(anew(ref), storedForm({ kind: 'replied', on: asDay('2026-06-12') })))
    expect(saved).toMatchObject({ state: 'replied', receivedOn: '2026-06-10', endedOn: '2026-06-12', isInTime: true })
    // Days go to and fro in this test, which the record would rightly call wrong: only the rows are looked at.
    const { findings } = await verifyJournal(given.site.database.read, loaders)
    expect(findings.filter(({ kind }) => kind.startsWith('row'))).toEqual([])
  })
})
