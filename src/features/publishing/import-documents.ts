import { done, refused, type Outcome } from '../../kernel/outcome.ts'
import type { Db } from '../../platform/database/index.ts'
import type { Site } from '../../platform/site.ts'
import { excerpt, plainText } from '../../platform/text/markdown.ts'
import { readSource, UnreadableSource, type SourceDraft, type SourceReading } from '../../platform/text/read-source.ts'
import { listPeopleWithRole } from '../accounts/index.ts'
import type { Unit } from '../organisations/index.ts'
import { createDocumentIn } from './create-document.ts'
import { limits, type Content } from './document.ts'
import { examine, type AnsweredFinding } from './examine-document.ts'
import type { Officer } from './officer.ts'
import { findVersion } from './queries.ts'

export interface SourceFile {
  name: string
  bytes: Uint8Array
}

/** One file of an import: its drafts with what the checks found, and remarks on how it was read. */
export interface ImportedFile {
  file: string
  remarks: SourceReading['remarks']
  drafts: { id: number; indexNumber: string; title: string; language: 'zh' | 'en'; findings: AnsweredFinding[] }[]
}

/** Why a file stopped the import; `key` is a word. */
export interface ImportRefusal {
  file: string
  key: string
  params?: Record<string, string | number>
}

/**
 * Reads files into drafts of a unit, in the name of its information officer (or of the one with the given login). All or nothing: one
 * unreadable file is named and no draft is left behind. Nothing in a text is repaired; the checks report what is wrong with it.
 */
export async function importDocuments(
  site: Site,
  unit: Unit,
  files: readonly SourceFile[],
  login?: string,
): Promise<Outcome<ImportedFile[], ImportRefusal>> {
  const readings = files.map((file) => ({ file, reading: read(file) }))
  const unreadable = readings.flatMap(({ file, reading }) => ('drafts' in reading ? [] : [{ file: file.name, ...reading }]))
  if (unreadable.length > 0) return refused(...unreadable)
  return site.database.transaction(async (db) => {
    const officers = await listPeopleWithRole(db, 'information-officer', unit.path, site.today())
    const person = officers.find((one) => login === undefined || one.login === login)
    if (person === undefined) return refused({ file: login ?? unit.code, key: 'publishing.import.no-officer' })
    const officer: Officer = { personId: person.id, posts: [{ role: 'information-officer', unitPath: unit.path }] }
    const imported: ImportedFile[] = []
    for (const { file, reading } of readings) {
      if (!('drafts' in reading)) continue
      const drafts = []
      for (const draft of reading.drafts) drafts.push(await importDraft(site, db, officer, unit, draft))
      imported.push({ file: file.name, remarks: reading.remarks, drafts })
    }
    return done(imported)
  })
}

function read(file: SourceFile): SourceReading | Omit<ImportRefusal, 'file'> {
  try {
    const reading = readSource(file.name, file.bytes)
    const isTooLong = reading.drafts.some((draft) => draft.body.length > limits.body)
    return isTooLong ? { key: 'publishing.import.body-too-long', params: { most: limits.body } } : reading
  } catch (fault) {
    if (fault instanceof UnreadableSource) return { key: fault.key, params: fault.params }
    throw fault
  }
}

async function importDraft(site: Site, db: Db, officer: Officer, unit: Unit, draft: SourceDraft): Promise<ImportedFile['drafts'][number]> {
  const outcome = await createDocumentIn(site, db, officer, { unitId: unit.id, content: contentOf(draft) })
  if (!outcome.ok) throw new Error(`a draft of an import was refused: ${outcome.refusals.join(', ')}`)
  const document = outcome.value
  const version = await findVersion(db, document.id, 1)
  const findings = version === undefined ? [] : await examine(site, db, document, version)
  return { id: document.id, indexNumber: document.indexNumber, title: draft.title, language: draft.language, findings }
}

function contentOf(draft: SourceDraft): Content {
  return {
    attribute: 'proactive',
    ground: '',
    groundReason: '',
    audience: 'society',
    language: draft.language,
    title: draft.title.slice(0, limits.title),
    summary: excerpt(plainText(draft.body), 200),
    body: draft.body,
    documentNumber: '',
    subject: '',
    genre: '',
    served: '',
    keywords: [],
  }
}
