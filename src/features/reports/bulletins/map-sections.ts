import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import type { Db } from '../../../platform/database/index.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { listCategories, listDuties } from '../../catalogue/index.ts'
import { bulletinForm } from './load-bulletin-form.ts'
import { listSections, saveSection } from './queries-bulletins.ts'
import { mapRefusals, ownLine, type Mapping, type Refused } from './section.ts'
import { sectionContent, sectionSubject } from './subject.ts'

/** The codes in force for every section and for the bulletin's own line: those of the office before those of the pack. */
export async function readMapping(db: Db): Promise<Mapping> {
  const laidDown = await listSections(db)
  const named = [...bulletinForm.sections.map(({ code, codes }) => [code, codes] as const), [ownLine, [bulletinForm.line]] as const]
  return new Map(named.map(([code, codes]) => [code, laidDown.get(code) ?? codes]))
}

/**
 * Lays down which lines and categories fill the sections of the bulletin, and under which line it is published. `wanted` names sections;
 * those that it leaves out stay as they are. Only what changes is saved and recorded.
 */
export async function mapSections(site: Site, personId: number, wanted: Mapping): Promise<Outcome<string[], Refused>> {
  return site.database.transaction(async (db) => {
    const before = await readMapping(db)
    const after: Mapping = new Map([...before].map(([section, codes]) => [section, [...new Set(wanted.get(section) ?? codes)]]))
    const lines = new Set((await listDuties(db)).map(({ code }) => code))
    const known = new Set([...lines, ...(await listCategories(db)).map(({ code }) => code)])
    // The codes of the pack can always be laid down again, also where this catalogue does not have them: they only stay empty.
    const kept = new Set([...before.values(), ...bulletinForm.sections.map(({ codes }) => codes)].flat())
    const refusals = mapRefusals(
      after,
      new Set([...known, ...kept]),
      new Set([...lines, bulletinForm.line, ...(before.get(ownLine) ?? [])]),
    )
    if (refusals.length > 0) return refused(...refusals)
    const changed = [...after].filter(([section, codes]) => codes.join() !== before.get(section)?.join())
    for (const [section, codes] of changed) {
      await saveSection(db, section, codes)
      await record(db, {
        ...{ at: site.now(), actor: `person:${personId}`, act: 'reports.map-section', subject: sectionSubject(section) },
        content: sectionContent(section, codes),
      })
    }
    return done(changed.map(([section]) => section))
  })
}
