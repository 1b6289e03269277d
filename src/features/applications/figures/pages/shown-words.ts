import { sayNumber } from '../../../../kernel/translate.ts'
import type { Reader } from '../../../../ui/reader.ts'
import type { ShownCount } from '../figure.ts'

/** A count as the public reads it: a number, “<5” for a small one, “not shown” for one that would give a small one away. */
export function shownInWords(reader: Pick<Reader, 'lang' | 't'>, { state, count }: ShownCount, smallest: number): string {
  if (state === 'small') return `<${smallest}`
  return state === 'hidden' ? reader.t('applications.figures.hidden') : sayNumber(count, reader.lang)
}
