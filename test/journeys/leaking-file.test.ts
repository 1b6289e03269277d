import { expect, it } from 'vitest'
import { createDocument } from '../../src/features/publishing/index.ts'
import { rows, xlsx } from '../leaks/make-office.ts'
import { describeWithBrowser, openBrowser, openDemoSite, signIn, words } from '../support/browser.ts'
import { givenContent, must } from '../support/given.ts'
import { approve, cast, castOf, clear, press, sign } from '../support/hands.ts'
import { publicFiles } from '../support/stages.ts'

const secret = '11010519491231002X'

describeWithBrowser('a file with more in it than it shows', () => {
  const chrome = openBrowser()
  const site = openDemoSite()

  it.each(['zh', 'en'] as const)('in %s: is found out, cleaned in one step, and only the clean copy is ever public', async (lang) => {
    const t = words[lang]
    const officers = await castOf(site())
    const title = `收费标准（${lang}）`
    const { id, indexNumber } = must(
      await createDocument(site(), officers.writer, {
        unitId: officers.unit.id,
        content: givenContent({ title, body: `${lang}：收费标准见附件。` }),
      }),
    )
    const page = await chrome.newPage({ lang, javaScript: false })
    await signIn(page, cast.writer, { lang, next: `/desk/documents/${id}` })
    const sheets = [
      { name: '收费', xml: rows(['', '首小时', '免费']) },
      { name: '名单', xml: rows(['', '张三', secret]), state: 'hidden' as const },
    ]
    const original = xlsx(sheets)
    await page
      .getByLabel(t('publishing.files.label'), { exact: true })
      .setInputFiles({ name: 'fees.xlsx', mimeType: 'application/octet-stream', buffer: original })
    await press(page, t('publishing.files.attach'))
    const main = page.getByRole('main')
    await expect
      .poll(
        async () => {
          const again = page.getByRole('link', { name: t('files.waiting.again'), exact: true })
          if ((await again.count()) > 0) await again.click()
          return main.innerText()
        },
        { timeout: 120_000, interval: 500 },
      )
      .toContain(t('files.found.hidden-sheet.title'))
    expect(await main.innerText(), 'where it stands').toContain('名单!B1')
    expect(await main.innerText(), 'it cannot go on').toContain(t('publishing.obstacle.blocked'))

    await page.getByRole('button', { name: new RegExp(`^${t('files.clean.button')}`) }).click()
    await page.getByText(t('files.done'), { exact: true }).waitFor()
    expect(await main.innerText()).toContain(t('files.state.looked'))
    await press(page, t('publishing.move.submit'))
    await page.getByText(t('publishing.done.submit')).waitFor()
    await approve(chrome, title, lang)
    await clear(chrome, title, lang)
    await sign(chrome, title, lang)

    const [file] = await publicFiles(site(), { indexNumber })
    const given = await page.request.get(`/files/${id}/${file?.id}/fees.xlsx`)
    expect(given.status()).toBe(200)
    expect((await given.body()).toString('latin1')).not.toContain('sheet2.xml')
    expect((await given.body()).equals(original)).toBe(false)
    const sealed = await page.request.get(`/${lang}/desk/documents/${id}/files/${file?.id}/original`)
    expect((await sealed.body()).equals(original), 'those who answer for it can see the original').toBe(true)
    const stranger = await chrome.newPage({ lang, javaScript: false })
    expect((await stranger.request.get(`/files/${id}/${(file?.id ?? 0) - 1}/fees.xlsx`)).status(), 'and nobody else').toBe(404)
  })
})
