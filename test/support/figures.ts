import type { CaseEvent } from '../../src/kernel/case/event.ts'
import { fileChallenge, decideChallenge } from '../../src/features/applications/challenges/file-challenge.ts'
import { listChallenges } from '../../src/features/applications/challenges/queries.ts'
import { givenCases, type GivenCases } from '../../src/features/applications/given-cases.ts'
import { addCategory, fulfilTask, layDownDuty, registerMatter, type StoredDuty } from '../../src/features/catalogue/index.ts'
import type { Duty } from '../../src/features/catalogue/duty.ts'
import { changeProfile, closeUnit, findUnit, type Unit } from '../../src/features/organisations/index.ts'
import {
  changeDocument,
  createDocument,
  moveDocument,
  saveDraft,
  startCorrection,
  type Content,
  type StoredDocument,
} from '../../src/features/publishing/index.ts'
import { asDay } from '../../src/kernel/day.ts'
import { anew } from './cases.ts'
import { dutyOf } from './duty.ts'
import { givenContent, givenPublished, must, release, type Cast } from './given.ts'
import { givenUnit } from './site.ts'

/** A little city on 15 June 2026 with something behind every figure that records show. */
export interface GivenFigures extends GivenCases {
  mines: Unit
  village: Unit
  /** Merged into `safety` on 31 March 2026, after it had worked. */
  old: Unit
  /** Titles that the public must never read: a draft, a text for staff, a line for staff. */
  canaries: string[]
  released: StoredDocument
}

const canaries = ['金丝雀草稿', '金丝雀内部通报', '金丝雀内部事项']

export async function givenFigures(): Promise<GivenFigures> {
  const cases = await givenCases('2026-06-15')
  const { site, city, safety, onDay } = cases
  const mines = await givenUnit(site, { code: 'mines', kind: 'section' }, safety)
  const village = await givenUnit(site, { code: 'liuxi', kind: 'village', level: 'village' }, safety)
  const old = await givenUnit(site, { code: 'old' }, city)
  const cast = throughout(cases.cast, city)
  const given = { ...cases, cast, mines, village, old, canaries }
  await givenProfile(given, village)
  await givenProfile(given, mines)
  await fillCases(given)
  const released = await fillDocuments(given)
  await fillTasks(given)
  must(
    await onDay('2026-04-02', () => closeUnit(site, 'system', old.id, { on: asDay('2026-03-31'), reason: '机构改革', intoId: safety.id })),
  )
  return { ...given, old: (await findUnit(site.database.read, old.id)) ?? old, released }
}

/** The same people with their posts in the whole city. */
function throughout(cast: Cast, { path }: Unit): Cast {
  const widen = (name: keyof Cast) => ({ ...cast[name], posts: cast[name].posts.map(({ role }) => ({ role, unitPath: path })) })
  return { writer: widen('writer'), head: widen('head'), secrecy: widen('secrecy'), signer: widen('signer'), office: widen('office') }
}

type Town = Omit<GivenFigures, 'released'>

async function givenProfile({ site, onDay }: Town, unit: Unit): Promise<void> {
  const profile = {
    ...{
      functionsZh: '服务村民',
      functionsEn: 'Serves villagers',
      addressZh: '一号路',
      addressEn: 'Road 1',
      hoursZh: '全天',
      hoursEn: 'All day',
    },
    ...{ telephone: '0999-1234567', fax: '0999-1234567', email: 'a@example.org', web: 'https://example.org' },
    ...{ responsibleZh: '张某', responsibleEn: 'Zhang', contactZh: '李某', contactEn: 'Li' },
  }
  must(await onDay('2026-02-10', () => changeProfile(site, 'system', unit.id, unit.version, profile)))
}

/** One carried over, one late, one extended, two open, one of a unit that ended, and one that no figure counts. */
async function fillCases({ site, cast, safety, water, old, enter, change, onDay }: Town): Promise<void> {
  await cases(old)
  const replied = async (unit: Unit, from: string, on: string, leaf: string, before: CaseEvent[] = []) => {
    const one = await enter(unit, from)
    await change(one.ref, on, [...before, { kind: 'replied', on: asDay(on) }], { leaf })
    return one
  }
  const over = await replied(safety, '2025-12-22', '2026-01-12', 'G1')
  const late = await replied(safety, '2026-02-02', '2026-06-01', 'D4')
  const decidedOn = asDay('2026-03-20')
  await replied(water, '2026-03-02', '2026-04-10', 'U1', [{ kind: 'extended', decidedOn, toldOn: decidedOn }])
  await enter(water, '2026-06-08')
  await enter(safety, '2025-12-30')
  await enter(water, '2026-04-07', { kind: 'correction' })
  const file = (ref: string, kind: string, filedOn: string) =>
    onDay(filedOn, () => fileChallenge(site, cast.writer, anew(ref), { kind, body: '市政府', number: '', filedOn: asDay(filedOn) }))
  const end = async (id: number, ref: string, on: string) => {
    const challengeId = (await listChallenges(site.database.read, id)).find((one) => one.decidedOn === undefined)?.id ?? 0
    const result = { challengeId, result: 'kept', consequence: '', decidedOn: asDay(on) }
    must(await onDay(on, () => decideChallenge(site, cast.writer, anew(ref), result)))
  }
  must(await file(over.ref, 'reconsideration', '2026-01-20'))
  await end(over.id, over.ref, '2026-03-10')
  must(await file(over.ref, 'suit-after-reconsideration', '2026-03-20'))
  await end(over.id, over.ref, '2026-05-20')
  must(await file(late.ref, 'suit', '2026-06-05'))

  /** The unit that ended takes applications too. */
  async function cases(unit: Unit) {
    const one = await enter(unit, '2026-02-24')
    await change(one.ref, '2026-03-03', [{ kind: 'replied', on: asDay('2026-03-03') }], { leaf: 'G1' })
    await enter(unit, '2026-03-16')
  }
}

/** A document in every stage: two released, one of them corrected later; on its way, for staff, withheld, withdrawn and given up. */
async function fillDocuments({ site, cast, safety, water, old, onDay }: Town): Promise<StoredDocument> {
  const content = (title: string, more: Partial<Content> = {}) =>
    givenContent({ title, body: `${title}，现予公布。`, formedOn: asDay('2025-12-01'), ...more })
  const published = (day: string, unit: Unit, title: string, more: Partial<Content> = {}) =>
    onDay(day, () => givenPublished(site, cast, unit, content(title, more)))
  const begun = (day: string, unit: Unit, title: string, more: Partial<Content> = {}) =>
    onDay(day, async () => must(await createDocument(site, cast.writer, { unitId: unit.id, content: content(title, more) })))
  const early = await published('2025-12-20', water, '防汛物资清单')
  const released = await published('2026-01-10', safety, '消防安全检查结果')
  await published('2026-02-20', old, '旧局工作计划')
  await published('2026-04-01', safety, canaries[1] ?? '', { audience: 'staff' })
  await begun('2026-03-01', safety, canaries[0] ?? '')
  const handed = await begun('2026-05-05', water, '排水管网改造安排')
  must(await onDay('2026-05-06', () => moveDocument(site, cast.writer, handed.id, { move: 'submit', version: 1, remark: '' })))
  const dropped = await begun('2026-05-07', water, '误建的草稿')
  must(await moveDocument(site, cast.writer, dropped.id, { move: 'drop', version: 1, remark: '重复' }))
  const ground = { attribute: 'withheld', ground: 'internal-affairs', groundReason: '内部事务' } as const
  const kept = await begun('2026-05-08', water, '内部值守安排', ground)
  await onDay('2026-05-09', () => release(site, cast, kept))
  const withdrawn = await published('2026-05-10', safety, '误发的名单')
  must(await onDay('2026-05-11', () => changeDocument(site, cast.signer, withdrawn.id, { change: 'withdraw', reason: '内容有误。' })))
  for (const day of ['2026-03-05', '2026-05-20'])
    await onDay(day, async () => {
      const { currentVersion } = must(await startCorrection(site, cast.signer, early.id, '数量有误'))
      const text = content('防汛物资清单', { body: `${day}更正：沙袋一千条。` })
      await release(site, cast, must(await saveDraft(site, cast.writer, early.id, currentVersion, text)))
    })
  return released
}

/** Lines that must, need not and ended, one of them for staff; tasks in time, late, overdue, due today. */
async function fillTasks({ site, safety, water, onDay }: Town): Promise<void> {
  const category = async (code: string, parentCode?: string) =>
    must(await addCategory(site, 'system', { code, parentCode, position: 0, nameZh: `类目${code}`, nameEn: `Category ${code}` }))
  await category('tree')
  await category('first', 'tree')
  const second = await category('second', 'first')
  const line = async (code: string, units: readonly Unit[], duty: Partial<Duty> = {}): Promise<StoredDuty> =>
    must(
      await layDownDuty(site, 'system', {
        duty: { ...dutyOf(code), ...duty, rule: { kind: 'within', days: 10, count: 'calendar', anchor: 'formation' } },
        categoryId: second.id,
        unitIds: units.map(({ id }) => id),
      }),
    )
  const must20 = await line('plans', [safety, water])
  await line('extras', [water], { isRequired: false })
  const inner = await line('inner', [safety], { audience: 'staff', titleZh: canaries[2] ?? '', titleEn: canaries[2] ?? '' })
  const task = async (duty: StoredDuty, unit: Unit, formed: string, fulfilled?: string) => {
    const matter = { dutyId: duty.id, unitId: unit.id, matter: `事项${formed}`, formedOn: asDay(formed) }
    const { id } = must(await onDay(formed, () => registerMatter(site, 'system', matter)))
    if (fulfilled === undefined) return
    await onDay(fulfilled, () => site.database.transaction((db) => fulfilTask(site, db, 'system', id, `D${id}`, asDay(fulfilled))))
  }
  await task(must20, safety, '2026-01-10', '2026-01-15')
  await task(must20, safety, '2026-02-10', '2026-03-15')
  await task(must20, water, '2026-03-10')
  await task(must20, water, '2026-06-05')
  await task(inner, safety, '2026-04-10')
}
