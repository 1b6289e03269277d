import { sql } from 'kysely'
import { must } from '../../../test/support/given.ts'
import { asDay } from '../../kernel/day.ts'
import { using } from '../../platform/database/index.ts'
import { changeProfile } from '../organisations/change-profile.ts'
import { findUnit, renameUnit, type Profile, type Unit } from '../organisations/index.ts'
import { changeDocument, type StoredDocument } from '../publishing/index.ts'
import type { DetectorName } from './detectors/shortfall.ts'
import { dueDays, givenEvent, type GivenCity } from './given-city.ts'

/** What was done wrong on purpose, to be mended by name. */
export interface Defects {
  documents: Record<'original' | 'late' | 'unasked' | 'copy' | 'undated' | 'linking', StoredDocument>
  /** Detector and subject of each fault. */
  expected: [DetectorName, string][]
}

/** Regulations of some length, so that texts can be compared. */
export const longText = Array.from(
  { length: 12 },
  (_, n) => `第${n + 1}条 全市第${n * 7 + 3}类场所应当在每年${n + 1}月底以前完成第${n * 3 + 2}项隐患自查，并如实登记台账。`,
).join('\n\n')

/** Plays more than a year of the city until 2026-06-05, everything in time and in order, or with twenty things done wrong. */
export async function playYear(city: GivenCity, isBroken: boolean): Promise<Defects> {
  const { mc, department, publish } = city
  for (const duty of ['news', 'policies', ...(isBroken ? [] : ['interpretation'])]) await publish('2025-03-10', mc, duty)
  await publish('2025-03-10', department(5), 'rules')
  await publish('2025-10-09', department(2), 'policies')
  await publish('2025-10-09', department(3), 'notices')
  if (!isBroken) for (const [n, duty] of [[5, 'rules'], [4, 'fees'], [5, 'projects'], [6, 'funds']] as const) await publish('2025-10-10', department(n), duty) // prettier-ignore
  await playReports(city, isBroken)
  const documents = await playSpring(city, isBroken)
  city.site.day = '2026-06-05'
  return { documents, expected: isBroken ? await expectedOf(city, documents) : [] }
}

/** The monthly reports; in the broken city one unit is silent for a summer and then sends three at once. */
async function playReports(city: GivenCity, isBroken: boolean): Promise<void> {
  const { site, department, publish, taskDue } = city
  for (const dueOn of dueDays('2025-05', '2026-05')) {
    site.day = dueOn
    const isSilent = isBroken && ['2025-06', '2025-07', '2025-08'].includes(dueOn.slice(0, 7))
    await publish(isSilent ? '2025-09-03' : dueOn, department(7), 'long-reports', {
      task: await taskDue('long-reports', department(7), dueOn),
    })
  }
  await publishReports(city, dueDays('2026-01', '2026-05'))
  if (isBroken) return
  for (const duty of ['plans', 'budgets'])
    await publish('2026-03-20', department(8), duty, { task: await taskDue(duty, department(8), '2026-03-31') })
}

/** Everybody but the seventh department reports on the day. */
export async function publishReports(city: GivenCity, days: readonly string[]): Promise<void> {
  for (const dueOn of days) {
    city.site.day = dueOn
    for (const n of [1, 2, 3, 4, 5, 6, 8])
      await city.publish(dueOn, city.department(n), 'reports', { task: await city.taskDue('reports', city.department(n), dueOn) })
  }
}

async function playSpring(city: GivenCity, isBroken: boolean): Promise<Defects['documents']> {
  const { site, cast, mc, department, publish } = city
  site.day = '2026-04-10'
  const event = await givenEvent(city, 'notices', department(3), '2026-04-10')
  const target = await publish('2026-04-22', department(2), 'policies')
  const linking = await publish('2026-05-06', department(3), 'notices', { body: `依据见[原文](/zh/documents/${target.indexNumber})。` })
  const original = await publish('2026-05-11', mc, 'policies', { body: longText })
  if (!isBroken) await publish('2026-04-21', mc, 'interpretation')
  const late = await publish(isBroken ? '2026-05-18' : '2026-04-20', department(3), 'notices', {
    task: event,
    formedOn: asDay('2026-04-10'),
  })
  const undated = await publish('2026-05-13', department(3), 'notices')
  await publish('2026-05-15', mc, 'news')
  const copy = await publish('2026-05-20', department(2), 'policies', isBroken ? { body: `现转发如下：\n\n${longText}` } : {})
  const unasked = await publish('2026-05-19', department(1), isBroken ? '' : 'reports-of-nobody', {})
  if (!isBroken) return playTidily(city, { original, late, unasked, copy, undated, linking })
  site.day = '2026-05-16'
  must(await changeDocument(site, cast.signer, target.id, { change: 'remove', reason: '内容已并入新文件' }))
  await rename(city, department(4))
  await blank(city, department(5), { responsibleZh: '', responsibleEn: '' })
  await blank(city, department(6), { fax: '' })
  await sql`update publishing.version set formed_on = null where document_id = ${undated.id}`.execute(using(site.database.read))
  return { original, late, unasked, copy, undated, linking }
}

/** The same things, done as they should be. */
async function playTidily(city: GivenCity, documents: Defects['documents']): Promise<Defects['documents']> {
  const { site, cast, mc, department, publish } = city
  await rename(city, department(4))
  await blank(city, department(4), {})
  must(await changeDocument(site, cast.signer, documents.unasked.id, { change: 'withdraw', reason: '不属本单位公开' }))
  await publish('2026-06-01', mc, 'news')
  return documents
}

async function rename(city: GivenCity, unit: Unit): Promise<void> {
  city.site.day = '2026-05-16'
  const name = { nameZh: `${unit.nameZh}（新）`, nameEn: `${unit.nameEn} (new)`, shortZh: 'd4', shortEn: 'd4', reason: '机构改革' }
  must(await renameUnit(city.site, 'system', unit.id, { ...name, on: asDay('2026-05-14') }))
}

/** Saves a unit's profile with some fields changed, as its officer does. */
export async function blank(city: GivenCity, { id }: Unit, fields: Partial<Profile>): Promise<void> {
  const unit = await findUnit(city.site.database.read, id)
  if (unit === undefined) throw new Error(`no unit ${id}`)
  must(await changeProfile(city.site, 'system', id, unit.version, { ...unit, ...fields }))
}

async function expectedOf(city: GivenCity, documents: Defects['documents']): Promise<[DetectorName, string][]> {
  const { department, duties, taskDue } = city
  const line = (duty: string, n: number): string => `line:${duties[duty]?.id}:${department(n).id}`
  const overdue = async (duty: string): Promise<string> => `task:${(await taskDue(duty, department(8), '2026-03-31')).id}`
  return [
    ['overdue', await overdue('plans')],
    ['overdue', await overdue('budgets')],
    ['late', `task:${documents.late.taskId}`],
    ['empty-column', line('fees', 4)],
    ['empty-column', line('projects', 5)],
    ['empty-column', line('funds', 6)],
    ['stale-column', line('rules', 5)],
    ['unasked', `document:${documents.unasked.id}`],
    ['forwarded', `document:${documents.copy.id}`],
    ['intermittent', `unit:${department(7).id}`],
    ['uneven', `unit:${department(8).id}`],
    ['profile-incomplete', `unit:${department(5).id}`],
    ['guide-incomplete', `unit:${department(6).id}`],
    ['profile-outdated', `unit:${department(4).id}`],
    ['home-stale', 'site'],
    ['site-column-stale', 'column:news'],
    ['required-column', 'column:interpretation'],
    ['columns-veto', 'site'],
    ['dates-wrong', `document:${documents.undated.id}`],
    ['dead-link', `document:${documents.linking.id}`],
  ]
}
