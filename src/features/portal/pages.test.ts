import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { HtmlValidate } from 'html-validate'
import pg from 'pg'
import { beforeAll, expect, it, vi } from 'vitest'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { placeholdersOf } from '../../kernel/translate.ts'
import { packageRoot } from '../../platform/root.ts'
import { documentPath } from './address.ts'
import { givenPortal, type GivenPortal } from './given-portal.ts'

const languages = ['zh', 'en'] as const
const pages = [
  '/',
  '/search',
  '/search?q=防汛',
  '/search?q=allowance',
  '/search?q=zzzqqq',
  '/latest',
  '/latest?unit=safety&year=2026',
  '/latest?duty=emergency-plan',
  '/documents/chinese',
  '/documents/english',
  '/catalogue',
  '/catalogue?unit=safety',
  '/catalogue/plans',
  '/units',
  '/units/safety',
  '/guide',
  '/guide/safety',
  '/promises',
  '/promises?year=2025',
  '/promises/units/safety',
  '/promises/list',
  '/promises/list?ending=empty&unit=safety&month=2026-05',
  '/about',
  '/verify',
  '/sitemap',
]

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: { 'void-style': 'off', 'doctype-style': 'off', 'long-title': 'off', 'no-trailing-whitespace': 'off' },
})

describeWithDatabase('every public page', () => {
  let portal: GivenPortal
  const addressOf = (page: string): string => {
    if (page === '/documents/chinese') return documentPath(portal.chinese.indexNumber)
    return page === '/documents/english' ? documentPath(portal.english.indexNumber) : encodeURI(page)
  }

  beforeAll(async () => {
    portal = await givenPortal()
  })

  it.each(languages.flatMap((lang) => pages.map((page) => [lang, page] as const)))(
    '/%s%s is valid HTML in the language asked for',
    async (lang, page) => {
      const answer = await portal.ask(`/${lang}${addressOf(page)}`)
      expect(answer.status).toBe(200)
      expect(answer.body).toContain(`<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"`)
      const report = await validator.validateString(answer.body)
      expect(
        report.results.flatMap((result) => result.messages.map((one) => `${one.line}:${one.column} ${one.ruleId} ${one.message}`)),
      ).toEqual([])
    },
  )

  it.each(languages.flatMap((lang) => pages.map((page) => [lang, page] as const)))(
    '/%s%s shows no key, no bare placeholder and no script of its own',
    async (lang, page) => {
      const { body } = await portal.ask(`/${lang}${addressOf(page)}`)
      const text = body.replace(/<[^>]+>/g, ' ')
      expect(text.match(/\b(portal|ui|organisations|catalogue|publishing|accounts|platform)\.[a-z][\w.-]*/g) ?? []).toEqual([])
      expect(placeholdersOf(text)).toEqual([])
      expect(body).not.toMatch(/<script(?! src="\/assets\/)|\son[a-z]+=|style="|javascript:/)
    },
  )

  it('tells the collectors of government sites what they are, on every page of the portal', async () => {
    for (const page of ['/', '/search', '/latest', '/about', '/promises', addressOf('/documents/chinese')]) {
      const { body } = await portal.ask(`/zh${page}`)
      for (const name of ['SiteName', 'SiteDomain', 'SiteIDCode']) expect(body).toMatch(new RegExp(`<meta name="${name}" content="[^"]+"`))
    }
  })

  it('is drawn from few statements', async () => {
    const count = async (url: string): Promise<number> => {
      portal.kept.changed()
      const query = vi.spyOn(pg.Client.prototype, 'query')
      await portal.ask(url)
      const statements = query.mock.calls.length
      query.mockRestore()
      return statements
    }
    await count('/zh/') // units, lines and categories are remembered from here on
    const home = await count('/zh/')
    expect(home).toBeGreaterThan(0)
    expect(home).toBeLessThanOrEqual(6)
    expect(await count(`/zh${addressOf('/documents/chinese')}`)).toBeLessThanOrEqual(10)
    expect(await count('/zh/')).toBe(home)
  })

  it('answers an unchanged page with 304 and nothing else', async () => {
    const first = await portal.ask('/zh/')
    const again = await portal.ask('/zh/', { headers: { 'if-none-match': String(first.headers['etag']) } })
    expect(again.status).toBe(304)
    expect(again.body).toBe('')
  })

  it('takes the language from the browser where the address has none', async () => {
    const english = await portal.ask('/about', { headers: { 'accept-language': 'en-GB,zh;q=0.5' } })
    const chinese = await portal.ask('/about', { headers: { 'accept-language': 'zh-CN' } })
    expect(english.body).toContain('<html lang="en"')
    expect(chinese.body).toContain('<html lang="zh-CN"')
    expect(english.headers['vary']).toContain('Accept-Language')
  })

  it('sets no cookie', async () => {
    for (const page of pages) expect((await portal.ask(`/zh${addressOf(page)}`)).headers['set-cookie']).toBeUndefined()
  })

  it('weighs under 100 KB with its style sheet and script on a first visit', async () => {
    const { script, css } = await stylesheet()
    const page = await portal.ask('/zh/', { headers: { 'accept-encoding': 'gzip' } })
    expect(page.headers['content-encoding']).toBe('gzip')
    const total = page.bytes.length + css + gzipSync(script).length
    expect(total).toBeLessThan(100 * 1024)
  })

  it('leads from a unit to its account and its carriers', async () => {
    const { body } = await portal.ask('/en/units/safety')
    for (const link of ['/en/account?unit=safety', '/en/channels?unit=safety']) expect(body).toContain(`href="${link}"`)
  })

  it('never names what is open to staff only', async () => {
    for (const page of [
      '/catalogue',
      '/catalogue/plans',
      '/sitemap',
      '/units/safety',
      '/search?q=welfare',
      '/sitemap.xml',
      '/api/v1/catalogue',
    ]) {
      const { body } = await portal.ask(`/en${page}`)
      expect(body).not.toMatch(/Staff welfare|staff-welfare|Inside only/)
    }
    expect((await portal.ask('/en/catalogue/inside')).status).toBe(404)
    expect((await portal.ask('/api/v1/duties/staff-welfare')).status).toBe(404)
  })

  it.each([
    '/units/nowhere',
    '/catalogue/nowhere',
    '/guide/nowhere',
    '/catalogue?unit=nowhere',
    '/documents/none/2026-00001',
    '/files/1/1/x.pdf',
    '/zh/nothing',
  ])('says 404 for %s', async (url) => {
    expect((await portal.ask(url)).status).toBe(404)
  })
})

async function stylesheet(): Promise<{ script: Buffer; css: number }> {
  const { compile } = await import('sass')
  const { css } = compile(join(packageRoot, 'assets/styles/gongkai.scss'), {
    style: 'compressed',
    quietDeps: true,
    loadPaths: [join(packageRoot, 'node_modules')],
    logger: { warn: () => undefined },
  })
  return { css: gzipSync(css).length, script: readFileSync(join(packageRoot, 'assets/script/gongkai.js')) }
}
