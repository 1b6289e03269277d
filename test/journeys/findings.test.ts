import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { jobHandlers } from '../../src/features/supervision/index.ts'
import { startJobs } from '../../src/platform/jobs/index.ts'
import { describeWithBrowser, openBrowser, openDemoSite, signIn, words } from '../support/browser.ts'
import { approve, cast, clear, givenMatter, press, sign } from '../support/hands.ts'

const stories = [
  { lang: 'zh', matter: '关于公布冬季防火检查结果的通报', body: '冬季防火检查已经结束，共检查场所九处，均已整改。' },
  {
    lang: 'en',
    matter: 'Result of the winter fire inspection',
    body: 'Nine places were inspected this winter and all of them were mended.',
  },
] as const

describeWithBrowser('a duty that falls late is found, and the finding closes once it is published, without JavaScript', () => {
  const chrome = openBrowser()
  const site = openDemoSite()

  /** The office presses the button; the work behind it is done before the list is opened again. */
  async function measure(page: Page, lang: 'zh' | 'en'): Promise<void> {
    await page.goto(`/${lang}/desk/findings`)
    await press(page, words[lang]('supervision.run.now'))
    await page.getByText(words[lang]('supervision.done.measuring')).waitFor()
    const jobs = startJobs(site().database, jobHandlers(site()), { now: () => new Date(), log: () => undefined, pollMs: 0 })
    await jobs.runOnce()
    await jobs.stop()
  }

  it.each(stories)('in $lang', async ({ lang, matter, body }) => {
    const t = words[lang]
    await givenMatter(site(), matter, '2026-08-03')

    const office = await chrome.newPage({ lang, javaScript: false })
    await signIn(office, 'suwen', { lang })
    await measure(office, lang)
    const list = `/${lang}/desk/findings?unit=emergency&detector=overdue`
    await expect
      .poll(async () => (await office.goto(list), office.getByRole('link', { name: matter }).count()), { timeout: 60_000 })
      .toBe(1)
    await office.getByRole('link', { name: matter }).click()
    const finding = office.url()
    const page = office.getByRole('main')
    expect(await page.innerText()).toContain(lang === 'zh' ? '林晓' : 'Lin Xiao')
    expect(await page.innerText()).toContain(t('supervision.state.open'))

    const desk = await chrome.newPage({ lang, javaScript: false })
    await signIn(desk, cast.writer, { lang })
    await desk.goto(new URL(finding).pathname)
    await desk.getByRole('link', { name: t('supervision.act.overdue') }).click()
    await desk.getByLabel(t('publishing.field.title'), { exact: true }).fill(matter)
    await desk.getByLabel(t('publishing.field.body'), { exact: true }).fill(body)
    await desk.getByText(t('publishing.more'), { exact: true }).click()
    await desk.getByLabel(t(`publishing.language.${lang}`), { exact: true }).check()
    await press(desk, t('publishing.write.submit'))
    await desk.getByText(t('publishing.done.submit')).waitFor()
    await approve(chrome, matter, lang)
    await clear(chrome, matter, lang)
    await sign(chrome, matter, lang)

    await measure(office, lang)
    await expect
      .poll(async () => (await office.goto(finding), page.innerText()), { timeout: 60_000 })
      .toContain(t('supervision.closed.lead'))
    expect(await page.innerText()).toContain(t('supervision.history.closed'))
  })
})
