import type { Site } from '../../platform/site.ts'
import { countKeptByMonth, type Category } from '../catalogue/index.ts'
import { listPublic, type PublicLine } from '../publishing/index.ts'
import { lastYear } from './period.ts'
import { sumOf, type Tally } from './pledge.ts'
import { readPlaces, type Places } from './read-places.ts'

export interface Home {
  places: Places
  newest: PublicLine[]
  kept: Tally
  /** The top of the catalogue, each with what stands directly under it. */
  shelves: { category: Category; below: Category[] }[]
}

const newestCount = 10

/** Everything on the home page, in six statements. */
export async function readHome(site: Site): Promise<Home> {
  const db = site.database.read
  const places = await readPlaces(site, db)
  const top = places.categories.filter((one) => one.parentId === undefined)
  return {
    places,
    newest: await listPublic(db, { limit: newestCount }),
    kept: sumOf(await countKeptByMonth(db, lastYear(site.today()))),
    shelves: top.map((category) => ({ category, below: places.categories.filter((one) => one.parentId === category.id) })),
  }
}
