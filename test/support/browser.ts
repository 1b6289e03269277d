import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axeCore from 'axe-core'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, inject } from 'vitest'
import { demoPassword } from '../../src/features/accounts/index.ts'
import type { Lang } from '../../src/kernel/translate.ts'
import type { Translate } from '../../src/kernel/words.ts'
import { openDatabase } from '../../src/platform/database/index.ts'
import { loadWords } from '../../src/platform/i18n/words.ts'
import type { Site } from '../../src/platform/site.ts'
import { findChromium } from './chromium.ts'
import type { DemoServer } from './demo-server.ts'
import { siteOf } from './running-site.ts'

/**
 * `describe` for journeys: skipped, and counted as skipped, where there is no browser or no database. The reporter `skips.ts` makes
 * a skipped journey a failure where GONGKAI_CI is set.
 */
export const describeWithBrowser = describe.skipIf(inject('demo') === null)

/** The demo city as it was played, which the walk over every page has to itself. */
export const untouchedDemo: DemoServer | null = inject('untouchedDemo')

/** What the labels say, by key: journeys find things as people do, by the words on them. */
export const words: Record<Lang, Translate> = loadWords()

/** Where the demo city answers. */
export function demoUrl(): string {
  return inject('demo')?.url ?? ''
}

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--js-flags=--single-threaded', // helping threads take more from two cores than they give
]

export interface PageOptions {
  lang?: Lang
  javaScript?: boolean
  width?: number
  /** Another site than the demo city. */
  url?: string
  /** Carries axe along to every page: reading it into each page anew takes longer than most of its checks. */
  withAxe?: boolean
}

export interface Chrome {
  /** A page with cookies of its own: another person at another machine. */
  newPage(options?: PageOptions): Promise<Page>
}

/** One browser for a file of journeys, with a fresh profile; call it inside `describeWithBrowser`. Pages close with their test, or stay. */
export function openBrowser({ keepPages = false } = {}): Chrome {
  let browser: Browser | undefined
  const contexts: BrowserContext[] = []
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: findChromium(), args, headless: true })
  })
  afterEach(async () => {
    if (keepPages) return
    for (const context of contexts.splice(0)) await context.close()
  })
  afterAll(() => browser?.close())
  return {
    async newPage({ lang = 'en', javaScript = true, width = 1280, url = demoUrl(), withAxe = false } = {}) {
      if (browser === undefined) throw new Error('no browser yet: ask for pages in tests, not beside them')
      const context = await browser.newContext({
        ...{ baseURL: url, javaScriptEnabled: javaScript, viewport: { width, height: 900 } },
        ...{ locale: lang === 'zh' ? 'zh-CN' : 'en-GB', timezoneId: 'Asia/Shanghai' },
      })
      contexts.push(context)
      if (withAxe) await context.addInitScript({ content: axeSource })
      context.setDefaultTimeout(20_000)
      return context.newPage()
    },
  }
}

/** A demo city's site, for what a journey does through acts instead of pages. Call it inside `describeWithBrowser`. */
export function openDemoSite(demo: DemoServer | null = inject('demo')): () => Site {
  let site: Site | undefined
  let close = async (): Promise<void> => undefined
  beforeAll(async () => {
    if (demo === null) return
    const database = await openDatabase({ url: demo.databaseUrl, dataDir: '', poolSize: 4 })
    close = () => database.close()
    site = await siteOf(database, demo.dataDir)
  })
  afterAll(() => close())
  return () => {
    if (site === undefined) throw new Error('the demo site opens before the first test')
    return site
  }
}

/** Fills the sign-in page in and sends it, as somebody of the demonstration unless a password is given. */
export async function trySignIn(
  page: Page,
  login: string,
  { lang = 'en' as Lang, password = demoPassword, next = '/desk' } = {},
): Promise<void> {
  const t = words[lang]
  await page.goto(`/${lang}/sign-in?next=${encodeURIComponent(next)}`)
  await page.getByLabel(t('accounts.login'), { exact: true }).fill(login)
  await page.getByLabel(t('accounts.password'), { exact: true }).fill(password)
  await page.getByRole('button', { name: t('accounts.sign-in.button') }).click()
}

/** Signs somebody in, and waits until the page is left behind: for the page that was asked for, or for that of the second factor. */
export async function signIn(page: Page, login: string, options: Parameters<typeof trySignIn>[2] = {}): Promise<void> {
  await trySignIn(page, login, options)
  await page
    .waitForURL((url) => !url.pathname.endsWith('/sign-in'))
    .catch(async (cause: unknown) => {
      throw new Error(`${login} was not let in: ${await page.getByRole('main').innerText()}`, { cause })
    })
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * What axe finds on a page, in words: rule, reason and the places. Empty is good. Contrast is two thirds of its time; without `colours`
 * it is left out, for a page whose other language is looked at in full: styles do not know languages.
 */
export async function axe(page: Page, { colours = true } = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource)
  const asked = { tags, colours }
  const violations = await page.evaluate(async ({ tags: values, colours: enabled }) => {
    const { axe: runner } = globalThis as unknown as { axe: typeof axeCore }
    const rules = { 'color-contrast': { enabled } }
    // What is preloaded serves rules that are not asked for.
    const results = await runner.run({ runOnly: { type: 'tag', values }, rules, resultTypes: ['violations'], preload: false })
    return results.violations.map(({ id, help, nodes }) => ({ id, help, places: nodes.map((node) => node.html.slice(0, 160)) }))
  }, asked)
  return violations.map(({ id, help, places }) => `${id}: ${help} — ${places.length} × ${places.slice(0, 3).join(' | ')}`)
}
