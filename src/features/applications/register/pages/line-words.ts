import { nameIn, type Reader } from '../../../../ui/reader.ts'
import { outcomes } from '../../load-outcomes.ts'

const longestShown = 60

/** The official name of a kind of applicant. */
export function kindName(reader: Pick<Reader, 'lang'>, kind: string): string {
  const named = outcomes.applicantKinds.find((one) => one.kind === kind)
  return named === undefined ? kind : nameIn(reader, named)
}

/** As much of what is asked for as a line of a list holds, on one line. */
export function clipped(text: string): string {
  const letters = [...text.replace(/\s+/g, ' ').trim()]
  return letters.length > longestShown ? `${letters.slice(0, longestShown - 1).join('')}…` : letters.join('')
}
