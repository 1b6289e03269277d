import { randomUUID } from 'node:crypto'
import { givenCast, must, type Cast } from '../../../test/support/given.ts'
import { freshSite, givenUnit, givenVisitor, openDesk, type Desk, type Page, type TestSite } from '../../../test/support/site.ts'
import type { Visitor } from '../../platform/http/route.ts'
import { grantPost } from '../accounts/index.ts'
import type { Unit } from '../organisations/index.ts'
import { findDocument, type StoredDocument } from './queries.ts'
import { routes } from './routes.tsx'

/** The desk of a unit with everybody whose hand a document needs, and a stranger from another unit. */
export interface GivenDesk {
  site: TestSite
  desk: Desk
  cast: Cast
  unit: Unit
  other: Unit
  people: Record<keyof typeof roleOf | 'stranger', Visitor>
  /** Sends the form of a new document, filled as a clerk would, but for what is told. */
  write(form?: Record<string, string>): Promise<Page>
  move(who: Visitor, id: number, form: Record<string, string>): Promise<Page>
  stageOf(id: number): Promise<StoredDocument['stage'] | undefined>
}

const roleOf = {
  writer: 'information-officer',
  head: 'reviewer',
  secrecy: 'secrecy-reviewer',
  signer: 'signer',
  office: 'office',
} as const
const hands = ['writer', 'head', 'secrecy', 'signer', 'office'] as const

/** The fields that a form sends without anybody touching them. */
export const usual = { formedOn: '2026-06-01', attribute: 'proactive', audience: 'society', language: 'zh', subject: '2', genre: 'notice' }

export async function givenDesk(): Promise<GivenDesk> {
  const site = await freshSite()
  const city = await givenUnit(site, { code: 'mc', nameZh: '明川市人民政府' })
  const unit = await givenUnit(site, { code: 'bikes', nameZh: '市城管局', nameEn: 'Urban Management Bureau' }, city)
  const other = await givenUnit(site, { code: 'schools', nameZh: '市教育局' }, city)
  const cast = await givenCast(site, unit)
  for (const who of hands) {
    const post = { role: roleOf[who], unit: unit.code, sinceOn: site.day, untilOn: '', reason: '' }
    must(await grantPost(site, 'system', cast[who].personId, post))
  }
  const visitor = (who: keyof typeof roleOf) => givenVisitor(cast[who].personId, [roleOf[who], unit])
  const stranger = givenVisitor(cast.head.personId + 1000, ['information-officer', other])
  const signers = { secrecy: visitor('secrecy'), signer: visitor('signer'), office: visitor('office') }
  const people = { writer: visitor('writer'), head: visitor('head'), ...signers, stranger }
  const desk = await openDesk(site, routes)
  const filled = { unit: unit.code, title: '关于公布公共自行车收费标准的通知', body: '每小时收费一元。', ...usual }
  return {
    ...{ site, desk, cast, unit, other, people },
    write: (form = {}) => desk.post(people.writer, '/zh/desk/documents/new', { ...filled, _once: randomUUID(), ...form }),
    move: (who, id, form) => desk.post(who, `/zh/desk/documents/${id}/move`, { version: '1', ...form }),
    stageOf: async (id) => (await findDocument(site.database.read, id))?.stage,
  }
}

/** The number of the document that an answer leads to. */
export function idIn(page: Page): number {
  return Number(/\/documents\/(\d+)/.exec(page.location ?? '')?.[1])
}
