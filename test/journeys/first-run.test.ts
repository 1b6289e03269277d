import { afterAll, beforeAll, expect, it } from 'vitest'
import { hasOperator, setupSecret } from '../../src/features/accounts/index.ts'
import type { Site } from '../../src/platform/site.ts'
import { describeWithBrowser, openBrowser, signIn, words } from '../support/browser.ts'
import { freshDatabase } from '../support/database.ts'
import { fill, optional, press } from '../support/hands.ts'
import { faultsOn } from '../support/page-faults.ts'
import { startSite } from '../support/running-site.ts'

const t = words.en

describeWithBrowser('the first run', () => {
  const chrome = openBrowser()
  let site: Site
  let url = ''
  let secret = ''
  let stop = async (): Promise<void> => undefined

  beforeAll(async () => {
    const running = await startSite(await freshDatabase())
    ;({ url, site, stop } = running)
    secret = setupSecret()
  })
  afterAll(() => stop())

  it('shows whoever reads the console how to begin, and nobody else', async () => {
    for (const lang of ['zh', 'en'] as const) {
      const page = await chrome.newPage({ url, lang })
      const answer = await page.goto(`/${lang}/set-up`)
      expect(answer === null ? ['no answer'] : await faultsOn(page, answer)).toEqual([])
    }
    const page = await chrome.newPage({ url, javaScript: false })
    await page.goto('/en/set-up')
    await fill(page, { [t('accounts.set-up.secret')]: 'a-guess', [t('accounts.login')]: 'mallory' })
    await press(page, t('accounts.set-up.button'))
    await page.getByRole('alert').getByText(t('accounts.refused.secret-wrong')).waitFor()
    expect(await page.getByLabel(t('accounts.login'), { exact: true }).inputValue(), 'nothing that was typed is lost').toBe('mallory')
    expect(await hasOperator(site.database.read)).toBe(false)
  })

  it('goes from an empty database to a government, an operator, a colleague and a unit', async () => {
    const operator = await chrome.newPage({ url, javaScript: false })
    await operator.goto('/en/set-up')
    await fill(operator, {
      [t('accounts.set-up.secret')]: secret,
      [t('accounts.set-up.government.zh')]: '清河市人民政府',
      [t('accounts.set-up.government.en')]: 'Qinghe City Government',
      [t('accounts.login')]: 'shenlan',
      [t('accounts.name.zh')]: '沈岚',
      [t('accounts.name.en')]: 'Shen Lan',
      [t('accounts.password')]: 'kettle orbit marmot willow',
    })
    await press(operator, t('accounts.set-up.button'))
    await operator.getByRole('heading', { name: t('accounts.sign-in.title') }).waitFor()
    expect((await operator.goto('/en/set-up'))?.status(), 'the page closes for good').toBe(404)
    await signIn(operator, 'shenlan', { password: 'kettle orbit marmot willow', next: '/desk/people' })

    await press(operator, t('accounts.new.title'))
    await fill(operator, { [t('accounts.login')]: 'songyi', [t('accounts.name.zh')]: '宋一', [t('accounts.name.en')]: 'Song Yi' })
    await press(operator, t('accounts.new.button'))
    const oneTime = await operator.getByRole('main').locator('code').last().innerText()
    await press(operator, t('accounts.one-time.next'))
    await operator.getByRole('link', { name: t('accounts.grant.title') }).click()
    await operator.getByLabel(t('accounts.unit'), { exact: true }).selectOption({ label: 'Qinghe City Government' })
    await operator.getByRole('radio', { name: t('accounts.role.office') }).check()
    await press(operator, t('accounts.grant.title'))
    await operator.getByText(t('accounts.done.granted')).waitFor()

    const office = await chrome.newPage({ url, javaScript: false })
    await signIn(office, 'songyi', { password: oneTime })
    await fill(office, { [t('accounts.password.old')]: oneTime, [t('accounts.password.new')]: 'granite teapot violin seven' })
    await press(office, t('accounts.password.change'))
    await office.getByText(t('accounts.done.password')).waitFor()
    await office.goto('/en/desk/units')
    await office.getByRole('link', { name: 'Qinghe City Government', exact: true }).click()
    await office.getByRole('link', { name: t('organisations.new.link') }).click()
    await fill(office, {
      [t('organisations.field.name-zh')]: '清河市民政局',
      [t('organisations.field.name-en')]: 'Qinghe Civil Affairs Bureau',
      [optional('en', t('organisations.field.short-en'))]: 'Civil Affairs',
      [t('organisations.field.code')]: 'civil',
    })
    await office.getByLabel(t('organisations.field.kind'), { exact: true }).selectOption({ label: t('organisations.kind.department') })
    await press(office, t('organisations.new.save'))
    await office.getByText(t('organisations.done.added')).waitFor()

    const resident = await chrome.newPage({ url, lang: 'zh', javaScript: false })
    await resident.goto('/zh/units/civil')
    expect(await resident.getByRole('heading', { level: 1 }).innerText()).toContain('清河市民政局')
    expect(await resident.getByRole('banner').innerText()).toContain('清河市人民政府')
  })
})
