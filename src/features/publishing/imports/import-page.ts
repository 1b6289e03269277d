import { isDay, yearOf, type Day } from '../../../kernel/day.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { joinTransaction, type Db } from '../../../platform/database/index.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { excerpt, plainText } from '../../../platform/text/markdown.ts'
import { exists, type Unit } from '../../organisations/index.ts'
import { attachFile } from '../attach-file.ts'
import { limits, type Content } from '../document.ts'
import { examine, type AnsweredFinding } from '../examine-document.ts'
import { numberScope, writeNumber } from '../number.ts'
import { pseudonymOf, type Officer } from '../officer.ts'
import { insertDocument, takeSerial } from '../queries-begin.ts'
import { findVersion, insertVersion, type StoredDocument } from '../queries.ts'
import { documentContent, documentSubject } from '../read-document.ts'
import { isOwnAddress, normaliseAddress } from './address.ts'
import type { Batch } from './batch.ts'
import { findByOldAddress, insertOldPage, saveIsClean } from './queries.ts'

/** A page of an older site, read and not yet believed. */
export interface PageToImport {
  address: string
  title: string
  publishedOn: string
  siteName: string
  column: string
  summary: string
  keywords: readonly string[]
  language: 'zh' | 'en'
  body: string
  files: readonly { name: string; mediaType: string; bytes: Buffer }[]
  /** Files that the page names and that did not come along. */
  missingFiles: readonly string[]
  /** What the mapping says of its column; undefined when it says nothing. */
  mapped?: { dutyId?: number; subject: string; genre: string }
}

export type PageRefusal =
  | 'address-wrong'
  | 'address-ours'
  | 'address-known'
  | 'title-missing'
  | 'title-too-long'
  | 'body-missing'
  | 'body-too-long'
  | 'day-missing'
  | 'day-in-future'
  | 'unit-gone'

export interface ImportedPage {
  id: number
  indexNumber: string
  findings: AnsweredFinding[]
  isClean: boolean
  isMapped: boolean
  /** Files that a draft may not carry, and those that did not come along. */
  filesLeftOut: string[]
}

/** Takes a page in as a draft that knows where it stood. The checks decide whether it may enter when the office says so. */
export async function importPage(
  site: Site,
  officer: Officer,
  unit: Unit,
  batch: Batch,
  page: PageToImport,
): Promise<Outcome<ImportedPage, PageRefusal>> {
  const refusals = pageRefusals(page, unit, site.today())
  const address = normaliseAddress(page.address)
  if (refusals.length > 0 || address === undefined || !isDay(page.publishedOn)) return refused(...refusals)
  const publishedOn = page.publishedOn
  return site.database.transaction(async (db) => {
    if ((await findByOldAddress(db, address)) !== undefined) return refused<PageRefusal>('address-known')
    const document = await insertPage(site, db, officer, unit, page)
    const { siteName, column: columnName } = page
    const tie = { documentId: document.id, batchId: batch.id, address, siteName, columnName, publishedOn }
    const isMapped = page.mapped !== undefined
    if (!(await insertOldPage(db, { ...tie, isClean: false, isMapped }))) return refused<PageRefusal>('address-known')
    await recordPage(site, db, officer, document)
    const filesLeftOut = [...page.missingFiles, ...(await attachAll(site, db, officer, document, page))]
    const version = await findVersion(db, document.id, 1)
    const findings = version === undefined ? [] : await examine(site, db, document, version)
    const isClean = findings.every((one) => one.weight === 'advice') && filesLeftOut.length === 0
    await saveIsClean(db, document.id, isClean)
    return done({ id: document.id, indexNumber: document.indexNumber, findings, isClean, isMapped, filesLeftOut })
  })
}

function pageRefusals(page: PageToImport, unit: Unit, today: Day): PageRefusal[] {
  const refusals: PageRefusal[] = []
  const address = normaliseAddress(page.address)
  if (address === undefined) refusals.push('address-wrong')
  else if (isOwnAddress(address)) refusals.push('address-ours')
  if (page.title.trim() === '') refusals.push('title-missing')
  if (page.title.length > limits.title) refusals.push('title-too-long')
  if (page.body.trim() === '') refusals.push('body-missing')
  if (page.body.length > limits.body) refusals.push('body-too-long')
  if (!isDay(page.publishedOn)) refusals.push('day-missing')
  else if (page.publishedOn > today) refusals.push('day-in-future')
  if (!exists(unit, today)) refusals.push('unit-gone')
  return refusals
}

async function insertPage(site: Site, db: Db, officer: Officer, unit: Unit, page: PageToImport): Promise<StoredDocument> {
  const at = site.now()
  const parts = { organisation: unit.organisationCode ?? unit.code, year: yearOf(site.today()) }
  const pattern = site.config.indexPattern
  const indexNumber = writeNumber(pattern, { ...parts, serial: await takeSerial(db, numberScope(pattern, parts)) })
  // No task: what was public before is no promise of today, so no figure of lateness knows it.
  const began = { indexNumber, unitId: unit.id, dutyId: page.mapped?.dutyId, createdBy: officer.personId, createdAt: at }
  const document = await insertDocument(db, began)
  await insertVersion(db, document.id, { ...contentOf(page), number: 1, savedBy: officer.personId, savedAt: at })
  return document
}

function contentOf(page: PageToImport): Content {
  return {
    ...{ attribute: 'proactive', ground: '', groundReason: '', audience: 'society', documentNumber: '', served: '' },
    ...{ subject: page.mapped?.subject ?? '', genre: page.mapped?.genre ?? '' },
    language: page.language,
    title: page.title.replace(/\s+/gu, ' ').trim(),
    summary: (page.summary || excerpt(plainText(page.body), 200)).slice(0, limits.summary),
    body: page.body,
    keywords: [...page.keywords],
  }
}

async function recordPage(site: Site, db: Db, officer: Officer, document: StoredDocument): Promise<void> {
  await record(db, {
    at: site.now(),
    actor: pseudonymOf(officer),
    act: 'publishing.import-page',
    subject: documentSubject(document.id),
    unitId: document.unitId,
    content: await documentContent(db, document.id),
  })
}

/** Gives the names of the files that were refused. */
async function attachAll(site: Site, db: Db, officer: Officer, document: StoredDocument, { files }: PageToImport): Promise<string[]> {
  const own: Site = { ...site, database: joinTransaction(site.database, db) }
  const refusedNames: string[] = []
  for (const file of files) {
    const outcome = await attachFile(own, officer, document.id, file)
    if (!outcome.ok) refusedNames.push(file.name)
  }
  return refusedNames
}
