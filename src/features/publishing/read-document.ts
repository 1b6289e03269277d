import type { Db } from '../../platform/database/index.ts'
import { fingerprint, passageHash } from './fingerprint-content.ts'
import { listReadings } from './files/queries-reading.ts'
import { listAnswers, listPublicChanges, listRemarks, listSecrecyReviews, listSteps, type StoredStep } from './queries-chain.ts'
import { listFileRemovers, listFiles, listFilesEver, listPublicFiles, listRelated, type StoredFile } from './queries-files.ts'
import { findDocument, findVersion, listVersions, lockDocument, type StoredDocument, type StoredVersion } from './queries.ts'

/** A document with the text, files and steps that decide about it. */
export interface WholeDocument {
  document: StoredDocument
  version: StoredVersion
  files: StoredFile[]
  relatedIds: number[]
  steps: StoredStep[]
  contentHash: string
  /** Everybody who worked on it since the last release: saved a version, added or took away a file, or answered a finding. */
  authors: number[]
  /** The highest version number there is: above the current one after a correction was given up. */
  lastVersion: number
  /** What the public reads now: the fingerprint of its text and files; absent before the first release. */
  publicHash?: string
}

/** Reads a document with all that belongs to it; undefined when there is none. */
export async function readDocument(db: Db, id: number): Promise<WholeDocument | undefined> {
  const document = await findDocument(db, id)
  return document && readAround(db, document)
}

/** The same, with the document locked until the transaction ends. */
export async function readLocked(db: Db, id: number): Promise<WholeDocument | undefined> {
  const document = await lockDocument(db, id)
  return document && readAround(db, document)
}

async function readAround(db: Db, document: StoredDocument): Promise<WholeDocument> {
  const versions = await listVersions(db, document.id)
  const version = versions.find((one) => one.number === document.currentVersion)
  if (version === undefined) throw new Error(`document ${document.id} has no version ${document.currentVersion}`)
  const files = await listFiles(db, document.id)
  const steps = await listSteps(db, document.id)
  const published = versions.find((one) => one.number === document.publishedVersion)
  const others = [...(await listFileRemovers(db, document.id)), ...(await listAnswers(db, document.id))]
  return {
    document,
    version,
    files,
    relatedIds: await listRelated(db, document.id),
    steps,
    contentHash: fingerprint(version, files),
    authors: [...new Set([...authorsOf(document, versions, files, steps), ...sinceRelease(others, steps)])],
    lastVersion: versions.at(-1)?.number ?? document.currentVersion,
    publicHash: published && fingerprint(published, await listPublicFiles(db, document.id)),
  }
}

/** A correction that was given up counts as little as what was released before it. */
function authorsOf(document: StoredDocument, versions: StoredVersion[], files: StoredFile[], steps: StoredStep[]): number[] {
  const givenUp = steps.filter((step) => step.move === 'drop').map((step) => step.version)
  const since = Math.max(document.publishedVersion ?? 0, ...givenUp)
  const writers = versions.filter((one) => one.number > since).map((one) => one.savedBy)
  return [...new Set([...writers, ...files.filter((file) => !file.isPublic).map((file) => file.addedBy)])]
}

function sinceRelease(hands: readonly { byId: number; at: Date }[], steps: readonly StoredStep[]): number[] {
  const released = steps.findLast((step) => step.move === 'sign' || step.move === 'drop')?.at
  return hands.filter((one) => released === undefined || one.at > released).map((one) => one.byId)
}

/** How the record names a document. */
export function documentSubject(id: number): string {
  return `publishing.document:${id}`
}

/**
 * What the record fingerprints of a document: its standing in the chain and in public, the fingerprint of every version, and all that
 * was said and done about it. An act that adds to any of these records the document after its last write, or `verify` calls it altered.
 */
export async function documentContent(db: Db, id: number): Promise<Record<string, unknown>> {
  const document = await findDocument(db, id)
  if (document === undefined) throw new Error(`no document ${id}`)
  const readings = await listReadings(db, id)
  return {
    ...document,
    dutyId: document.dutyId ?? null,
    taskId: document.taskId ?? null,
    publishedVersion: document.publishedVersion ?? null,
    publishedAt: document.publishedAt?.toISOString() ?? null,
    replacedBy: document.replacedBy ?? null,
    changeKind: document.changeKind ?? null,
    createdAt: document.createdAt.toISOString(),
    versions: (await listVersions(db, id)).map((version) => fingerprint(version, [])),
    files: (await listFilesEver(db, id)).map(({ id: fileId, name, sha256, isPublic, isRemoved, cleanedFrom }) => {
      const reading = readings.get(fileId)
      // Left out where there is none, so that entries from before files were read still fit.
      const later = { ...(cleanedFrom && { cleanedFrom }), ...(reading && { reading: passageHash('reading', JSON.stringify(reading)) }) }
      return { name, sha256, isPublic, isRemoved, ...later }
    }),
    relatedIds: await listRelated(db, id),
    steps: (await listSteps(db, id)).map(({ id: _id, ...step }) => step),
    remarks: await listRemarks(db, id),
    reviews: await listSecrecyReviews(db, id),
    answers: await listAnswers(db, id),
    changes: await listPublicChanges(db, id),
  }
}

/** The version that the public reads; undefined before the first release. */
export async function publishedText(db: Db, document: StoredDocument): Promise<StoredVersion | undefined> {
  return document.publishedVersion === undefined ? undefined : findVersion(db, document.id, document.publishedVersion)
}
