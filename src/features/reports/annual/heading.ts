import type { Named } from './form.ts'

/** A name of a form as it heads a row, a column or a page: in English it begins with a capital. */
export function headed({ lang }: { lang: 'zh' | 'en' }, { nameZh, nameEn }: Named): string {
  return lang === 'zh' || nameEn === '' ? nameZh : nameEn.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}
