/** A record as a figure lists it, as far as it matters here. */
interface Listed {
  unitId?: number | undefined
  label: string
  titleZh: string
  titleEn: string
  on?: string | undefined
  isInner?: true | undefined
  isTitleOpen?: true | undefined
  href?: string | undefined
}

/** A record as anybody may read it: of an inner one the month, what it is where that is open, and the unit unless it is a case. */
export interface OpenFact {
  isInner: boolean
  label: string
  titleZh: string
  titleEn: string
  /** A day, or the month of an inner record; '' where it has none. */
  on: string
  unitId?: number | undefined
  href?: string | undefined
}

/** What of a record anybody may read. */
export function openFact({ unitId, label, titleZh, titleEn, on = '', isInner, isTitleOpen, href }: Listed, isCase: boolean): OpenFact {
  if (isInner !== true) return { isInner: false, label, titleZh, titleEn, on, unitId, href }
  const title = isTitleOpen === true ? { titleZh, titleEn } : { titleZh: '', titleEn: '' }
  return { isInner: true, label: '', ...title, on: on.slice(0, 'YYYY-MM'.length), unitId: isCase ? undefined : unitId }
}
