import { createHash } from 'node:crypto'
import { canonical } from '../../../kernel/canonical.ts'
import { NotFound } from '../../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { joinTransaction } from '../../../platform/database/index.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { findUnit } from '../../organisations/index.ts'
import { findDocument, type Content, type Officer } from '../../publishing/index.ts'
import type { Period } from '../figures/period.ts'
import { handText, reportText, type TextRefusal } from '../making/hand-text.ts'
import { goesOn } from '../making/publication-of.ts'
import { passRefusals, type Circular, type CircularContent, type CircularIssue, type PassRefusal } from './circular.ts'
import { composeCircular } from './compose-circular.ts'
import { countCells, type Told } from './count-rows.ts'
import { circularPack } from './load-circular-pack.ts'
import { insertCircularIssue, listCircularCells, listCircularIssues, lockCircular, saveCircular } from './queries-circulars.ts'
import { readTold } from './read-circular.ts'
import { sayTitle } from './say-title.ts'
import { circularContent, circularSubject, issueContent, issueSubject } from './subject.ts'

/**
 * Freezes a circular with the records behind each of its numbers, and hands its text to publishing as a draft, where it goes through the
 * same hands as everything else. Handed over again, it is another issue; the earlier one stays.
 */
export async function handCircular(
  site: Site,
  officer: Officer,
  id: number,
  version: number,
): Promise<Outcome<CircularIssue & { documentId: number }, PassRefusal | TextRefusal>> {
  return site.database.transaction(async (db) => {
    const joined = { ...site, database: joinTransaction(site.database, db) }
    const circular = await lockCircular(db, id)
    const unit = circular && (await findUnit(db, circular.unitId))
    const told = circular && (await readTold(joined, circular))
    if (circular === undefined || unit === undefined || told === undefined) throw new NotFound(circularSubject(id))
    const document = circular.documentId === undefined ? undefined : await findDocument(db, circular.documentId)
    const refusals = passRefusals(circular, { version, until: told.period.until, today: site.today(), stage: goesOn(document)?.stage })
    if (refusals.length > 0) return refused<PassRefusal | TextRefusal>(...refusals)
    const { rows, cells } = await countCells(db, told)
    const frozen = freeze(site, circular, told, rows)
    const before = await listCircularIssues(db, [id])
    const content = contentOf(site, circular, told.period, frozen.body)
    const formKey = `${circularSubject(id)}:${before.length}`
    const handed = await handText(joined, officer, { unit, content, document, formKey, line: {} })
    if (!handed.ok) return handed
    const saved = await saveCircular(db, { ...circular, documentId: handed.value.id })
    const by = { handedBy: officer.personId, handedAt: site.now() }
    const about = { circularId: id, serial: (before[0]?.serial ?? 0) + 1, cutOff: told.cutOff, content: frozen }
    const issue = await insertCircularIssue(db, { ...about, ...by, fingerprint: fingerprintOf(frozen, cells) }, cells)
    const entry = { at: site.now(), actor: `person:${officer.personId}`, unitId: unit.id }
    await record(db, {
      ...entry,
      act: 'reports.freeze-circular',
      subject: issueSubject(issue.id),
      content: issueContent(issue, await listCircularCells(db, issue.id)),
    })
    await record(db, { ...entry, act: 'reports.hand-circular', subject: circularSubject(id), content: circularContent(saved) })
    return done({ ...issue, documentId: handed.value.id })
  })
}

function freeze(site: Site, { texts }: Circular, { method, cutOff }: Told, rows: CircularContent['rows']): CircularContent {
  const { fewestPeers, figures } = circularPack
  const content = { figures, method, fewestPeers, rows, texts }
  return { ...content, body: composeCircular({ t: site.words.zh, lang: 'zh' }, content, { cutOff }) }
}

function fingerprintOf(content: CircularContent, cells: readonly { unitId: number; figure: string; fingerprint: string }[]): string {
  const marks = cells.map(({ unitId, figure, fingerprint }) => [unitId, figure, fingerprint])
  return createHash('sha256')
    .update(canonical({ v: 1, content, marks }))
    .digest('hex')
}

function contentOf(site: Site, { peers }: Circular, period: Period, body: string): Content {
  return reportText(site, { title: sayTitle({ t: site.words.zh, lang: 'zh' }, peers, period), body, genre: 'circular' })
}
