import { expect, it } from 'vitest'
import { codeAt } from '../../src/features/accounts/sessions/check-code.ts'
import { addDays, asDay } from '../../src/kernel/day.ts'
import { demoPassword } from '../../src/features/accounts/index.ts'
import { describeWithBrowser, openBrowser, openDemoSite, signIn, trySignIn, words } from '../support/browser.ts'
import { fill, press } from '../support/hands.ts'
import { faultsOn } from '../support/page-faults.ts'
import { journeyDay } from '../support/running-site.ts'

describeWithBrowser('signing in', () => {
  const chrome = openBrowser()
  const site = openDemoSite()

  it.each(['zh', 'en'] as const)('says in %s what is wrong, and keeps the login but never the password', async (lang) => {
    const t = words[lang]
    const page = await chrome.newPage({ lang, javaScript: false })
    await trySignIn(page, 'panshuyu', { lang, password: 'not the password at all' })
    await page.getByRole('alert').getByText(t('accounts.sign-in.wrong')).waitFor()
    expect(await page.getByLabel(t('accounts.login'), { exact: true }).inputValue()).toBe('panshuyu')
    expect(await page.getByLabel(t('accounts.password'), { exact: true }).inputValue()).toBe('')
    expect(await page.title(), 'a screen reader hears first that something is wrong').toContain(t('ui.title.error', { title: '' }).trim())
    await signIn(page, 'panshuyu', { lang })
    await page.getByText(t('desk.home.greeting', { name: lang === 'zh' ? '潘书宇' : 'Pan Shuyu' })).waitFor()
  })

  it('leads back to the page that was asked for', async () => {
    const page = await chrome.newPage()
    await page.goto('/en/desk/tasks?unit=education')
    await fill(page, { [words.en('accounts.login')]: 'panshuyu', [words.en('accounts.password')]: demoPassword })
    await press(page, words.en('accounts.sign-in.button'))
    await page.waitForURL('**/en/desk/tasks?unit=education')
  })

  it('takes a second factor once it is switched on: a code that works once', async () => {
    const t = words.en
    const page = await chrome.newPage()
    await signIn(page, 'zhaosilin', { next: '/desk/account/second-factor' })
    await fill(page, { [t('accounts.password')]: demoPassword })
    await press(page, t('accounts.second-factor.begin'))
    const secret = (await page.getByRole('main').locator('code').innerText()).replaceAll(' ', '')
    await fill(page, { [t('accounts.code')]: codeAt(secret, site().now()) })
    await press(page, t('accounts.second-factor.confirm'))
    await page.getByText(t('accounts.done.second-factor-on')).waitFor()

    const again = await chrome.newPage()
    await signIn(again, 'zhaosilin')
    for (const lang of ['zh', 'en'] as const) {
      const answer = await again.goto(`/${lang}/sign-in/code`)
      expect(answer === null ? ['no answer'] : await faultsOn(again, answer)).toEqual([])
    }
    await fill(again, { [t('accounts.code')]: '000000' })
    await press(again, t('accounts.sign-in.button'))
    await again.getByRole('alert').getByText(t('accounts.code.wrong')).waitFor()
    const next = codeAt(secret, new Date(site().now().getTime() + 30_000))
    await fill(again, { [t('accounts.code')]: next })
    await press(again, t('accounts.sign-in.button'))
    await again.getByText(t('desk.home.greeting', { name: 'Zhao Silin' })).waitFor()

    const thief = await chrome.newPage()
    await signIn(thief, 'zhaosilin')
    await fill(thief, { [t('accounts.code')]: next })
    await press(thief, t('accounts.sign-in.button'))
    await thief.getByRole('alert').getByText(t('accounts.code.wrong')).waitFor()
  })

  it('lists where somebody is signed in, and ends a session elsewhere', async () => {
    const t = words.zh
    const here = await chrome.newPage({ lang: 'zh', javaScript: false })
    const elsewhere = await chrome.newPage({ lang: 'zh', javaScript: false })
    await signIn(elsewhere, 'dengsixuan', { lang: 'zh' })
    await signIn(here, 'dengsixuan', { lang: 'zh', next: '/desk/account' })
    await here.getByText(t('accounts.session.this')).waitFor()
    await press(here, t('accounts.session.end'))
    await here.getByText(t('accounts.done.session')).waitFor()
    await elsewhere.goto('/zh/desk')
    await elsewhere.getByRole('heading', { name: t('accounts.sign-in.title') }).waitFor()
    await here.goto('/zh/desk')
    await here.getByText(t('desk.home.greeting', { name: '邓思轩' })).waitFor()
  })

  it('lets a stand-in work under their own name for as long as it was laid down', async () => {
    const t = words.en
    const operator = await chrome.newPage({ javaScript: false })
    await signIn(operator, 'luoan', { next: '/desk/people?q=guoshuzhe' })
    await operator.getByRole('main').getByRole('link', { name: 'Guo Shuzhe' }).click()
    await operator
      .getByRole('main')
      .getByRole('link', { name: new RegExp(t('accounts.role.secrecy-reviewer')) })
      .click()
    const form = operator.getByRole('form', { name: t('accounts.stand-in.title') })
    await form.getByLabel(t('accounts.stand-in.login')).fill('daishuxuan')
    await form.getByLabel(t('accounts.since')).fill(journeyDay)
    await form.getByLabel(t('accounts.until')).fill(addDays(asDay(journeyDay), 7))
    await form.getByLabel(t('accounts.reason')).fill('On leave for a week')
    await form.getByRole('button').click()
    await operator.getByText(t('accounts.done.stand-in')).waitFor()

    const standIn = await chrome.newPage({ javaScript: false })
    await signIn(standIn, 'daishuxuan', { next: '/desk/account' })
    const page = standIn.getByRole('main')
    expect(await page.innerText()).toMatch(new RegExp(t('accounts.stands-in-for', { name: '.*Guo Shuzhe' })))
    await standIn.goto('/en/desk/units/education')
    expect(await standIn.getByRole('heading', { level: 1 }).innerText()).toContain('Education')
  })
})
