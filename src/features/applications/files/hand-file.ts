import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import type { Db } from '../../../platform/database/index.ts'
import { filesOf } from '../../../platform/files/index.ts'
import { enqueue } from '../../../platform/jobs/index.ts'
import type { Site } from '../../../platform/site.ts'
import { admitFile, examineLoose, type FileWork, type FileWrong, type Officer } from '../../publishing/index.ts'
import type { StoredApplication } from '../cases/application.ts'
import { changeCase, type CaseAt, type CaseRefusal } from '../cases/change-case.ts'
import { dropFile, findFileToLook, insertCaseFile, listCaseFiles, saveLook, saveLookAnswer } from '../cases/queries-files.ts'
import { listItems } from '../cases/queries-items.ts'
import { findById } from '../cases/queries.ts'
import { handedRoles } from './handed.ts'
import { voidLetters } from '../replying/void-letters.ts'

export interface Handed {
  itemId: number
  role: string
  /** For a redacted copy: the original in this case. */
  originalId?: number
  file: { name: string; bytes: Buffer } | undefined
}

export type HandRefusal =
  'item-missing' | 'role-missing' | 'file-missing' | 'original-missing' | 'same-as-original' | 'ended' | `file-${FileWrong}` | CaseRefusal

/**
 * Adds a document that goes with an item. A redacted copy is a file of its own, bound to its original by hash. The checks of publishing
 * look into whatever is to be handed over, in a process of their own; until then it cannot go out.
 */
export async function handFile(site: Site, officer: Officer, at: CaseAt, handed: Handed): Promise<Outcome<StoredApplication, HandRefusal>> {
  const { file, itemId, originalId } = handed
  const admitted = file && (await admitFile(site, file))
  const sha256 = file && admitted?.wrong.length === 0 ? await filesOf(site.config).keep(file.bytes) : ''
  return changeCase<HandRefusal>(site, officer, at, async (db, { application }) => {
    const role = handedRoles.find((one) => one === handed.role)
    const original = (await listCaseFiles(db, application.id)).find((one) => one.id === originalId && one.role === 'original')
    const isOurs = (await listItems(db, application.id)).some((item) => item.id === itemId)
    const refusals: HandRefusal[] = [
      ...(isOurs ? [] : (['item-missing'] as const)),
      ...(role === undefined ? (['role-missing'] as const) : []),
      ...(file === undefined ? (['file-missing'] as const) : []),
      ...(admitted?.wrong ?? []).map((wrong) => `file-${wrong}` as const),
      ...(role === 'redacted' && original === undefined ? (['original-missing'] as const) : []),
      ...(role === 'redacted' && original?.sha256 === sha256 ? (['same-as-original'] as const) : []),
      ...(application.endedOn === undefined ? [] : (['ended'] as const)),
    ]
    if (role === undefined || admitted === undefined || refusals.length > 0) return refused(...refusals)
    const id = await insertCaseFile(db, application.id, {
      ...{ itemId, role, name: admitted.name, mediaType: admitted.mediaType, sizeBytes: file?.bytes.length ?? 0, sha256, isSealed: false },
      ...{ originalHash: role === 'redacted' ? (original?.sha256 ?? '') : '', addedBy: officer.personId, addedAt: site.now() },
    })
    await voidLetters(site, db, officer, application.id)
    await enqueue(db, 'applications.look', { id })
    const fields = { file: String(id), role }
    return done({ act: 'applications.hand-file', events: [{ kind: 'file-added', on: site.today(), fields }] })
  })
}

/** Looks into a file that is to be handed over; a job, harmless when it runs twice. */
export async function lookIntoHanded(site: Site, id: number, work?: FileWork): Promise<void> {
  const file = await findFileToLook(site.database.read, id)
  const application = file && (await findById(site.database.read, file.applicationId))
  if (file === undefined || application === undefined) return
  const bytes = await filesOf(site.config).read(file.sha256)
  const look = await examineLoose(site, application.unitId, { name: file.name, bytes }, work)
  await site.database.transaction(async (db: Db) => saveLook(db, id, look))
}

export type FileRefusal = 'file-missing' | 'words-missing' | 'ended' | CaseRefusal

/** Says why a file may go out although something was found in it that needs an answer. What blocks is not answered away. */
export async function answerLook(
  site: Site,
  officer: Officer,
  at: CaseAt,
  { fileId, words }: { fileId: number; words: string },
): Promise<Outcome<StoredApplication, FileRefusal>> {
  return changeCase<FileRefusal>(site, officer, at, async (db, { application }) => {
    const refusals = await fileRefusals(db, application, fileId)
    if (words === '') refusals.push('words-missing')
    if (refusals.length > 0) return refused(...refusals)
    await saveLookAnswer(db, fileId, words)
    const event = { kind: 'noted', on: site.today(), fields: { file: String(fileId) }, words } as const
    return done({ act: 'applications.answer-look', events: [event], reason: words })
  })
}

/** Takes a file away from an item; its bytes stay where they are kept, out of everybody's reach. */
export async function takeFileAway(
  site: Site,
  officer: Officer,
  at: CaseAt,
  fileId: number,
): Promise<Outcome<StoredApplication, FileRefusal>> {
  return changeCase<FileRefusal>(site, officer, at, async (db, { application }) => {
    const refusals = await fileRefusals(db, application, fileId)
    if (refusals.length > 0) return refused(...refusals)
    await dropFile(db, fileId, site.now())
    await voidLetters(site, db, officer, application.id)
    const event = { kind: 'file-dropped', on: site.today(), fields: { file: String(fileId) } } as const
    return done({ act: 'applications.take-file-away', events: [event] })
  })
}

async function fileRefusals(db: Db, application: StoredApplication, fileId: number): Promise<FileRefusal[]> {
  const file = (await listCaseFiles(db, application.id)).find((one) => one.id === fileId)
  const isHanded = file !== undefined && handedRoles.some((role) => role === file.role)
  return [...(isHanded ? [] : (['file-missing'] as const)), ...(application.endedOn === undefined ? [] : (['ended'] as const))]
}
