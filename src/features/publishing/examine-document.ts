import type { Site } from '../../platform/site.ts'
import type { Db } from '../../platform/database/index.ts'
import { plainText } from '../../platform/text/markdown.ts'
import { checkText, type CheckFacts, type CheckName, type Finding } from '../checks/index.ts'
import { findUnit, listTelephones } from '../organisations/index.ts'
import { checkRules } from './check-rules.ts'
import { headOf, headPartAt, type HeadPart } from './document.ts'
import { passageHash } from './fingerprint-content.ts'
import { listAnswers } from './queries-chain.ts'
import { listFiles } from './queries-files.ts'
import { listNear } from './queries-entry.ts'
import type { StoredDocument, StoredVersion } from './queries.ts'

/** A finding with the answer that the unit gave to it, if any. */
export interface AnsweredFinding extends Finding {
  passageHash: string
  answer?: string
  /** Its place is counted in what stands around the text, not in the text. */
  isInHead: boolean
  /** Where in the head, with the whole head to show the passage in. */
  head?: { part: HeadPart; text: string }
}

/** What must not leak is looked for above the text too; what only makes sense of a whole text is not. */
const headChecks: readonly CheckName[] = [
  'identity',
  'card',
  'passport',
  'mobile',
  'secrecy',
  'organs',
  'placeholder',
  'number',
  'mojibake',
]

/** Runs every text check on a version as it stands, with what stands around it and the names of its files, and the answers given so far. */
export async function examine(
  site: Site,
  db: Db,
  document: Pick<StoredDocument, 'id' | 'unitId' | 'publishedAt'>,
  version: StoredVersion,
): Promise<AnsweredFinding[]> {
  const answers = await listAnswers(db, document.id)
  const near = await listNear(db, document.id, `${version.title}\n${plainText(version.body)}`)
  const facts: CheckFacts = {
    ...(await factsOf(site, db, document.unitId, version.title)),
    near: near.map((one) => ({ reference: one.indexNumber, title: one.title, text: one.body })),
  }
  const names = (await listFiles(db, document.id)).map((file) => file.name)
  const { text, starts } = headOf(version, names)
  const findings = [
    ...checkHead(text, facts).map((one) => ({ ...one, isInHead: true, head: { part: headPartAt(starts, one.start), text } })),
    ...checkText(version.body, facts, checkRules()).map((finding) => ({ ...finding, isInHead: false })),
  ]
  return findings.map((finding) => {
    const hash = passageHash(finding.check, finding.passage)
    return { ...finding, passageHash: hash, answer: answers.find((one) => one.check === finding.check && one.passageHash === hash)?.words }
  })
}

/**
 * What must not leak in a short text that the public reads beside a document, such as the reason of a withdrawal: only what blocks.
 * Nothing found: it may stand.
 */
export async function leaksIn(site: Site, db: Db, unitId: number, text: string): Promise<Finding[]> {
  return checkHead(text, await factsOf(site, db, unitId, '')).filter((finding) => finding.weight === 'block')
}

function checkHead(text: string, facts: CheckFacts): Finding[] {
  return checkText(text, { ...facts, near: [] }, checkRules()).filter((finding) => headChecks.includes(finding.check))
}

/** What the checks must know of a unit, for a text or a file of it. */
export async function factsOf(site: Site, db: Db, unitId: number, title: string): Promise<CheckFacts> {
  const unit = await findUnit(db, unitId)
  return { title, unitLevel: unit?.level ?? 'other', contacts: await listTelephones(db), today: site.today() }
}
