import type { Db } from '../../../platform/database/index.ts'
import type { Site } from '../../../platform/site.ts'
import type { Officer } from '../../publishing/index.ts'
import { insertLetterStep, listLetters, saveLetter } from './queries.ts'

const underWay = ['with-head', 'with-secrecy', 'with-signer', 'signed']

/** Takes every letter of a case that is under way back to its writer, because something that it says was changed. The hands before count no longer. */
export async function voidLetters(site: Site, db: Db, officer: Officer, applicationId: number): Promise<void> {
  for (const letter of await listLetters(db, applicationId)) {
    if (!underWay.includes(letter.stage)) continue
    await saveLetter(db, { ...letter, stage: 'draft', signedAt: undefined })
    const { contentHash } = letter
    await insertLetterStep(db, letter.id, { move: 'void', post: '', personId: officer.personId, contentHash, remark: '', at: site.now() })
  }
}
