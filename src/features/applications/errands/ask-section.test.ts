import { beforeAll, expect, test } from 'vitest'
import { anew, answer } from '../../../../test/support/cases.ts'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { must } from '../../../../test/support/given.ts'
import { givenUnit } from '../../../../test/support/site.ts'
import { asDay } from '../../../kernel/day.ts'
import { NotFound } from '../../../kernel/faults.ts'
import { refused } from '../../../kernel/outcome.ts'
import type { Unit } from '../../organisations/index.ts'
import { givenCases, type GivenCases } from '../given-cases.ts'
import { answerErrand, askSection } from './ask-section.ts'
import { listErrands, listOpenErrands } from './queries.ts'

let given: GivenCases
let mines: Unit
let archive: Unit

beforeAll(async () => {
  if (!hasServer) return
  given = await givenCases('2026-06-15')
  mines = await givenUnit(given.site, { code: 'mines', kind: 'section' }, given.safety)
  archive = await givenUnit(given.site, { code: 'archive', kind: 'section' }, given.safety)
})

const ask = (ref: string, unitId: number, dueOn: string, asked = '请提供台账') =>
  askSection(given.site, given.cast.writer, anew(ref), { unitId, asked, dueOn: asDay(dueOn) })
const reply = (id: number, words: string) => answerErrand(given.site, given.cast.head, id, { words })

describeWithDatabase('an errand', () => {
  test('sets several sections to work at once, each by a day before the legal one, and the clock takes no notice', async () => {
    const { ref, id } = await given.enter(given.safety, '2026-06-01')
    expect(must(await ask(ref, mines.id, '2026-06-18'))).toMatchObject({ dueOn: '2026-06-30', innerDueOn: '2026-06-18' })
    expect(must(await ask(ref, archive.id, '2026-06-22'))).toMatchObject({ dueOn: '2026-06-30', innerDueOn: '2026-06-22' })
    expect(must(await ask(ref, archive.id, '2026-06-16'))).toMatchObject({ innerDueOn: '2026-06-22' })
    const open = await listOpenErrands(given.site.database.read, [mines.id, archive.id])
    expect(open.map(({ dueOn }) => dueOn)).toEqual(['2026-06-16', '2026-06-18', '2026-06-22'])
    expect((await listErrands(given.site.database.read, id)).length).toBe(3)
  })

  test('stays within the unit, says what is wanted, and lies neither in the past nor at the legal day', async () => {
    const { ref } = await given.enter(given.safety, '2026-06-01')
    expect(await ask(ref, given.water.id, '2026-06-12', '')).toEqual(refused('unit-missing', 'words-missing', 'due-past'))
    expect(await ask(ref, mines.id, '2026-06-30')).toEqual(refused('due-after-legal'))
    await answer(given, ref, '2026-06-15')
    expect(await ask(ref, mines.id, '2026-06-18')).toEqual(refused('ended'))
  })

  test('is answered once, with words', async () => {
    const { ref, id } = await given.enter(given.safety, '2026-06-01')
    must(await ask(ref, mines.id, '2026-06-18'))
    const [errand] = await listErrands(given.site.database.read, id)
    expect(await reply(errand?.id ?? 0, '')).toEqual(refused('words-missing'))
    must(await reply(errand?.id ?? 0, '台账见附件'))
    expect(await reply(errand?.id ?? 0, '更正')).toEqual(refused('answered-before'))
    expect(await listErrands(given.site.database.read, id)).toMatchObject([{ answer: '台账见附件', answeredBy: given.cast.head.personId }])
    await expect(reply(999_999, '没有')).rejects.toThrow(NotFound)
  })
})
