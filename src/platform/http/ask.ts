import type { FastifyRequest } from 'fastify'
import { may as policyMay } from '../../kernel/policy.ts'
import type { Lang } from '../../kernel/translate.ts'
import type { Reader } from '../../ui/reader.ts'
import type { Site } from '../site.ts'
import { withoutControls, type Ask, type Visitor } from './route.ts'

/** Reads a request into an Ask. The visitor, and a form with files, are added by the guard, and only where the route needs them. */
export function asAsk(site: Site, request: FastifyRequest, lang: Lang): Ask {
  const [path = '/', search] = request.url.split('?', 2)
  return {
    site,
    params: Object.fromEntries(
      Object.entries(request.params as Record<string, string>).map(([name, value]) => [name, withoutControls(value)]),
    ),
    query: request.query as Record<string, string>,
    body: (request.body ?? {}) as Ask['body'],
    files: [],
    cookies: Object.fromEntries(Object.entries(request.cookies).map(([name, value]) => [name, value ?? ''])),
    reader: readerOf(site, lang, path, search === undefined ? '' : `?${search}`),
    address: request.ip,
    agent: String(request.headers['user-agent'] ?? '').slice(0, 200),
  }
}

/** What pages may know of a reader; with a visitor, the posts and the form token too. */
export function readerOf(site: Site, lang: Lang, path: string, query: string, visitor?: Visitor): Reader {
  const name = visitor === undefined ? '' : lang === 'zh' ? visitor.nameZh : visitor.nameEn
  return {
    lang,
    t: site.words[lang],
    today: site.today(),
    path,
    query,
    city: site.city,
    baseUrl: site.config.baseUrl,
    person:
      visitor === undefined
        ? undefined
        : {
            id: visitor.personId,
            name,
            initials: initials(name, lang),
            posts: postsInWords(site, lang, visitor),
            token: visitor.formToken,
          },
    may: (action, unitPath) => policyMay(action, visitor?.posts, unitPath),
  }
}

function postsInWords(site: Site, lang: Lang, visitor: Visitor): string[] {
  return visitor.posts.map(
    (post) => `${lang === 'zh' ? post.unitNameZh : post.unitNameEn} · ${site.words[lang](`accounts.role.${post.role}`)}`,
  )
}

/** 林晓 → 林; Lin Xiao → LX. */
export function initials(name: string, lang: Lang): string {
  if (lang === 'zh') return name.slice(0, 1)
  return name
    .split(/\s+/)
    .map((part) => part.slice(0, 1).toUpperCase())
    .join('')
    .slice(0, 2)
}
