import { givenCast, givenContent, must, type Cast } from '../../../test/support/given.ts'
import { freshSite, givenUnit, type TestSite } from '../../../test/support/site.ts'
import { addPerson } from '../accounts/index.ts'
import type { Role } from '../../kernel/policy.ts'
import type { Unit } from '../organisations/index.ts'
import { createDocument } from './create-document.ts'
import type { Content } from './document.ts'
import { moveDocument } from './move-document.ts'
import type { Officer } from './officer.ts'
import type { StoredDocument } from './queries.ts'

/** A city with the publishing bureau, its people, and a neighbour whose word a text may need. */
export interface GivenRelease {
  site: TestSite
  cast: Cast
  unit: Unit
  other: Unit
  /** Somebody with a role in the other unit, a new person each time. */
  another(role: Role, unit?: Unit): Promise<Officer>
  begin(content?: Partial<Content>): Promise<StoredDocument>
  /** Takes a draft through so many hands: submitted, approved, cleared. */
  handOn(document: StoredDocument, hands: 1 | 2 | 3, review?: Parameters<typeof moveDocument>[3]['review']): Promise<void>
}

export const cleared = { conclusion: 'may-publish', basis: '不涉及国家秘密', opinion: '', consulted: '', redactions: '' } as const

export async function givenRelease(): Promise<GivenRelease> {
  const site = await freshSite('2026-06-15')
  const city = await givenUnit(site, { code: 'mc', nameZh: '明川市人民政府', shortZh: '市政府' })
  const unit = await givenUnit(site, { code: 'safety', nameZh: '明川市应急管理局', shortZh: '市应急局' }, city)
  const other = await givenUnit(site, { code: 'water', nameZh: '明川市水利局', shortZh: '市水利局' }, city)
  const cast = await givenCast(site, unit)
  let count = 0
  return {
    ...{ site, cast, unit, other },
    async another(role, at = other) {
      const login = `other${++count}`
      const { person } = must(await addPerson(site, 'system', { login, nameZh: login, nameEn: login, email: '', isDemo: true }))
      return { personId: person.id, posts: [{ role, unitPath: at.path }] }
    },
    async begin(content = {}) {
      return must(await createDocument(site, cast.writer, { unitId: unit.id, content: givenContent(content) }))
    },
    async handOn(document, hands, review = cleared) {
      const steps = [
        [cast.writer, { move: 'submit' }],
        [cast.head, { move: 'approve' }],
        [cast.secrecy, { move: 'clear', review }],
      ] as const
      for (const [officer, move] of steps.slice(0, hands))
        must(await moveDocument(site, officer, document.id, { ...move, version: document.currentVersion, remark: '' }))
    },
  }
}
