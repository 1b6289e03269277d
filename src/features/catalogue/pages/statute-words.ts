import type { TermEdition } from '../../../platform/pack.ts'
import type { Reader } from '../../../ui/reader.ts'

/** The statute's limit with the provision that sets it: "20 working days (Regulations …, art. 26)". */
export function statuteInWords(reader: Pick<Reader, 'lang' | 't'>, edition: TermEdition): string {
  const basis = reader.lang === 'zh' ? edition.basisZh : edition.basisEn
  return 'days' in edition ? reader.t(`catalogue.statute.${edition.count}`, { n: edition.days, basis }) : basis
}
