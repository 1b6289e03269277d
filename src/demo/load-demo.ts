import { erasePersons } from '../features/applications/index.ts'
import { measureDuties } from '../features/supervision/index.ts'
import { saveCity } from '../platform/city/queries.ts'
import type { Site } from '../platform/site.ts'
import { foundCity } from './found-city.ts'
import { moveIn } from './move-in.ts'
import { giveReasons } from './give-reasons.ts'
import { openCounters } from './play-applications.ts'
import { playPublications } from './play-publications.ts'
import { playSearches } from './play-searches.ts'
import { readDemoPack } from './read-pack.ts'
import { stageFor } from './stage.ts'

/**
 * Plays the demo city into an empty database: founds it some twenty months before today, then lets every act of its people happen in
 * order, through the same acts that real people use. The same day gives the same city.
 */
export async function loadDemo(site: Site, say: (line: string) => void): Promise<void> {
  const pack = readDemoPack()
  const today = site.today()
  const stage = stageFor(site)
  const started = Date.now()
  const posts = await foundCity(stage, pack, today)
  await openCounters(stage)
  say(`  ${pack.units.length} units, ${pack.people.length} people, ${pack.catalogue.duties.length} duties`)
  const count = await playPublications(stage, pack, today, posts)
  await erasePersons(stage.site)
  await moveIn(stage)
  await playSearches(stage, today)
  const { stillOpen } = await measureDuties(stage.site, 'system')
  await giveReasons(stage, pack, today)
  // The city's name comes last: a load that was cut off has none, and the next start begins it again.
  await site.database.transaction((db) => saveCity(db, pack.city))
  say(`  ${count} documents, ${stillOpen} findings, in ${Math.round((Date.now() - started) / 1000)} s`)
}
