import type { Action } from '../kernel/policy.ts'
import type { Day } from '../kernel/day.ts'
import type { Lang } from '../kernel/translate.ts'
import type { Translate } from '../kernel/words.ts'

/** Everything a page may know about who is reading it. */
export interface Reader {
  lang: Lang
  t: Translate
  today: Day
  /** Without the language prefix, such as `/catalogue`. */
  path: string
  /** '' or '?a=b' */
  query: string
  city: { nameZh: string; nameEn: string; siteCode: string }
  baseUrl: string
  /** Present when signed in; `token` goes into the hidden field `_token` of every form. */
  person?: { id: number; name: string; initials: string; posts: string[]; token: string }
  /** Asks the policy table; without a unit path: anywhere? */
  may: (action: Action, unitPath?: string) => boolean
}

/** The address of a page in the reader's own language. */
export function href(reader: Reader, path: string): string {
  return inLanguage(reader.lang, path)
}

/** The address of a page in a given language. Paths of files and of the API carry no language. */
export function inLanguage(lang: Lang, path: string): string {
  return path === '/' ? `/${lang}/` : `/${lang}${path}`
}

/** The name of a thing that has one in both languages. */
export function nameIn(reader: Pick<Reader, 'lang'>, thing: { nameZh: string; nameEn: string }): string {
  return reader.lang === 'zh' ? thing.nameZh : thing.nameEn || thing.nameZh
}
