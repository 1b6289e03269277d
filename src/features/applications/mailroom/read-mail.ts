import type { Db } from '../../../platform/database/index.ts'
import { parseMail, type IncomingMail } from '../../../platform/inbox/index.ts'
import { unsealBytes } from '../../../platform/seal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { admitFile, type FileWrong } from '../../publishing/index.ts'
import { aboutCandidate, type Candidate } from './candidate.ts'
import { findSealedMail } from './queries.ts'

/** A file that came with a letter, as it looks from outside. */
export interface Enclosure {
  /** Its place in the mail, from 0. */
  nth: number
  name: string
  sizeBytes: number
  bytes: Buffer
  /** Why it is not taken; empty: it may become a file of the case. */
  wrong: readonly FileWrong[]
}

/** A letter by mail, opened: who wrote, what, and what was enclosed. */
export interface OpenedMail {
  mail: IncomingMail
  enclosures: readonly Enclosure[]
}

// Characters: a page, and whoever reads it, has no use for more.
const mostRead = 50_000

// What a unit writes it may publish; a page of a stranger would run on the machine of whoever opens it.
const runsInBrowsers = /\.html?$/i

/** Opens the seal of a letter, reads it, and examines each enclosed file at the door; undefined once it was decided. */
export async function readMail(site: Site, db: Db, { id, unitId, sha256, sizeBytes }: Candidate): Promise<OpenedMail | undefined> {
  const sealed = await findSealedMail(db, id)
  if (sealed === undefined) return undefined
  const mail = await parseMail(unsealBytes(site.keys, sealed, aboutCandidate(unitId, sha256)), { wholeBytes: sizeBytes, maxText: mostRead })
  const enclosures: Enclosure[] = []
  for (const [nth, { name: sentName, bytes: sent }] of mail.attachments.entries()) {
    const bytes = Buffer.from(sent.buffer, sent.byteOffset, sent.byteLength)
    const { name, wrong } = await admitFile(site, { name: sentName, bytes })
    const isPage = wrong.length === 0 && runsInBrowsers.test(name)
    enclosures.push({ nth, name, sizeBytes: bytes.length, bytes, wrong: isPage ? ['kind-not-allowed'] : wrong })
  }
  return { mail, enclosures }
}
