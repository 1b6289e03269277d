import type { Page, Response } from 'playwright-core'
import { expect, it } from 'vitest'
import type { Lang } from '../../src/kernel/translate.ts'
import { describeWithBrowser, openBrowser, words } from '../support/browser.ts'
import { fill } from '../support/hands.ts'
import { faultsOn } from '../support/page-faults.ts'

describeWithBrowser('somebody who asks for information', () => {
  const chrome = openBrowser()

  it('gets from the unit to the receipt and the page of the case without a script, on a phone, and takes it back', async () => {
    const t = words.zh
    const page = await chrome.newPage({ lang: 'zh', javaScript: false, width: 375 })
    await page.goto('/zh/apply?q=%E5%BA%94%E6%80%A5%E7%AE%A1%E7%90%86%E5%B1%80')
    await page.getByRole('main').getByRole('listitem').getByRole('link').last().click()
    await fill(page, { [t('apply.wish.wanted')]: '1. 2026年安全生产检查结果\n2. 防汛应急预案' })
    await push(page, t('apply.wish.button'))
    await page.getByRole('heading', { name: t('apply.parts.title', { n: 2 }) }).waitFor()
    await push(page, t('apply.found.on'))
    await push(page, t('apply.who.button'))
    await page.getByRole('alert').getByText(t('apply.refused.name-missing')).waitFor()
    await sayWho(page, 'zh')
    await push(page, t('apply.who.button'))
    await page.getByRole('heading', { name: t('apply.receipt.title') }).waitFor()
    expect(page.url()).toMatch(/\/zh\/apply\/[a-z-]+\/send$/)
    const code = await page.getByText(/^(?:[0-9A-Z]{4}-){6}[0-9A-Z]{2}$/).innerText()
    await push(page, t('apply.receipt.open'))
    await page.getByRole('heading', { name: t('apply.track.stands.running') }).waitFor()
    expect(await page.content()).not.toContain(code)
    await push(page, t('apply.track.recall-button'))
    await page.getByText(t('apply.track.done.recall')).waitFor()
    await push(page, t('apply.track.end'))
    await page.getByText(t('apply.track.said.ended')).waitFor()
  })

  it.each(['zh', 'en'] as const)('meets no fault on any screen: %s', async (lang) => {
    const t = words[lang]
    const page = await chrome.newPage({ lang })
    const faults: string[] = []
    const look = async (name: string, answer: Response): Promise<void> => {
      faults.push(...(await faultsOn(page, answer)).map((fault) => `${name}: ${fault}`))
    }
    await page.goto(`/${lang}/apply/emergency`)
    await look('wish, refused', await push(page, t('apply.wish.button')))
    await fill(page, { [t('apply.wish.wanted')]: '1. 2026年安全生产检查结果\n2. 防汛应急预案' })
    await look('found', await push(page, t('apply.wish.button')))
    await look('who', await push(page, t('apply.found.on')))
    await look('who, refused', await push(page, t('apply.who.button')))
    await sayWho(page, lang)
    await look('receipt', await push(page, t('apply.who.button')))
    const opened = page.waitForResponse((answer) => answer.url().endsWith('/track/case'))
    await push(page, t('apply.receipt.open'))
    await look('case', await opened)
    await page.goto(`/${lang}/track`)
    await look('track, refused', await push(page, t('apply.track.button')))
    expect(faults).toEqual([])
  })
})

async function sayWho(page: Page, lang: Lang): Promise<void> {
  const t = words[lang]
  await page.getByRole('radio').first().check()
  await page.getByLabel(t('apply.who.paper'), { exact: true }).selectOption('passport')
  await fill(page, { [t('apply.who.name')]: '王小明', [t('apply.who.number')]: 'E12345678' })
  await page.locator('[name=phone]').fill('13800001111')
}

/** Presses a button of the page and gives the answer to its form. */
async function push(page: Page, name: string): Promise<Response> {
  const answered = page.waitForResponse((answer) => answer.request().method() === 'POST')
  await page.getByRole('button', { name, exact: true }).click()
  const answer = await answered
  await page.waitForLoadState('load')
  return answer
}
