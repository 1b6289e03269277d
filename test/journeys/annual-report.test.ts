import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { describeWithBrowser, openBrowser, openDemoSite, signIn, words } from '../support/browser.ts'
import { approve, cast, clear, fill, press, sign } from '../support/hands.ts'

/** What is written, by language; a year for each, because a unit reports on a year once. */
const stories = [
  { lang: 'zh', yearsBack: 2, number: '12.5', problems: '部分政策的解读材料发布不及时。下一步将解读与文件同步起草、同步发布。' },
  { lang: 'en', yearsBack: 3, number: '7.25', problems: '答复文书的说理不够充分。下一步每季度抽查并组织评议。' },
] as const

describeWithBrowser('an annual report, without JavaScript', () => {
  const chrome = openBrowser()
  const site = openDemoSite()

  it.each(stories)('is begun, written, filed, released, read and accepted in $lang', async ({ lang, yearsBack, number, problems }) => {
    const t = words[lang]
    const year = Number(site().today().slice(0, 4)) - yearsBack
    const title = words.zh('reports.annual.title', { unit: '明川市应急管理局', year })

    const writer = await chrome.newPage({ lang, javaScript: false })
    await signIn(writer, cast.writer, { lang, next: `/desk/reports?year=${year}` })
    await press(writer, t('reports.desk.begin'))
    await writer.getByText(t('reports.making.begun'), { exact: true }).waitFor()
    const report = new URL(writer.url()).pathname
    await writer.getByText(t('reports.next.in-the-way')).first().waitFor()
    expect(await writer.getByRole('button', { name: t('reports.making.file'), exact: true }).count()).toBe(0)

    await fillBlanks(writer, lang, number)
    await writer.getByText(t('reports.making.no-breach')).waitFor()
    await writer.locator('[name="text-五"]').fill(problems)
    await press(writer, t('reports.making.save'))
    await writer.getByText(t('reports.making.saved'), { exact: true }).waitFor()
    await writer.getByRole('link', { name: t('reports.next.file') }).click()
    await press(writer, t('reports.making.file'))
    await writer.getByText(t('reports.making.filed'), { exact: true }).waitFor()

    await writer.getByRole('link', { name: t('reports.next.hand-in') }).click()
    await answerChecks(writer, lang)
    await press(writer, t('publishing.move.submit'))
    await writer.getByText(t('publishing.done.submit')).waitFor()
    const address = `/${lang}/reports/annual/${year}?unit=emergency`
    const resident = await chrome.newPage({ lang, javaScript: false })
    expect((await resident.goto(address))?.status(), 'nothing is public before the last hand').toBe(404)
    await approve(chrome, title, lang)
    await clear(chrome, title, lang)
    await sign(chrome, title, lang)

    await expect.poll(async () => (await resident.goto(address))?.status()).toBe(200)
    const read = resident.getByRole('main')
    for (const said of [problems, number]) expect(await read.innerText()).toContain(said)
    await resident.goto(`/${lang}/reports`)
    await resident.locator(`a[href="${address}"]`).click()
    await resident.locator('a[href*="cell=t2%2F1%2Ftotal"]').last().click()
    await resident.getByText(t('reports.public.cell.sum')).waitFor()
    await resident.goBack()
    await resident.locator('a[href*="cell=t1%2Fcharges%2Famount"]').click()
    expect(await resident.getByRole('main').innerText()).toContain(t('reports.public.cell.by-hand'))

    const office = await chrome.newPage({ lang, javaScript: false })
    await signIn(office, 'suwen', { lang, next: report.slice(`/${lang}`.length) })
    await office.getByRole('link', { name: t('reports.next.judge') }).click()
    await office.getByLabel(t('reports.making.accept'), { exact: true }).check()
    await press(office, t('reports.making.judge-button'))
    await office.getByText(t('reports.making.judged'), { exact: true }).waitFor()
    await writer.goto(report)
    expect(await writer.getByRole('main').innerText()).toContain(t('reports.state.accepted'))
  })

  /** All reports have the same form, so each is much like those of other units: the writer says once why it is another. */
  async function answerChecks(page: Page, lang: (typeof stories)[number]['lang']): Promise<void> {
    const answer = page.getByLabel(words[lang]('publishing.answer.label'), { exact: true }).filter({ visible: true })
    while ((await answer.count()) > 0) {
      await answer.first().fill('年度报告格式全国统一，内容是本单位的。')
      await press(page, words[lang]('publishing.answer.button'))
      await page.waitForLoadState()
    }
  }

  /** Opens each cell that is blank, by the link beside it, and enters a number with what shows it; the first in money, the rest nothing. */
  async function fillBlanks(page: Page, lang: (typeof stories)[number]['lang'], number: string): Promise<void> {
    const t = words[lang]
    const report = page.url()
    const blanks = page.locator('.gk-breaches a')
    for (let left = await blanks.count(); left > 0; left = await blanks.count()) {
      await blanks.last().click()
      const isMoney = page.url().includes('charges')
      await fill(page, { [t('account.enter.value')]: isMoney ? number : '0', [t('account.enter.evidence')]: '法规和财务部门年度台账' })
      await press(page, t('reports.cell.enter'))
      await page.getByText(t('reports.making.entered'), { exact: true }).waitFor()
      expect(await blanks.count()).toBeLessThan(left)
      await page.goto(report)
    }
  }
})
