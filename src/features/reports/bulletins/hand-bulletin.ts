import { createHash } from 'node:crypto'
import { canonical } from '../../../kernel/canonical.ts'
import { NotFound } from '../../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { joinTransaction } from '../../../platform/database/index.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { listDuties } from '../../catalogue/index.ts'
import { findUnit, type Unit } from '../../organisations/index.ts'
import { findDocument, type Content, type Officer } from '../../publishing/index.ts'
import { periodFrom, type Period } from '../figures/period.ts'
import { findOwnLine, handText, reportText, type TextRefusal } from '../making/hand-text.ts'
import { goesOn } from '../making/publication-of.ts'
import { handRefusals, type Bulletin, type Filled, type HandRefusal, type Issue } from './bulletin.ts'
import { composeBulletin } from './compose-bulletin.ts'
import { fillSections } from './fill-sections.ts'
import { readMapping } from './map-sections.ts'
import { insertIssue, listIssues, lockBulletin, saveBulletin } from './queries-bulletins.ts'
import { ownLine } from './section.ts'
import { bulletinContent, bulletinSubject, issueContent, issueSubject } from './subject.ts'

/**
 * Freezes a bulletin and hands its text to publishing as a draft under the town's own line, where it goes through the same hands as
 * everything else. Handed over again, it is another issue; the earlier one stays.
 */
export async function handBulletin(
  site: Site,
  officer: Officer,
  id: number,
  version: number,
): Promise<Outcome<Issue & { documentId: number }, HandRefusal | TextRefusal>> {
  return site.database.transaction(async (db) => {
    const joined = { ...site, database: joinTransaction(site.database, db) }
    const bulletin = await lockBulletin(db, id)
    const unit = bulletin && (await findUnit(db, bulletin.unitId))
    const period = bulletin && periodFrom(bulletin.quarter)
    if (bulletin === undefined || unit === undefined || period === undefined) throw new NotFound(bulletinSubject(id))
    const today = site.today()
    const sections = await fillSections(db, bulletin, unit, { period, cutOff: today })
    const document = bulletin.documentId === undefined ? undefined : await findDocument(db, bulletin.documentId)
    const refusals = handRefusals(bulletin, { version, until: period.until, today, sections, stage: goesOn(document)?.stage })
    if (refusals.length > 0) return refused<HandRefusal | TextRefusal>(...refusals)
    const dutyCodes = (await readMapping(db)).get(ownLine) ?? []
    const content = contentOf(site, unit, period, sections)
    const formKey = `${bulletinSubject(id)}:${(await listIssues(db, [id])).length}`
    const own = (await listDuties(db)).filter(({ code, unitIds }) => dutyCodes.includes(code) && unitIds.includes(unit.id))
    const line = await findOwnLine(joined, unit, own, (task) => task.period === period.code)
    const handed = await handText(joined, officer, { unit, content, document, formKey, line })
    if (!handed.ok) return handed
    const saved = await saveBulletin(db, { ...bulletin, documentId: handed.value.id })
    const issue = await insertIssue(db, await frozen(joined, officer.personId, saved, { sections, body: content.body }))
    const by = { at: site.now(), actor: `person:${officer.personId}`, unitId: unit.id }
    await record(db, { ...by, act: 'reports.freeze-bulletin', subject: issueSubject(issue.id), content: issueContent(issue) })
    await record(db, { ...by, act: 'reports.hand-bulletin', subject: bulletinSubject(id), content: bulletinContent(saved) })
    return done({ ...issue, documentId: handed.value.id })
  })
}

async function frozen(site: Site, personId: number, { id }: Bulletin, content: Issue['content']): Promise<Omit<Issue, 'id'>> {
  const before = (await listIssues(site.database.read, [id]))[0]
  const fingerprint = createHash('sha256')
    .update(canonical({ v: 1, cutOff: site.today(), content }))
    .digest('hex')
  const by = { handedBy: personId, handedAt: site.now() }
  return { bulletinId: id, serial: (before?.serial ?? 0) + 1, cutOff: site.today(), content, fingerprint, ...by }
}

function contentOf(site: Site, unit: Unit, { code }: Period, sections: readonly Filled[]): Content {
  const [year = '', quarter = ''] = code.split('-Q')
  const t = site.words.zh
  return reportText(site, {
    title: t('bulletin.title', { unit: unit.nameZh, year, quarter }),
    summary: t('bulletin.summary', { n: sections.reduce((sum, { items }) => sum + items.length, 0) }),
    body: composeBulletin(t, 'zh', sections, { cutOff: site.today() }),
    genre: 'circular',
  })
}
