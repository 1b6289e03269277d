import { beforeAll, expect, test } from 'vitest'
import { anew, decide, registrationOf } from '../../../../test/support/cases.ts'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { must } from '../../../../test/support/given.ts'
import { givenUnit } from '../../../../test/support/site.ts'
import { refused } from '../../../kernel/outcome.ts'
import { verifyJournal } from '../../../platform/journal/index.ts'
import { changeProfile } from '../../organisations/index.ts'
import { listApplicationIds, findById, findSealed } from '../cases/queries.ts'
import { listEvents } from '../cases/queries-events.ts'
import { listItems } from '../cases/queries-items.ts'
import { openApplicant } from '../cases/seal-applicant.ts'
import { decideItem } from '../replying/decide-item.ts'
import { applicantOf, givenCases, type GivenCases } from '../given-cases.ts'
import { loaders } from '../index.ts'
import { registerApplication } from '../intake/register-application.ts'
import { findOwnCase } from '../public/find-own-case.ts'
import { handOver } from './hand-over.ts'

let given: GivenCases

beforeAll(async () => {
  if (!hasServer) return
  given = await givenCases('2026-06-15')
  const { water, site } = given
  const profile = { ...water, addressZh: '柳溪路9号', telephone: '0571-12345678' }
  must(await changeProfile(site, 'system', water.id, water.version, profile))
})

const pass = (ref: string, unit = 'water', reason = '水质监测由该局负责') =>
  handOver(given.site, given.cast.writer, anew(ref), { unit, reason })
const wang = applicantOf({ name: '王小明' })
const newest = async () => {
  const ids = await listApplicationIds(given.site.database.read)
  const found = await findById(given.site.database.read, ids.at(-1) ?? 0)
  if (found === undefined) throw new Error('no case')
  return found
}

describeWithDatabase('a request that another unit holds', () => {
  test('is entered there as arriving today for the same applicant, who needs no other code; ours still owes its reply', async () => {
    const { site, cast } = given
    const db = site.database.read
    const wish = { ...registrationOf().wish, wanted: '水质与预案', items: ['防汛预案', '水质监测报告'] }
    const opened = must(await registerApplication(site, cast.writer, registrationOf({ applicant: wang, wish })))
    const [first] = await listItems(db, opened.id)
    const granted = { leaf: 'G1', facts: '已公开', pointer: '网站' }
    const text = { itemId: first?.id ?? 0, ...granted, ground: '', harm: '', discretion: '', search: '', withheld: [] }
    must(await decideItem(site, cast.writer, anew(opened.ref), text))
    const ours = must(await pass(opened.ref))
    const theirs = await newest()
    expect(ours).toMatchObject({ state: 'running', dueOn: '2026-07-14', number: 'safety-2026-0001' })
    expect(theirs).toMatchObject({ unitId: given.water.id, number: 'water-2026-0001', state: 'running', wanted: '水质与预案' })
    expect(theirs).toMatchObject({ channel: 'online', arrivedOn: '2026-06-15', receivedOn: '2026-06-15', dueOn: '2026-07-14' })
    expect((await listItems(db, theirs.id)).map(({ words }) => words)).toEqual(['水质监测报告'])
    const sealed = await findSealed(db, theirs.id)
    expect(sealed && openApplicant(site, theirs.ref, sealed.sealed)).toEqual(wang)
    expect(await listItems(db, ours.id)).toMatchObject([
      granted,
      {
        leaf: 'U1',
        facts: '水质监测由该局负责',
        pointer: 'water局；地址：柳溪路9号；电话：0571-12345678；已由该机关登记，编号：water-2026-0001',
      },
    ])
    const link = async (id: number) => (await listEvents(db, id)).find(({ kind }) => kind === 'handed-over')?.fields
    expect([await link(ours.id), await link(theirs.id)]).toEqual([
      { to: 'water', case: theirs.number },
      { from: 'safety', case: ours.number },
    ])
    expect(await findOwnCase(site, theirs.number, opened.code)).toBe(theirs.ref)
    expect(await findOwnCase(site, theirs.number, 'wrong')).toBeUndefined()
    expect((await verifyJournal(db, loaders)).findings).toEqual([])
  })

  test('is handed over once, with a reason, to another unit that takes applications', async () => {
    const { ref } = await given.enter(given.safety, '2026-06-15')
    const closed = await givenUnit(given.site, { code: 'parks' }, given.city)
    expect(await pass(ref, closed.code, '')).toEqual(refused('unit-missing', 'reason-missing'))
    expect(await pass(ref, 'safety')).toEqual(refused('unit-missing'))
    must(await pass(ref))
    expect(await pass(ref)).toEqual(refused('handed-over-before', 'nothing-to-hand-over'))
  })

  test('stays where everything is decided, or where no clock runs', async () => {
    const decided = await given.enter(given.safety, '2026-06-15')
    await decide(given, decided.ref)
    expect(await pass(decided.ref)).toEqual(refused('nothing-to-hand-over'))
    const letter = await given.enter(given.safety, '2026-06-15', { channel: 'ordinary-post' })
    expect(await pass(letter.ref)).toEqual(refused('not-running'))
  })
})
