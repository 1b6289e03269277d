import { nameIn, type Reader } from '../../../../ui/reader.ts'
import type { Edition, Template } from '../template.ts'

/** Who laid a template down, in the reader's language. */
export function issuerIn(reader: Pick<Reader, 'lang'>, template: Pick<Template, 'issuerZh' | 'issuerEn'>): string {
  return nameIn(reader, { nameZh: template.issuerZh, nameEn: template.issuerEn })
}

/** Is a change the first that a line says, its last, or one between? */
export function kindOfChange(edition: Pick<Edition, 'number' | 'ends'>): 'new' | 'changed' | 'ended' {
  if (edition.ends) return 'ended'
  return edition.number === 1 ? 'new' : 'changed'
}
