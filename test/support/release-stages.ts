import { randomUUID } from 'node:crypto'
import { moveRumour, reportRumour } from '../../src/features/clarifications/index.ts'
import { findUnitByCode, type Unit } from '../../src/features/organisations/index.ts'
import {
  askAgreement,
  attachFile,
  createDocument,
  moveDocument,
  type Content,
  type StoredDocument,
} from '../../src/features/publishing/index.ts'
import { readDocument } from '../../src/features/publishing/read-document.ts'
import { addDays, asDay } from '../../src/kernel/day.ts'
import type { Site } from '../../src/platform/site.ts'
import type { Sample } from './sample.ts'
import { givenContent, must, release, type Cast } from './given.ts'
import type { Stages } from './stages.ts'

type City = Cast & { unit: Unit }

/** Pages of every other way to release than the ordinary one, each in the states that look different. */
export async function releaseSamples(site: Site, cast: City, { draft, withSigner }: Stages): Promise<Record<string, Sample[]>> {
  const by = (as: string, ...paths: string[]): Sample[] => paths.map((path) => ({ path, as }))
  const at = (document: StoredDocument): string => `/desk/documents/${document.id}`
  const kept = await givenKept(site, cast)
  const urgent = await begun(site, cast, { title: '暴雨红色预警', body: '未来三小时有暴雨。' })
  must(await moveDocument(site, cast.signer, urgent.id, { move: 'emergency', version: 1, remark: '山洪将至', kind: 'warning' }))
  const asked = await askedWithFile(site, cast)
  const rumour = await givenRumour(site, cast)
  return {
    '/desk/documents/:id/schedule': by('gaoyuan', `${at(withSigner)}/schedule`),
    '/desk/documents/:id/emergency': by('gaoyuan', `${at(draft)}/emergency`),
    '/desk/documents/:id/after-review': by('zhouming', `${at(urgent)}/after-review`),
    '/desk/documents/:id/agreements': by('linxiao', `${at(draft)}/agreements`),
    '/desk/documents/:id/reassess': by('gaoyuan', `${at(kept)}/reassess`),
    '/desk/kept': [...by('gaoyuan', '/desk/kept'), ...by('suwen', '/desk/kept')],
    '/desk/coordination': [...by('zhouming', '/desk/coordination'), ...by('linxiao', '/desk/coordination')],
    '/desk/coordination/:id': [...by('zhouming', `/desk/coordination/${asked.id}`), ...by('linxiao', `/desk/coordination/${asked.id}`)],
    '/desk/clarifications': [...by('linxiao', '/desk/clarifications'), ...by('suwen', '/desk/clarifications')],
    '/desk/clarifications/new': by('linxiao', '/desk/clarifications/new'),
    '/desk/clarifications/:id': [...by('linxiao', `/desk/clarifications/${rumour}`), ...by('gaoyuan', `/desk/clarifications/${rumour}`)],
  }
}

/** The water bureau's text that concerns the emergency bureau, with a file to read. */
export async function askedWithFile(site: Site, cast: City): Promise<{ id: number; fileId: number }> {
  const water = await findUnitByCode(site.database.read, 'water')
  if (water === undefined) throw new Error('the demo city has no water bureau')
  const writer = { ...cast.writer, posts: [{ role: 'information-officer' as const, unitPath: water.path }] }
  const content = givenContent({ title: '泄洪安排的通知', body: '由市应急管理局组织转移。', formedOn: asDay('2026-11-02') })
  const document = must(await createDocument(site, writer, { unitId: water.id, content }))
  must(await attachFile(site, writer, document.id, { name: 'map.txt', mediaType: 'text/plain', bytes: Buffer.from('一号路') }))
  const id = must(await askAgreement(site, writer, document.id, { kind: 'concern', unit: 'emergency', reason: '转移安排是否准确' }))
  return { id, fileId: (await readDocument(site.database.read, document.id))?.files[0]?.id ?? 0 }
}

async function givenKept(site: Site, cast: City): Promise<StoredDocument> {
  return release(
    site,
    cast,
    await begun(site, cast, { title: '内部值守安排', attribute: 'withheld', ground: 'internal-affairs', groundReason: '内部事务' }),
  )
}

async function givenRumour(site: Site, cast: City): Promise<number> {
  const reportedAt = new Date(`${addDays(site.today(), -2)}T02:00:00Z`)
  const report = {
    unit: 'emergency',
    claim: '水库今夜要垮',
    place: '居民微信群',
    reporter: '张某',
    isMajor: true,
    reportedAt,
    formKey: randomUUID(),
  }
  const id = must(await reportRumour(site, cast.writer, report))
  must(await moveRumour(site, cast.writer, id, { move: 'assess', words: '属本局职责', isMajor: true }))
  return id
}

async function begun(site: Site, cast: City, content: Partial<Content>): Promise<StoredDocument> {
  const filled = givenContent({ formedOn: asDay('2026-11-02'), ...content })
  return must(await createDocument(site, cast.writer, { unitId: cast.unit.id, content: filled }))
}
