/** What an index number is made of (META-09: front part the publisher's organisation code, back part year and running number). */
export interface NumberParts {
  organisation: string
  year: number
  serial: number
}

const serialForm = /\{serial:(\d)\}/

/**
 * The scope in which the running number counts: the pattern with everything but the serial filled in. Two units, or two years, whose
 * numbers would look alike share one scope and so never get the same number.
 */
export function numberScope(pattern: string, parts: Omit<NumberParts, 'serial'>): string {
  return pattern.replace('{organisation}', parts.organisation).replace('{year}', String(parts.year))
}

/** The index number itself. A serial longer than its places is written in full: nothing is cut off, nothing repeats. */
export function writeNumber(pattern: string, parts: NumberParts): string {
  return numberScope(pattern, parts).replace(serialForm, (_, places: string) => String(parts.serial).padStart(Number(places), '0'))
}
