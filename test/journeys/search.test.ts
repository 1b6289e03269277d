import { expect, it } from 'vitest'
import { countMissed } from '../../src/features/searches/index.ts'
import { addDays } from '../../src/kernel/day.ts'
import { axe, describeWithBrowser, openBrowser, openDemoSite, signIn, words } from '../support/browser.ts'
import { press } from '../support/hands.ts'

describeWithBrowser('somebody searches', () => {
  const chrome = openBrowser()
  const site = openDemoSite()

  it('types, and goes through the suggestions with the keyboard', async () => {
    const page = await chrome.newPage({ lang: 'zh' })
    await page.goto('/zh/')
    const input = page.getByRole('combobox', { name: words.zh('ui.search.label') })
    await input.pressSequentially('应急管理')
    const list = page.getByRole('listbox')
    await list.getByRole('option').first().waitFor()
    expect(await input.getAttribute('aria-expanded')).toBe('true')
    expect(await axe(page)).toEqual([])
    await input.press('ArrowDown')
    const chosen = page.getByRole('option', { selected: true })
    expect(await input.getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'))
    await input.press('Escape')
    expect(await list.isHidden()).toBe(true)
    await input.pressSequentially('局')
    await list.getByRole('option').first().waitFor()
    const bureau = list.getByRole('option', { name: `明川市应急管理局 ${words.zh('portal.names.kind.unit')}`, exact: true })
    while ((await bureau.getAttribute('aria-selected')) !== 'true') await input.press('ArrowDown')
    await input.press('Enter')
    await page.waitForURL(/\/zh\/units\/emergency$/)
  })

  it('without a script: is asked what was meant, narrows the list, and takes the filter away again', async () => {
    const t = words.zh
    const page = await chrome.newPage({ lang: 'zh', javaScript: false, width: 375 })
    await page.goto(`/zh/search?q=${encodeURIComponent('防讯应急')}`)
    await page.getByText(t('portal.search.meant')).getByRole('link', { name: '防汛应急', exact: true }).click()
    const total = await page.locator('.gk-listhead__count').innerText()
    await page.locator('.gk-facets > summary').click()
    await page
      .getByRole('navigation', { name: t('ui.filters.title') })
      .getByRole('link', { name: '2026', exact: true })
      .click()
    expect(new URL(page.url()).searchParams.get('year')).toBe('2026')
    expect(await page.locator('.gk-listhead__count').innerText()).not.toBe(total)
    await page
      .getByRole('list', { name: t('portal.facet.set') })
      .getByRole('link')
      .click()
    expect(await page.locator('.gk-listhead__count').innerText()).toBe(total)
    await page.getByRole('link', { name: t('portal.kind.names') }).click()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(t('portal.names.title-for', { words: '防汛应急' }))
  })

  it('in vain: the office sees it, makes it a duty, and the next search finds the line of the catalogue', async () => {
    const t = words.en
    const missing = 'wheelchair loans'
    for (const ago of [8, 1]) await countMissed({ ...site(), today: () => addDays(site().today(), -ago) }, missing)
    const resident = await chrome.newPage({ lang: 'en', javaScript: false })
    await resident.goto('/en/')
    await resident.getByLabel(t('ui.search.label')).fill(missing)
    await press(resident, t('ui.search.button'))
    await resident.getByText(t('portal.search.nothing.counted')).waitFor()

    const office = await chrome.newPage({ lang: 'en', javaScript: false })
    await signIn(office, 'suwen', { lang: 'en', next: '/desk/searches' })
    await office.getByRole('link', { name: missing, exact: true }).click()
    await press(office, t('searches.save-decision'))
    await office.getByRole('alert').getByText(t('searches.refused.decision-missing')).waitFor()
    await office.getByLabel(t('searches.decision.duty'), { exact: true }).check()
    await press(office, t('searches.save-decision'))

    const title = office.getByLabel(t('catalogue.form.titleEn'), { exact: true })
    expect(await title.inputValue()).toBe(missing)
    await office.getByLabel(t('catalogue.form.titleZh'), { exact: true }).fill('轮椅借用点')
    await office.locator('select[name=category]').selectOption({ index: 1 })
    await office.locator('input[name=code]').fill('wheelchair-loans')
    await office.locator('textarea[name=basisZh]').fill('《政府信息公开条例》第二十条')
    await office.locator('input[name=withinDays]').fill('10')
    for (const group of await office.locator('#units > details > summary').all()) await group.click()
    await office.locator('input[name=units][value=emergency]').check()
    await office.locator('input[name=levels]').first().check()
    await press(office, t('catalogue.duty.save-new'))
    await office.waitForURL(/\/desk\/catalogue\/duties\/wheelchair-loans/)

    await office.goto('/en/desk/searches?view=decided')
    expect(await office.getByRole('main').innerText()).toContain(t('searches.decided.duty'))
    await resident.goto(`/en/search?q=${encodeURIComponent(missing)}`)
    await resident.getByRole('link', { name: /^wheelchair loans · / }).waitFor()
  })
})
