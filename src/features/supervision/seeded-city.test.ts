import { beforeAll, expect, it } from 'vitest'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { must, release } from '../../../test/support/given.ts'
import { asDay } from '../../kernel/day.ts'
import { readSnapshot } from '../../platform/database/index.ts'
import { verifyJournal } from '../../platform/journal/index.ts'
import { addCategory } from '../catalogue/add-category.ts'
import {
  changeDocument,
  findDocument,
  readVersion,
  saveDraft,
  startCorrection,
  type Content,
  type StoredDocument,
} from '../publishing/index.ts'
import { keyOf, type DetectorName } from './detectors/shortfall.ts'
import { stateOf } from './findings/finding.ts'
import { findFinding, listFindings, type ListedFinding } from './findings/queries.ts'
import { dueDays, givenCity, type GivenCity } from './given-city.ts'
import { blank, playYear, publishReports, type Defects } from './given-defects.ts'
import { decideReason, giveReason, loaders, measureDuties } from './index.ts'

const names = (faults: readonly { detector: DetectorName; subject: string }[]): string[] => faults.map(keyOf).sort()
const listed = (city: GivenCity, state?: 'open'): Promise<ListedFinding[]> =>
  listFindings(city.site.database.read, { today: city.site.today(), state, limit: 1000 })
const open = (city: GivenCity): Promise<ListedFinding[]> => listed(city, 'open')

describeWithDatabase('a city in which everything is in order', { timeout: 300_000 }, () => {
  it('has no findings', async () => {
    const city = await givenCity()
    await playYear(city, false)
    expect(await measureDuties(city.site, 'system')).toMatchObject({ opened: 0, closed: 0, stillOpen: 0 })
    expect(names(await open(city))).toEqual([])
  })
})

describeWithDatabase('a city with twenty known defects', { timeout: 300_000 }, () => {
  let city: GivenCity
  let defects: Defects
  let first: ListedFinding[]
  const finding = (detector: DetectorName, subject?: string): ListedFinding => {
    const found = first.find((one) => one.detector === detector && (subject === undefined || one.subject === subject))
    if (found === undefined) throw new Error(`${detector} was not found`)
    return found
  }

  beforeAll(async () => {
    city = await givenCity({ without: 'interpretation' })
    defects = await playYear(city, true)
  }, 300_000)

  it('leaves nothing behind where a run dies, and opens each fault once where two run at the same time', async () => {
    let asked = 0
    const dying = { ...city.site, now: () => (++asked === 2 ? dies() : city.site.now()) }
    await expect(measureDuties(dying, 'system')).rejects.toThrow('the process died')
    expect(await listed(city)).toEqual([])
    const runs = await Promise.all([measureDuties(city.site, 'system'), measureDuties(city.site, 'person:1')])
    expect(runs.map((run) => run.opened).sort((a, b) => a - b)).toEqual([0, 20])
  })

  it('has exactly these twenty findings, each with its unit and the day on which it began', async () => {
    first = await open(city)
    expect(names(first)).toEqual(names(defects.expected.map(([detector, subject]) => ({ detector, subject }))))
    const since = Object.fromEntries(first.map((one) => [one.detector, one.sinceOn]))
    expect(since).toMatchObject({
      ...{ overdue: '2026-04-01', 'stale-column': '2026-03-11', forwarded: '2026-05-20', intermittent: '2025-06-01' },
      ...{ 'profile-incomplete': '2026-05-16', 'profile-outdated': '2026-05-15', 'home-stale': '2026-06-04' },
      ...{ 'site-column-stale': '2026-05-30', 'dead-link': '2026-05-16', 'columns-veto': '2026-04-01', unasked: '2026-05-19' },
    })
    expect(finding('forwarded')).toMatchObject({ unitId: city.department(2).id, otherId: defects.documents.original.id })
    expect(finding('required-column').unitId).toBe(city.mc.id)
    expect(finding('guide-incomplete').seen).toEqual({ fields: 'fax' })
  })

  it('shows a column as justified while the office accepts the reason, and as a fault again afterwards', async () => {
    const funds = finding('empty-column', `line:${city.duties['funds']?.id}:${city.department(6).id}`)
    const { site, cast } = city
    const elsewhere = { words: '无', untilOn: '2026-12-31' }
    expect(await giveReason(site, cast.writer.personId, finding('dead-link').id, elsewhere)).toMatchObject({ refusals: ['not-excusable'] })
    expect(await giveReason(site, cast.writer.personId, funds.id, { words: ' ', untilOn: 'x' })).toMatchObject({
      refusals: ['words-missing', 'until-form'],
    })
    must(await giveReason(site, cast.writer.personId, funds.id, { words: '今年没有专项资金', untilOn: '2026-12-31' }))
    const judged = { choice: 'accepted', untilOn: '2026-06-30', remark: '' }
    expect(await decideReason(site, cast.writer.personId, funds.id, judged)).toMatchObject({ refusals: ['own-reason'] })
    must(await decideReason(site, cast.office.personId, funds.id, judged))
    const stateOn = async (day: string) => {
      const found = await findFinding(site.database.read, funds.id, asDay(day))
      return found && stateOf(found, found.isExcused)
    }
    const states = [await stateOn('2026-06-05'), await stateOn('2026-06-30'), await stateOn('2026-07-01')]
    expect(states).toEqual(['justified', 'justified', 'open'])
    expect(await open(city)).toHaveLength(19)
  })

  it('closes each of them once it is mended through the acts that people use', async () => {
    await mendInJune(city, defects)
    await measureDuties(city.site, 'system')
    const still = await listed(city)
    const after = still.filter((one) => one.closedOn === undefined)
    // Overdue and then published is late; the summer of silence passes out of sight with time; one column is justified.
    expect(after.map((one) => one.detector).sort()).toEqual(['empty-column', 'intermittent', 'late', 'late'])
    expect((await open(city)).map((one) => one.detector).sort()).toEqual(['intermittent', 'late', 'late'])
    await mendInJuly(city)
    expect(await measureDuties(city.site, 'system')).toMatchObject({ stillOpen: 0 })
    const all = await listed(city)
    expect(names(all.filter((one) => first.some(({ id }) => id === one.id)))).toEqual(names(first))
    expect(all.filter((one) => one.closedOn === undefined)).toEqual([])
  })

  it('opens a fault that comes back as its next occurrence', async () => {
    await blank(city, city.department(6), { fax: '' })
    await measureDuties(city.site, 'system')
    expect(await open(city)).toMatchObject([{ detector: 'guide-incomplete', occurrence: 2, openedOn: '2026-07-15' }])
  })

  it('leaves one entry per run, which vouches for what it opened and closed', async () => {
    const verified = await readSnapshot(city.site.database, (db) => verifyJournal(db, loaders))
    expect(verified).toMatchObject({ findings: [], rows: 6 })
  })
})

function dies(): never {
  throw new Error('the process died')
}

async function mendInJune(city: GivenCity, { documents }: Defects): Promise<void> {
  const { site, cast, mc, duties, department, publish, taskDue } = city
  const day = '2026-06-08'
  for (const duty of ['plans', 'budgets'])
    await publish(day, department(8), duty, { task: await taskDue(duty, department(8), '2026-03-31') })
  await correct(city, documents.late, { formedOn: asDay('2026-04-27') })
  await correct(city, documents.undated, { formedOn: asDay('2026-05-13') })
  await correct(city, documents.linking, { body: '依据已经废止。' })
  await publish(day, department(4), 'fees')
  await publish(day, department(5), 'projects')
  await publish(day, department(5), 'rules')
  await publish(day, mc, 'news')
  must(await changeDocument(site, cast.signer, documents.unasked.id, { change: 'withdraw', reason: '不属本单位公开' }))
  const replacedBy = documents.original.indexNumber
  must(await changeDocument(site, cast.signer, documents.copy.id, { change: 'replace', reason: '以原件为准', replacedBy }))
  await blank(city, department(4), {})
  await blank(city, department(5), { responsibleZh: '负责人' })
  await blank(city, department(6), { fax: '0999-5550002' })
  must(await addCategory(site, 'system', { code: 'interpretation', position: 9, nameZh: '政策解读', nameEn: 'Interpretation' }))
  expect(duties['interpretation']).toBeUndefined()
}

async function mendInJuly(city: GivenCity): Promise<void> {
  const { site, mc, department, publish, taskDue } = city
  for (const dueOn of dueDays('2026-06', '2026-07')) {
    site.day = dueOn
    await publish(dueOn, department(7), 'long-reports', { task: await taskDue('long-reports', department(7), dueOn) })
    await publishReports(city, [dueOn])
  }
  await publish('2026-07-13', department(6), 'funds')
  await publish('2026-07-13', mc, 'news')
  site.day = '2026-07-15'
}

/** A correction goes through the same hands as a new text. */
async function correct({ site, cast }: GivenCity, { id }: StoredDocument, content: Partial<Content>): Promise<void> {
  const begun = must(await startCorrection(site, cast.signer, id, '更正差错'))
  const version = await readVersion(site.database.read, id, begun.currentVersion)
  if (version === undefined) throw new Error(`document ${id} has no text`)
  const { number: _number, savedBy: _savedBy, savedAt: _savedAt, ...text } = version
  must(await saveDraft(site, cast.writer, id, begun.currentVersion, { ...text, ...content }))
  const saved = await findDocument(site.database.read, id)
  if (saved !== undefined) await release(site, cast, saved)
}
