import type { Cookie, Page, Response } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { routes } from '../../src/app.ts'
import type { Lang } from '../../src/kernel/translate.ts'
import { samplesFor } from '../support/addresses.ts'
import type { Sample } from '../support/sample.ts'
import { describeWithBrowser, openBrowser, openDemoSite, signIn, untouchedDemo } from '../support/browser.ts'
import { faultsOn } from '../support/page-faults.ts'

/** Pages that the demo city cannot show, and the journey that looks at them instead. */
const lookedAtElsewhere: Record<string, string> = {
  '/set-up': 'first-run.test.ts',
  '/sign-in/code': 'sign-in.test.ts',
  '/track/case': 'apply.test.ts',
}

const langs = ['zh', 'en'] as const
const url = untouchedDemo?.url ?? ''
const paths = routes.filter((route) => route.method === 'GET' && !route.path.startsWith('/assets/')).map((route) => route.path)
/** What a first visit to a public page may transfer, fonts apart: HTML, styles, script and drawings as they are sent. */
const mostBytes = 100 * 1024

describeWithBrowser('every page of the site, in both languages', () => {
  const chrome = openBrowser({ keepPages: true })
  const site = openDemoSite(untouchedDemo)
  const opened = new Map<Lang, Promise<Page>>()
  const sessions = new Map<string, Cookie[]>()
  let samples: Awaited<ReturnType<typeof samplesFor>>

  beforeAll(async () => {
    samples = await samplesFor(site())
  })

  it.each(paths.filter((path) => !(path in lookedAtElsewhere)))('is right: %s', async (path) => {
    const plain = samples.plain[path]
    if (plain !== undefined) return expect(await statusOf(plain)).toBe(plain.status ?? 200)
    const pages = samples.pages[path] ?? []
    expect(pages, `${path} needs a sample in test/support/addresses.ts`).not.toEqual([])
    // The first state of a page in both languages; of its other states every second one in each.
    const faults = await Promise.all(
      langs.map((lang, nth) =>
        lookAt(
          lang,
          pages.filter((_, at) => at === 0 || at % 2 === nth),
        ),
      ),
    )
    expect(faults.flat()).toEqual([])
  })

  it('is right where there is nothing, and where somebody has no right', async () => {
    const pages = [
      { path: '/nothing-here', status: 404 },
      { path: '/desk/people', as: 'linxiao', status: 403 },
      { path: '/desk/documents/999999', as: 'linxiao', status: 404 },
    ]
    expect((await Promise.all(langs.map((lang) => lookAt(lang, pages)))).flat()).toEqual([])
  })

  it.each([
    { path: '/sign-in' },
    { path: '/desk/tasks/register', as: 'linxiao' },
    { path: '/desk/people/new', as: 'luoan' },
    { path: '/desk/units/new?parent=guxian', as: 'suwen' },
    { path: '/desk/catalogue/duties/new', as: 'suwen' },
    { path: '/desk/catalogue/categories/new', as: 'suwen' },
    { path: '/desk/account/password', as: 'suwen' },
  ])('is right when its form is sent empty and comes back: $path', async (sample) => {
    const faults = langs.map(async (lang) => {
      const page = await freshPageOf(lang, sample.as) // some forms ask for the password of whoever signed in long ago
      await page.goto(`/${lang}${sample.path}`)
      const form = page.url()
      const answered = page.waitForResponse((answer) => answer.request().method() === 'POST')
      await page.getByRole('main').locator('form').last().getByRole('button').first().click()
      const answer = await answered
      await page.waitForLoadState('load')
      if (answer.status() !== 422 || !form.endsWith(sample.path)) return [`${form} answers ${answer.status()}`]
      await page.getByRole('alert').waitFor()
      return faultsOn(page, answer)
    })
    expect((await Promise.all(faults)).flat()).toEqual([])
  })

  async function lookAt(lang: Lang, pages: readonly Sample[]): Promise<string[]> {
    const faults: string[] = []
    for (const sample of pages) {
      const found = await look(lang, sample)
      faults.push(...found.map((fault) => `/${lang}${sample.path}${sample.as === undefined ? '' : ` as ${sample.as}`}: ${fault}`))
    }
    return faults
  }

  async function look(lang: Lang, { path, as, status = 200, leadsTo = path }: Sample): Promise<string[]> {
    const page = await pageOf(lang, as)
    const complaints: string[] = []
    const answers: Response[] = []
    const listen = (answer: Response): void => void answers.push(answer)
    page.on('response', listen)
    page.removeAllListeners('console')
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(`the browser says: ${message.text()}`)
    })
    const answer = await page.goto(`/${lang}${path}`)
    page.off('response', listen)
    if (answer === null || answer.status() !== status) return [`answers ${answer?.status()} instead of ${status}`]
    if (page.url() !== new URL(`/${lang}${leadsTo}`, url).href) return [`leads to ${page.url()}`]
    if (as === undefined && status === 200) complaints.push(...(await tooHeavy(answers)))
    return [...complaints, ...(await faultsOn(page, answer, { colours: lang === 'zh' }))]
  }

  /** The one page of a language, as whoever it is that looks: signed in once, and known by the cookie from then on. */
  async function pageOf(lang: Lang, login: string | undefined): Promise<Page> {
    const known = sessions.get(`${lang} ${login}`)
    if (known === undefined) return freshPageOf(lang, login)
    const page = await emptyPageOf(lang)
    await page.context().addCookies(known)
    return page
  }

  async function freshPageOf(lang: Lang, login: string | undefined): Promise<Page> {
    const page = await emptyPageOf(lang)
    if (login !== undefined) await signIn(page, login, { lang, next: '/desk/account' })
    sessions.set(`${lang} ${login}`, await page.context().cookies())
    return page
  }

  /** A page of its own for each language, because a new one takes longer than most of what is looked at; nobody is signed in. */
  async function emptyPageOf(lang: Lang): Promise<Page> {
    const before = opened.get(lang) ?? openPage(lang)
    opened.set(lang, before)
    await (await before).context().clearCookies()
    return before
  }

  async function openPage(lang: Lang): Promise<Page> {
    const page = await chrome.newPage({ lang, url, withAxe: true })
    const wire = await page.context().newCDPSession(page)
    await wire.send('Network.setCacheDisabled', { cacheDisabled: true }) // every visit is a first one
    return page
  }

  async function statusOf({ path, as }: Sample): Promise<number> {
    if (as !== undefined) return (await (await pageOf('en', as)).request.get(path, { maxRedirects: 0 })).status()
    return (await fetch(`${url}${path}`, { redirect: 'manual' })).status
  }
})

async function tooHeavy(answers: readonly Response[]): Promise<string[]> {
  const sizes = await Promise.all(answers.map(async (answer) => (await answer.request().sizes()).responseBodySize))
  const sum = sizes.reduce((total, size) => total + size, 0)
  return sum <= mostBytes ? [] : [`transfers ${sum} bytes on a first visit`]
}
