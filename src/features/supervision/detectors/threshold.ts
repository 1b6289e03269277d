import type { DetectorName } from './shortfall.ts'

/** What the pack says of every detector: the provision, and how sure it is. */
export interface Basis {
  basisZh: string
  basisEn: string
  confidence: 'certain' | 'likely' | 'unsure'
  noteZh?: string
  noteEn?: string
}

/** A column that a government site must have, found by fields of the profile or by codes of the catalogue. */
export interface RequiredColumn {
  name: string
  fields?: readonly string[]
  codes?: readonly string[]
  /** Not updated for longer than this it is stale. */
  days?: number
  months?: number
}

/** The thresholds of the detectors, each from the pack with its citation. */
export interface Thresholds {
  bases: Record<DetectorName, Basis>
  late: { listedDays: number }
  emptyColumn: { graceDays: number }
  staleColumn: { months: number }
  unasked: { listedDays: number }
  forwarded: { alikePercent: number; shortestSigns: number }
  intermittent: { months: number; regularMonths: number; silentMonths: number }
  uneven: { fewestUnits: number; fewestTasks: number; spreads: number; leastPoints: number }
  profileFields: readonly string[]
  guideFields: readonly string[]
  homeStale: { days: number }
  columnsVeto: { empty: number; stale: number; longStale: number; longMonths: number }
  columns: readonly RequiredColumn[]
}
