import type { Db } from '../../../platform/database/index.ts'
import type { Site } from '../../../platform/site.ts'
import { plainText } from '../../../platform/text/markdown.ts'
import { listUnits } from '../../organisations/index.ts'
import { listPublishedTexts, listReleasedTexts, type ReleasedText } from '../../publishing/index.ts'
import { alikePercent, sketchOf } from './likeness.ts'
import { ownLinks } from './link.ts'
import { thresholdsOf } from './load-thresholds.ts'
import { listCandidates, lockWatch, saveCopies, saveReadChange, saveReadings, type Reading } from './queries.ts'
import { superiorsOf } from './superior.ts'

const batch = 100
const compared = 5
// Numbers of public changes are taken before they are committed: a slow release may come in behind a quicker one.
const overlap = 200

/**
 * Reads every text that was released or corrected since the last time, once: its dates, its links to this site, and whether it repeats
 * what a unit above had published before. Batch by batch, so that a run that was cut off goes on where it stopped.
 */
export async function readTexts(site: Site): Promise<void> {
  const units = await listUnits(site.database.read)
  let from: number | undefined
  for (;;) {
    const next = await site.database.transaction(async (db) => {
      const before = await lockWatch(db)
      const texts = await listReleasedTexts(db, from ?? Math.max(0, before - overlap), batch)
      await readBatch(site, db, texts, units)
      const last = texts.at(-1)?.change
      if (last !== undefined && last > before) await saveReadChange(db, last)
      return texts.length < batch ? undefined : last
    })
    if (next === undefined) return
    from = next
  }
}

async function readBatch(site: Site, db: Db, texts: readonly ReleasedText[], units: Awaited<ReturnType<typeof listUnits>>): Promise<void> {
  // A text that was corrected twice in a batch is there twice, both times as it stands now.
  const bodies = new Map(texts.map((text) => [text.id, { text, plain: plainText(text.body) }]))
  const readings = [...bodies.values()].map(({ text, plain }) => readingOf(site, text, plain))
  if (readings.length === 0) return
  await saveReadings(db, readings)
  const superiors = new Map([...new Set(readings.map((reading) => reading.unitId))].map((id) => [id, superiorsOf(id, units)]))
  const wanted = readings.map((reading) => ({ reading, unitIds: superiors.get(reading.unitId) ?? [] }))
  const candidates = await listCandidates(db, wanted, compared)
  const others = await listPublishedTexts(db, [...new Set([...candidates.values()].flat())])
  const copies = [...candidates].flatMap(([documentId, ids]) => {
    const own = bodies.get(documentId)?.plain ?? ''
    const [best] = ids
      .flatMap((copyOf) => ({ documentId, copyOf, alikePercent: alikePercent(own, plainText(others.get(copyOf)?.body ?? '')) }))
      .filter((one) => one.alikePercent >= thresholdsOf().forwarded.alikePercent)
      .sort((a, b) => b.alikePercent - a.alikePercent || a.copyOf - b.copyOf)
    return best ?? []
  })
  await saveCopies(db, copies)
}

function readingOf(site: Site, text: ReleasedText, plain: string): Reading {
  return {
    documentId: text.id,
    version: text.version,
    unitId: text.unitId,
    publishedOn: text.publishedOn,
    dateFault: dateFaultOf(text),
    links: ownLinks(text.body, site.config.baseUrl),
    bands: sketchOf(plain, thresholdsOf().forwarded.shortestSigns),
  }
}

function dateFaultOf({ formedOn, validUntil, publishedOn }: ReleasedText): string {
  if (formedOn === undefined) return 'no-day'
  if (formedOn > publishedOn) return 'formed-later'
  return validUntil !== undefined && validUntil < formedOn ? 'ends-before' : ''
}
