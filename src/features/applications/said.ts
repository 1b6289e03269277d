import type { Reader } from '../../ui/reader.ts'

/** A word of the pack in the reader's language: `basis` stands for `basisZh` or `basisEn`. */
export function said<Name extends string>(
  reader: Pick<Reader, 'lang'>,
  of: Record<`${Name}Zh` | `${Name}En`, string>,
  name: Name,
): string {
  return of[`${name}${reader.lang === 'zh' ? 'Zh' : 'En'}`]
}
