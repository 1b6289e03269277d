import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import type { Db } from '../../../platform/database/index.ts'
import { filesOf } from '../../../platform/files/index.ts'
import type { Site } from '../../../platform/site.ts'
import { attachFile, createDocumentIn, leaksIn, type Content, type Officer } from '../../publishing/index.ts'
import type { StoredApplication } from '../cases/application.ts'
import { changeCase, type CaseAt, type CaseRefusal, type LockedCase } from '../cases/change-case.ts'
import { listCaseFiles, type CaseFile } from '../cases/queries-files.ts'
import { listItems } from '../cases/queries-items.ts'
import { findSealed } from '../cases/queries.ts'
import { openApplicant } from '../cases/seal-applicant.ts'
import { outcomes } from '../load-outcomes.ts'
import { handedOf } from '../replying/read-decisions.ts'
import { handedItems, namesApplicant } from './proposal.ts'
import { findProposal, insertProposal } from './queries.ts'

export interface ProposedText {
  title: string
  body: string
}

export type ProposeRefusal =
  | ('not-answered' | 'proposed-before' | 'title-missing' | 'body-missing' | 'text-leaks' | 'text-names-applicant' | 'file-too-many')
  | ('unit-gone' | 'title-too-long' | 'body-too-long')
  | CaseRefusal

/**
 * Makes a draft of an answer that would interest everybody, with the files that were handed over; it goes through the hands of every
 * document. Once for a case, and only of an answer that gave something. Refused where the text tells a personal number, or who asked.
 */
export async function proposePublication(
  site: Site,
  officer: Officer,
  at: CaseAt,
  { title, body }: ProposedText,
): Promise<Outcome<StoredApplication, ProposeRefusal>> {
  let made: { documentId: number; files: readonly CaseFile[] } | undefined
  const outcome = await changeCase<ProposeRefusal>(site, officer, at, async (db, found) => {
    const { application } = found
    const files = handedOf(await listCaseFiles(db, application.id))
    const refusals: ProposeRefusal[] = [
      ...((await isAnswered(db, found)) ? [] : (['not-answered'] as const)),
      ...((await findProposal(db, application.id)) === undefined ? [] : (['proposed-before'] as const)),
      ...(title === '' ? (['title-missing'] as const) : []),
      ...(body === '' ? (['body-missing'] as const) : []),
      ...((await leaksIn(site, db, application.unitId, `${title}\n\n${body}`)).length > 0 ? (['text-leaks'] as const) : []),
      ...((await isNamed(site, db, application, `${title}\n${body}`)) ? (['text-names-applicant'] as const) : []),
      ...(files.length > site.houseRules.files.most ? (['file-too-many'] as const) : []),
    ]
    if (refusals.length > 0) return refused(...refusals)
    const created = await createDocumentIn(site, db, officer, { unitId: application.unitId, content: contentOf(title, body) })
    if (!created.ok) return refused(...(created.refusals as ProposeRefusal[]))
    const { id, indexNumber } = created.value
    await insertProposal(db, application.id, id)
    made = { documentId: id, files }
    const event = { kind: 'proposed', on: site.today(), fields: { document: String(id) }, words: indexNumber } as const
    return done({ act: 'applications.propose', events: [event] })
  })
  if (outcome.ok && made !== undefined) await attachAll(site, officer, made.documentId, made.files)
  return outcome
}

async function isAnswered(db: Db, { application, clock }: LockedCase): Promise<boolean> {
  return clock.state === 'replied' && handedItems(await listItems(db, application.id), outcomes).length > 0
}

/** Nobody sees who asked: the program alone compares, and forgets. */
async function isNamed(site: Site, db: Db, { id, ref }: StoredApplication, text: string): Promise<boolean> {
  const found = await findSealed(db, id)
  return found !== undefined && namesApplicant(text, openApplicant(site, ref, found.sealed))
}

function contentOf(title: string, body: string): Content {
  return {
    ...{ attribute: 'proactive', ground: '', groundReason: '', audience: 'society', language: 'zh', title, body, summary: '' },
    ...{ documentNumber: '', subject: '', genre: 'other', served: 'citizens', keywords: [] },
  }
}

async function attachAll(site: Site, officer: Officer, documentId: number, files: readonly CaseFile[]): Promise<void> {
  for (const { name, mediaType, sha256 } of files) {
    const bytes = await filesOf(site.config).read(sha256)
    const attached = await attachFile(site, officer, documentId, { name, mediaType, bytes })
    if (!attached.ok) throw new Error(`a file of document ${documentId} was refused: ${attached.refusals.join()}`)
  }
}
