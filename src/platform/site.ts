import type { Config } from '../config.ts'
import type { Calendar } from '../kernel/calendar.ts'
import type { Day } from '../kernel/day.ts'
import type { Lang } from '../kernel/translate.ts'
import type { Translate } from '../kernel/words.ts'
import type { Database } from './database/index.ts'
import type { HouseRules } from './house-rules.ts'
import type { Pack } from './pack.ts'
import type { SealKeys } from './seal/index.ts'

/** The running site: what every act and every route is handed. Composed once, in `site-start.ts`; no container. */
export interface Site {
  config: Config
  database: Database
  pack: Pack
  houseRules: HouseRules
  /** The pack's with every signed notice laid over it; another object after a signature, so it is asked for where it is used. */
  calendar: Calendar
  words: Record<Lang, Translate>
  /** What personal fields are sealed with. The key file is read, or made, at the first use. */
  keys: SealKeys
  city: { nameZh: string; nameEn: string; siteCode: string }
  /** The instant an act happens. Server time, or the played time of the demonstration. */
  now(): Date
  /** Today in the city's own civil time, or the day set by TODAY. */
  today(): Day
  log(line: Record<string, unknown>): void
}
