import type { Db } from '../../../platform/database/index.ts'
import type { Site } from '../../../platform/site.ts'
import { plainText } from '../../../platform/text/markdown.ts'
import { listUnits } from '../../organisations/index.ts'
import { listPublishedTexts, listReleasedTexts, type ReleasedText } from '../../publishing/index.ts'
import { alikePercent, sketchOf } from './likeness.ts'
import { ownLinks } from './link.ts'
import { thresholdsOf } from './load-thresholds.ts'
import { listCandidates, lockWatch, saveReadChange, saveReading, type Reading } from './queries.ts'
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
      for (const text of texts) await readText(site, db, text, units)
      const last = texts.at(-1)?.change
      if (last !== undefined && last > before) await saveReadChange(db, last)
      return texts.length < batch ? undefined : last
    })
    if (next === undefined) return
    from = next
  }
}

async function readText(site: Site, db: Db, text: ReleasedText, units: Awaited<ReturnType<typeof listUnits>>): Promise<void> {
  const { shortestSigns } = thresholdsOf().forwarded
  const reading: Reading = {
    documentId: text.id,
    version: text.version,
    unitId: text.unitId,
    publishedOn: text.publishedOn,
    dateFault: dateFaultOf(text),
    links: ownLinks(text.body, site.config.baseUrl),
    bands: sketchOf(plainText(text.body), shortestSigns),
  }
  await saveReading(db, { ...reading, ...(await originalOf(db, reading, text, superiorsOf(text.unitId, units))) })
}

/** The text of a unit above that this one repeats, if there is one. */
async function originalOf(
  db: Db,
  reading: Reading,
  text: ReleasedText,
  superiors: readonly number[],
): Promise<Pick<Reading, 'copyOf' | 'alikePercent'>> {
  const candidates = await listCandidates(db, reading, superiors, compared)
  if (candidates.length === 0) return {}
  const body = plainText(text.body)
  const alike = [...(await listPublishedTexts(db, candidates))]
    .map(([copyOf, other]) => ({ copyOf, alikePercent: alikePercent(body, plainText(other.body)) }))
    .filter((one) => one.alikePercent >= thresholdsOf().forwarded.alikePercent)
    .sort((a, b) => b.alikePercent - a.alikePercent || a.copyOf - b.copyOf)
  return alike[0] ?? {}
}

function dateFaultOf({ formedOn, validUntil, publishedOn }: ReleasedText): string {
  if (formedOn === undefined) return 'no-day'
  if (formedOn > publishedOn) return 'formed-later'
  return validUntil !== undefined && validUntil < formedOn ? 'ends-before' : ''
}
