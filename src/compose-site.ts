import { sealHolders } from './app.ts'
import type { Config } from './config.ts'
import { refreshCalendar } from './features/calendars/index.ts'
import { dayOf } from './kernel/day.ts'
import { findCity } from './platform/city/queries.ts'
import type { Database } from './platform/database/index.ts'
import { loadHouseRules } from './platform/house-rules.ts'
import { loadWords } from './platform/i18n/words.ts'
import { loadPack, nationalPack } from './platform/pack.ts'
import { findKeys } from './platform/seal/index.ts'
import type { Site } from './platform/site.ts'

const unnamed = { nameZh: '公开', nameEn: 'Gongkai', siteCode: '' }

/** Puts the running site together: by hand, in one visible place. Its calendar is the pack's with every signed notice laid over it. */
export async function composeSite(config: Config, database: Database, log: Site['log']): Promise<Site> {
  const pack = loadPack(nationalPack, config.region)
  const now = clockOf(config)
  const site: Site = {
    config,
    database,
    pack,
    houseRules: loadHouseRules(),
    calendar: pack.calendar,
    words: loadWords(),
    keys: await findKeys(config.sealKeys, sealHolders(database, config), log),
    city: (await findCity(database.read)) ?? unnamed,
    now,
    today: () => dayOf(now()),
    log,
  }
  await refreshCalendar(site)
  return site
}

/** The server's clock; with TODAY set, the same hour of that day. */
function clockOf(config: Config): () => Date {
  const today = config.today
  if (today === undefined) return () => new Date()
  return () => {
    const real = new Date()
    const shanghai = new Date(real.getTime() + 8 * 3_600_000).toISOString().slice(11)
    return new Date(Date.parse(`${today}T${shanghai}`) - 8 * 3_600_000)
  }
}
