import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { Lang } from '../../src/kernel/translate.ts'
import { describeWithBrowser, openBrowser, signIn, words, type Chrome } from '../support/browser.ts'
import { cast, press } from '../support/hands.ts'
import { journeyDay } from '../support/running-site.ts'

describeWithBrowser('an application that came over the counter', () => {
  const chrome = openBrowser()

  it('goes from the desk through four hands to the applicant, who reads the reply: without a script', async () => {
    const t = words.zh
    const desk = await enter(chrome, 'zh', '柳溪桥2024年加固工程的监理日志')
    const [number, code] = await desk.getByRole('main').locator('dd strong').allInnerTexts()
    await desk.getByRole('link', { name: t('applications.registered.open') }).click()
    await desk.waitForURL(/\/applications\/[0-9a-f-]{36}$/)
    const home = desk.url()

    await next(desk, 'assign')
    await desk.locator('[name=person]').selectOption({ label: '林晓' })
    await sendForm(desk)
    await next(desk, 'decide')
    await desk.locator('[name=leaf]').selectOption('U1')
    await sendForm(desk)
    expect(await desk.getByRole('main').innerText(), 'what a decision lacks').toContain(t('applications.missing.ground'))
    await next(desk, 'decide')
    await fillNames(desk, {
      facts: '经检索，我局未制作也未获取该日志。',
      ground: '该工程由市城建集团组织实施。',
      search: '检索档案系统和纸质档案',
    })
    await sendForm(desk)
    await next(desk, 'write')
    await fillNames(desk, { number: '明应急公开〔2026〕第81号' })
    await sendForm(desk)
    await press(desk, t('applications.move.submit'))
    await desk.getByText(t('applications.said.letter-submit')).waitFor()

    for (const [login, move] of [
      [cast.head, 'approve'],
      [cast.secrecy, 'clear'],
      [cast.signer, 'sign'],
    ] as const) {
      const hand = await chrome.newPage({ lang: 'zh', javaScript: false })
      await signIn(hand, login, { lang: 'zh', next: new URL(home).pathname.replace('/zh', '') })
      await press(hand, t(`applications.move.${move}`))
      await hand.getByText(t(`applications.said.letter-${move}`)).waitFor()
    }

    await desk.goto(home)
    await next(desk, 'send')
    await desk.locator('[name=way]').selectOption('hand')
    await fillNames(desk, { servedOn: '2099-01-01' })
    await sendForm(desk)
    expect(await desk.getByRole('alert').innerText()).toContain(t('applications.refused.after-today'))
    await fillNames(desk, { servedOn: journeyDay })
    await sendForm(desk)
    await desk.getByText(t('applications.said.send')).waitFor()
    expect(await desk.getByRole('main').innerText()).toContain(t('applications.state.replied'))

    const resident = await chrome.newPage({ lang: 'zh', javaScript: false, width: 375 })
    await resident.goto('/zh/track')
    await fillNames(resident, { number: number ?? '', code: code ?? '' })
    await press(resident, t('apply.track.button'))
    await resident.getByRole('heading', { name: t('apply.track.stands.replied') }).waitFor()
    expect(await resident.getByRole('article').innerText()).toContain('我局未制作也未获取该日志')
  })

  it('is not entered with a day that is yet to come: the form says so, keeps what was typed, and counts once', async () => {
    const t = words.en
    const desk = await openForm(chrome, 'en')
    await fillRequest(desk, 'Supervision log of a bridge', '2099-01-01')
    await sendForm(desk)
    expect(await desk.getByRole('alert').innerText()).toContain(t('applications.refused.arrived-ahead'))
    expect(await desk.locator('[name=wanted]').inputValue()).toBe('Supervision log of a bridge')
    expect(await desk.locator('[name=identityNumber]').inputValue()).toBe('E12345678')
    await fillNames(desk, { arrivedOn: journeyDay })
    const answered = desk.waitForResponse((answer) => answer.request().method() === 'POST' && answer.status() < 400)
    await desk.getByRole('main').locator('form').last().locator('button').first().dblclick()
    await answered
    await desk.getByRole('heading', { name: t('applications.registered.title') }).waitFor()
    await desk.goto('/en/desk/applications?view=all&text=Supervision+log+of+a+bridge')
    expect(
      await desk
        .getByRole('table')
        .getByRole('link', { name: /emergency-2026-/ })
        .allInnerTexts(),
      'pressed twice, entered once',
    ).toHaveLength(1)
  })
})

async function openForm(chrome: Chrome, lang: Lang): Promise<Page> {
  const desk = await chrome.newPage({ lang, javaScript: false })
  await signIn(desk, cast.writer, { lang, next: '/desk/applications/new' })
  return desk
}

async function enter(chrome: Chrome, lang: Lang, wanted: string): Promise<Page> {
  const desk = await openForm(chrome, lang)
  await fillRequest(desk, wanted, journeyDay)
  await sendForm(desk)
  await desk.getByRole('heading', { name: words[lang]('applications.registered.title') }).waitFor()
  return desk
}

async function fillRequest(desk: Page, wanted: string, arrivedOn: string): Promise<void> {
  const chosen = { unit: 'emergency', channel: 'counter', form: 'paper', way: 'collect', applicantKind: 'person', identityKind: 'passport' }
  for (const [name, value] of Object.entries(chosen)) await desk.locator(`[name=${name}]`).selectOption(value)
  await fillNames(desk, { wanted, arrivedOn, name: '王小明', identityNumber: 'E12345678', phone: '13800001111' })
}

async function fillNames(page: Page, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) await page.locator(`[name=${name}]`).fill(value)
}

/** Takes the one next act that the page of a case offers. */
async function next(page: Page, act: 'assign' | 'decide' | 'write' | 'send'): Promise<void> {
  await page
    .getByRole('link', { name: words.zh(`applications.next.${act}`), exact: true })
    .first()
    .click()
}

/** Sends the form that the page is for. */
async function sendForm(page: Page): Promise<void> {
  const answered = page.waitForResponse((answer) => answer.request().method() === 'POST')
  await page.locator('main form:has(textarea, select, input:not([type=hidden]))').first().locator('button').first().click()
  await answered
  await page.waitForLoadState('load')
}
