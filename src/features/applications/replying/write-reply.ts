import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import type { Site } from '../../../platform/site.ts'
import type { Officer } from '../../publishing/index.ts'
import type { StoredApplication } from '../cases/application.ts'
import { changeCase, type CaseAt, type CaseRefusal } from '../cases/change-case.ts'
import { insertLetter, listLetters, saveLetter, type LetterText } from './queries.ts'
import { hashOfReply, readDecisions } from './read-decisions.ts'
import { voidLetters } from './void-letters.ts'

export type WriteRefusal = 'title-missing' | 'body-missing' | 'body-too-long' | 'not-running' | 'already-sent' | CaseRefusal

const longestBody = 40_000

/** Writes the reply, or writes it anew: hands that were put to an earlier text count no longer. */
export async function writeReply(
  site: Site,
  officer: Officer,
  at: CaseAt,
  text: LetterText,
): Promise<Outcome<StoredApplication, WriteRefusal>> {
  return changeCase<WriteRefusal>(site, officer, at, async (db, found) => {
    const { application, clock } = found
    const reply = (await listLetters(db, application.id)).find((letter) => letter.kind === 'reply')
    const refusals: WriteRefusal[] = [
      ...(text.title === '' ? (['title-missing'] as const) : []),
      ...(text.body === '' ? (['body-missing'] as const) : []),
      ...(text.body.length > longestBody || text.bodyEn.length > longestBody ? (['body-too-long'] as const) : []),
      ...(clock.endedOn === undefined ? [] : (['not-running'] as const)),
      ...(reply?.stage === 'sent' ? (['already-sent'] as const) : []),
    ]
    if (refusals.length > 0) return refused(...refusals)
    const contentHash = hashOfReply(text, await readDecisions(db, found, site.today()))
    const written = { ...text, contentHash, writtenBy: officer.personId, writtenAt: site.now() }
    if (reply === undefined) await insertLetter(db, application.id, { ...written, kind: 'reply' })
    else {
      await voidLetters(site, db, officer, application.id)
      await saveLetter(db, { ...reply, ...written, stage: 'draft', signedAt: undefined })
    }
    return done({ act: 'applications.write-reply', events: [{ kind: 'letter-written', on: site.today(), fields: {} }] })
  })
}
