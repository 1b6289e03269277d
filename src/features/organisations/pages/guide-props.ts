import type { TermEdition } from '../../../platform/pack.ts'
import type { Reader } from '../../../ui/reader.ts'
import type { Unit } from '../unit.ts'

interface CategoryName {
  code: string
  nameZh: string
  nameEn: string
}

export interface GuidePageProps {
  reader: Reader
  /** Whose guide it is; for the whole city: the government itself. */
  unit: Unit
  isWholeCity: boolean
  /** The top of the catalogue, each with how many lines the public may read and with the categories right below it. */
  categories: readonly (CategoryName & { count: number; parts: readonly CategoryName[] })[]
  /** What an index number of this unit looks like. */
  indexExample: string
  /** The general time limit, the special ones beside it, and those of an application, as the law stands today. */
  statute: TermEdition
  specialTerms: readonly TermEdition[]
  applicationTerms: readonly TermEdition[]
  /** Units with a guide of their own. */
  guides: readonly Unit[]
}
