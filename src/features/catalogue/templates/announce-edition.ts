import type { Day } from '../../../kernel/day.ts'
import { NotFound } from '../../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import type { Db } from '../../../platform/database/index.ts'
import { enqueue } from '../../../platform/jobs/index.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { isCode, laidDown } from '../duty.ts'
import { findStatute } from '../find-statute.ts'
import { findDutyByCode, listCategories } from '../queries.ts'
import { insertEdition, insertLine, lockLine } from './queries.ts'
import { editionContent, editionSubject } from './subject.ts'
import { announceRefusals, type AnnounceRefusal, type Columns, type Edition, type Template } from './template.ts'

export interface Announcement {
  /** The line that changes; without it a new one is laid down under `code`. */
  lineId?: number
  code: string
  columns: Columns
  ends: boolean
  reason: string
  takesEffectOn: Day
}

/**
 * Announces what a line of a template says from a day on: a new line, a change of one, or its end. Until that day it is a proposal to the
 * units that inherit; on that day it takes effect by itself (`take-effect.ts`).
 */
export async function announceEdition(
  site: Site,
  actor: string,
  template: Template,
  announcement: Announcement,
): Promise<Outcome<Edition, AnnounceRefusal>> {
  return site.database.transaction(async (db) => {
    const line = announcement.lineId === undefined ? undefined : await lockLine(db, announcement.lineId)
    if (announcement.lineId !== undefined && line?.templateId !== template.id) throw new NotFound(`line ${announcement.lineId}`)
    const editions = line?.editions ?? []
    const code = line?.code ?? announcement.code
    const refusals = await columnRefusals(site, db, code, announcement)
    refusals.push(...announceRefusals(editions, announcement, site.today()))
    if (line === undefined) refusals.push(...(await codeRefusals(db, code)))
    if (refusals.length > 0) return refused(...refusals)
    const lineId = line?.id ?? (await insertLine(db, template.id, code))
    if (lineId === undefined) return refused('code-taken')
    const { columns, ends, reason, takesEffectOn } = announcement
    const number = (editions.at(-1)?.number ?? 0) + 1
    const edition = await insertEdition(db, { lineId, number, columns, ends, reason, takesEffectOn, announcedOn: site.today() })
    await record(db, {
      at: site.now(),
      actor,
      act: 'catalogue.announce',
      subject: editionSubject(edition.id),
      unitId: template.unitId,
      content: editionContent({ templateId: template.id, code }, edition),
      reason,
    })
    await enqueue(db, 'catalogue.take-effect', {}, { key: 'all', runAt: site.now() })
    return done(edition)
  })
}

async function columnRefusals(site: Site, db: Db, code: string, { columns, takesEffectOn }: Announcement): Promise<AnnounceRefusal[]> {
  const { categoryId, ...duty } = columns
  const outcome = laidDown({ ...duty, code, sinceOn: takesEffectOn }, findStatute(site, site.today()).term)
  const isThere = (await listCategories(db)).some((one) => one.id === categoryId)
  return [...(outcome.ok ? [] : outcome.refusals), ...(isThere ? [] : (['category-missing'] as const))]
}

async function codeRefusals(db: Db, code: string): Promise<AnnounceRefusal[]> {
  if (!isCode(code) || code === 'new') return ['code-wrong']
  return (await findDutyByCode(db, code)) === undefined ? [] : ['code-taken']
}
