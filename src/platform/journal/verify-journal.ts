import type { Db } from '../database/index.ts'
import { hashOfContent, hashOfLeaf, hashOfWords, isErasure, isRemoval, kindOf, noHash, type Entry, type Words } from './entry.ts'
import type { Finding, Verification } from './finding.ts'
import { findHead, listEntries, type Head } from './queries.ts'

/** Per kind of subject ('publishing.document'): every living row with the content that its last act recorded. */
export type Loaders = Record<string, (db: Db) => AsyncIterable<LiveRow>>

export interface LiveRow {
  subject: string
  content: unknown
}

/** The last thing that the record says about a subject. */
interface Last {
  seq: number
  act: string
  contentHash: string
  salt?: string
}

/**
 * Checks the whole record and every row it vouches for: the sequence, that time never goes back, each link and hash, the end of
 * the chain, the words beside it, rows changed or made behind its back, and rows gone without an entry. Run it in one
 * `repeatable read` transaction. What it cannot see: a tail of entries cut off together with the rows they made.
 */
export async function verifyJournal(db: Db, loaders: Loaders): Promise<Verification> {
  const { last, findings, entries } = await readChain(db)
  const living = new Set<string>()
  for (const load of Object.values(loaders)) {
    for await (const row of load(db)) {
      living.add(row.subject)
      findings.push(...checkRow(row, last.get(row.subject)))
    }
  }
  for (const [subject, { seq, act }] of last) {
    const isExpected = kindOf(subject) in loaders && !isRemoval(act)
    if (isExpected && !living.has(subject)) findings.push({ kind: 'row-missing', seq, subject, params: {} })
  }
  const kinds = new Set([...last.keys()].map(kindOf))
  return { entries, rows: living.size, findings, unchecked: [...kinds].filter((kind) => !(kind in loaders)).sort() }
}

async function readChain(db: Db): Promise<{ last: Map<string, Last>; findings: Finding[]; entries: number }> {
  const last = new Map<string, Last>()
  const findings: Finding[] = []
  const wordless = new Map<string, number[]>()
  let previous: Head = { seq: 0, at: '', hash: noHash }
  let entries = 0
  for await (const { entry, words } of listEntries(db)) {
    findings.push(...checkLink(entry, previous), ...checkWords(entry, words))
    if (isErasure(entry.act)) wordless.delete(entry.subject)
    if (!words) wordless.set(entry.subject, [...(wordless.get(entry.subject) ?? []), entry.seq])
    last.set(entry.subject, { seq: entry.seq, act: entry.act, contentHash: entry.contentHash, salt: words?.salt })
    previous = entry
    entries++
  }
  for (const [subject, seqs] of wordless) {
    for (const seq of seqs) findings.push({ kind: 'words-missing', seq, subject, params: {} })
  }
  findings.push(...checkHead(await findHead(db), previous))
  return { last, findings, entries }
}

function checkLink(entry: Entry, previous: Head): Finding[] {
  const { seq, subject } = entry
  const findings: Finding[] = []
  const add = (kind: Finding['kind'], params: Finding['params'] = {}) => findings.push({ kind, seq, subject, params })
  if (seq !== previous.seq + 1) add('sequence', { before: previous.seq })
  if (entry.at < previous.at) add('time', { at: entry.at, before: previous.at })
  if (entry.prev !== previous.hash) add('chain')
  if (entry.hash !== hashOfLeaf(entry)) add('hash')
  return findings
}

function checkWords(entry: Entry, words: Words | undefined): Finding[] {
  if (!words || hashOfWords(words) === entry.wordsHash) return []
  return [{ kind: 'words-changed', seq: entry.seq, subject: entry.subject, params: {} }]
}

function checkHead(head: Head | undefined, previous: Head): Finding[] {
  if (head?.seq === previous.seq && head.at === previous.at && head.hash === previous.hash) return []
  return [{ kind: 'head', seq: previous.seq, params: { head: head?.seq ?? '?', last: previous.seq } }]
}

function checkRow(row: LiveRow, last: Last | undefined): Finding[] {
  const { subject } = row
  if (!last) return [{ kind: 'row-unrecorded', subject, params: {} }]
  if (last.salt === undefined) return [] // reported with the words, unless they were erased by law
  if (hashOfContent(last.salt, row.content) === last.contentHash) return []
  return [{ kind: 'row-changed', seq: last.seq, subject, params: {} }]
}
