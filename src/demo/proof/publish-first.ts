import type { Site } from '../../platform/site.ts'
import {
  answerFinding,
  createDocument,
  examine,
  moveDocument,
  readVersion,
  type Content,
  type StoredDocument,
} from '../../features/publishing/index.ts'
import { mustSucceed } from '../stage.ts'
import type { Hands } from './found-proof.ts'

/** What a document of the proof says besides its title. */
export interface FirstDocument {
  unitId: number
  dutyId?: number | undefined
  title: string
}

/** Begins a document of the proof as people do. */
export async function beginFirst(site: Site, { writer }: Hands, { unitId, dutyId, title }: FirstDocument): Promise<StoredDocument> {
  const content: Content = {
    ...{ attribute: 'proactive', ground: '', groundReason: '', audience: 'society', language: 'zh', title, summary: '' },
    ...{ body: `${title}，现予公布。`, documentNumber: '', subject: '2', genre: 'notice', served: 'citizens', keywords: [] },
    formedOn: site.today(),
  }
  return mustSucceed(await createDocument(site, writer, { unitId, content, ...(dutyId === undefined ? {} : { dutyId }) }), title)
}

/** The same, taken through all four hands until everybody can read it. */
export async function publishFirst(site: Site, hands: Hands, told: FirstDocument): Promise<StoredDocument> {
  const document = await beginFirst(site, hands, told)
  const { id, currentVersion: version } = document
  const text = await readVersion(site.database.read, id, version)
  const findings = text === undefined ? [] : await examine(site, site.database.read, document, text)
  for (const { check, passageHash, weight } of findings)
    if (weight === 'answer')
      mustSucceed(await answerFinding(site, hands.writer, id, { check, passageHash, words: '已核对' }), `${told.title}: ${check}`)
  const review = { conclusion: 'may-publish', basis: '不涉及国家秘密', opinion: '', consulted: '', redactions: '' } as const
  mustSucceed(await moveDocument(site, hands.writer, id, { move: 'submit', version, remark: '' }), told.title)
  mustSucceed(await moveDocument(site, hands.head, id, { move: 'approve', version, remark: '' }), told.title)
  mustSucceed(await moveDocument(site, hands.secrecy, id, { move: 'clear', version, remark: '', review }), told.title)
  return mustSucceed(await moveDocument(site, hands.signer, id, { move: 'sign', version, remark: '' }), told.title)
}
