import type { Lang } from '../../kernel/translate.ts'

/**
 * Splits `/zh/catalogue?x=1` into the language and the address without it. An address without a prefix has no language of
 * its own: the reader's preference decides.
 */
export function splitLanguage(url: string): { lang?: Lang; rest: string } {
  const match = /^\/(zh|en)(?=[/?]|$)/.exec(url)
  if (match === null) return { rest: url }
  const rest = url.slice(3)
  return { lang: match[1] as Lang, rest: rest.startsWith('/') ? rest : `/${rest}` }
}

/** The language a browser asks for; Chinese unless English comes first among the two. */
export function preferredLanguage(acceptLanguage: string | undefined): Lang {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';')
      const quality = rest.map((one) => /^\s*q=([\d.]+)/.exec(one)?.[1]).find((one) => one !== undefined)
      return { tag: tag.toLowerCase(), quality: quality === undefined ? 1 : Number(quality) || 0 }
    })
    .filter(({ tag, quality }) => quality > 0 && (tag.startsWith('zh') || tag.startsWith('en')))
    .sort((a, b) => b.quality - a.quality)
  return wanted[0]?.tag.startsWith('en') ? 'en' : 'zh'
}
