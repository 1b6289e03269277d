import { NotFound } from '../../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { writeRefusals, type Bulletin, type WriteRefusal } from './bulletin.ts'
import { bulletinForm } from './load-bulletin-form.ts'
import { lockBulletin, saveBulletin } from './queries-bulletins.ts'
import { bulletinContent, bulletinSubject } from './subject.ts'

/** Saves what people wrote in the sections of a bulletin. Sections that the form leaves out stay as they are. */
export async function writeBulletin(
  site: Site,
  personId: number,
  id: number,
  form: { version: number; texts: Record<string, string> },
): Promise<Outcome<Bulletin, WriteRefusal>> {
  return site.database.transaction(async (db) => {
    const bulletin = await lockBulletin(db, id)
    if (bulletin === undefined) throw new NotFound(bulletinSubject(id))
    const codes = bulletinForm.sections.map(({ code }) => code)
    const refusals = writeRefusals(bulletin, form, codes)
    if (refusals.length > 0) return refused(...refusals)
    const saved = await saveBulletin(db, { ...bulletin, texts: { ...bulletin.texts, ...form.texts } })
    await record(db, {
      ...{ at: site.now(), actor: `person:${personId}`, act: 'reports.write-bulletin', subject: bulletinSubject(id) },
      ...{ unitId: bulletin.unitId, content: bulletinContent(saved) },
    })
    return done(saved)
  })
}
