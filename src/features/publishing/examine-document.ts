import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Site } from '../../platform/site.ts'
import type { Db } from '../../platform/database/index.ts'
import { plainText } from '../../platform/text/markdown.ts'
import { asCheckRules, checkText, type CheckFacts, type CheckName, type CheckRules, type Finding } from '../checks/index.ts'
import { findUnit, listTelephones } from '../organisations/index.ts'
import { headOf } from './document.ts'
import { passageHash } from './fingerprint-content.ts'
import { listAnswers } from './queries-chain.ts'
import { listNear } from './queries-public.ts'
import type { StoredDocument, StoredVersion } from './queries.ts'
import { nationalPack } from '../../platform/pack.ts'

/** A finding with the answer that the unit gave to it, if any. */
export interface AnsweredFinding extends Finding {
  passageHash: string
  answer?: string
  /** Its place is counted in title and summary, not in the text. */
  isInHead: boolean
}

let rules: CheckRules | undefined

/** The rules of the text checks, read once from the pack. */
export function checkRules(): CheckRules {
  rules ??= asCheckRules(JSON.parse(readFileSync(join(nationalPack, 'publishing.json'), 'utf8')))
  return rules
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

/** Runs every text check on a version as it stands, title and summary included, with the answers given so far. */
export async function examine(
  site: Site,
  db: Db,
  document: Pick<StoredDocument, 'id' | 'unitId' | 'publishedAt'>,
  version: StoredVersion,
): Promise<AnsweredFinding[]> {
  const unit = await findUnit(db, document.unitId)
  const answers = await listAnswers(db, document.id)
  const near = await listNear(db, document.id, `${version.title}\n${plainText(version.body)}`)
  const facts: CheckFacts = {
    title: version.title,
    unitLevel: unit?.level ?? 'other',
    contacts: await listTelephones(db),
    today: site.today(),
    near: near.map((one) => ({ reference: one.indexNumber, title: one.title, text: one.body })),
  }
  const head = checkText(headOf(version), { ...facts, near: [] }, checkRules()).filter((one) => headChecks.includes(one.check))
  const findings = [
    ...head.map((finding) => ({ ...finding, isInHead: true })),
    ...checkText(version.body, facts, checkRules()).map((finding) => ({ ...finding, isInHead: false })),
  ]
  return findings.map((finding) => {
    const hash = passageHash(finding.check, finding.passage)
    return { ...finding, passageHash: hash, answer: answers.find((one) => one.check === finding.check && one.passageHash === hash)?.words }
  })
}
