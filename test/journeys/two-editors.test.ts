import { expect, it } from 'vitest'
import { createDocument, listForDesk } from '../../src/features/publishing/index.ts'
import { describeWithBrowser, openBrowser, openDemoSite, signIn, words } from '../support/browser.ts'
import { givenContent, must } from '../support/given.ts'
import { cast, castOf, fill, openDocument, press } from '../support/hands.ts'
import { journeyDay } from '../support/running-site.ts'

describeWithBrowser('two editors of one document', () => {
  const chrome = openBrowser()
  const site = openDemoSite()

  it.each(['zh', 'en'] as const)('in %s: the second sees theirs, his own and the difference, and nothing is lost', async (lang) => {
    const t = words[lang]
    const officers = await castOf(site())
    const content = givenContent({ title: `值守电话（${lang}）`, body: '值守电话每日有人接听。' })
    const { id } = must(await createDocument(site(), officers.writer, { unitId: officers.unit.id, content }))
    const [first, second] = [await chrome.newPage({ lang, javaScript: false }), await chrome.newPage({ lang, javaScript: false })]
    for (const page of [first, second]) await signIn(page, cast.writer, { lang, next: `/desk/documents/${id}/edit` })

    await fill(first, { [t('publishing.field.body')]: '值守电话工作日有人接听。' })
    await press(first, t('publishing.write.save'))
    await first.getByText(t('publishing.done.saved'), { exact: true }).waitFor()
    await fill(second, { [t('publishing.field.body')]: '值守电话昼夜有人接听。', [t('publishing.field.title')]: '昼夜值守电话' })
    await press(second, t('publishing.write.save'))

    await second.getByRole('region', { name: t('ui.meanwhile.title') }).waitFor()
    const main = second.getByRole('main')
    expect(await main.innerText(), 'theirs').toContain('值守电话工作日有人接听。')
    expect(await second.getByLabel(t('publishing.field.body'), { exact: true }).inputValue(), 'his own').toContain('昼夜有人接听')
    expect(await second.getByLabel(t('publishing.field.title'), { exact: true }).inputValue()).toBe('昼夜值守电话')
    expect(await main.getByRole('deletion').allInnerTexts(), 'the difference').toContain('工作日')
    expect(await main.getByRole('insertion').allInnerTexts()).toContain('昼夜')

    await press(second, t('publishing.write.save'))
    await second.getByText(t('publishing.done.saved'), { exact: true }).waitFor()
    expect(await main.innerText(), 'saved knowingly, over theirs').toContain('值守电话昼夜有人接听。')
    await second.goto(`/${lang}/desk/documents/${id}?compare=2`)
    expect(await main.innerText(), 'theirs stays among the versions').toContain('工作日')
  })

  it('begins one document when the button is pressed twice', async () => {
    const t = words.en
    const page = await chrome.newPage()
    const title = '按了两次的通知'
    await signIn(page, cast.writer, { next: '/desk/documents/new' })
    await fill(page, {
      [t('publishing.field.title')]: title,
      [t('publishing.field.body')]: '按一次就够了。',
      [t('publishing.field.formed-on')]: journeyDay,
    })
    await page.getByRole('button', { name: t('publishing.write.save'), exact: true }).dblclick()
    await page.getByRole('heading', { name: title }).waitFor()
    const officers = await castOf(site())
    const lines = await listForDesk(site().database.read, { unitIds: [officers.unit.id], words: title, limit: 5 })
    expect(lines.map((line) => String(line.id))).toEqual([openDocument(page)])
  })

  it('begins one document when the same form is sent from two tabs at once', async () => {
    const t = words.zh
    const page = await chrome.newPage({ lang: 'zh', javaScript: false })
    const title = '从两个标签页发出的通知'
    await signIn(page, cast.writer, { lang: 'zh', next: '/desk/documents/new' })
    const hidden = (name: string) => page.getByRole('main').locator(`input[name="${name}"]`).first().getAttribute('value')
    const form: Record<string, string> = { title, body: '同一张表。', formedOn: journeyDay, _act: 'save', language: 'zh' }
    for (const name of ['_token', '_once', 'unit']) form[name] = (await hidden(name)) ?? ''
    const send = () => page.request.post('/zh/desk/documents/new', { form, headers: { origin: new URL(page.url()).origin } })
    const answers = await Promise.all([send(), send()])
    expect(answers.map((answer) => answer.status())).toEqual([200, 200])
    expect(new Set(answers.map((answer) => answer.url())).size, 'both lead to the same document').toBe(1)
    await page.goto('/zh/desk/documents')
    expect(await page.getByRole('link', { name: title, exact: true }).count()).toBe(1)
    await page.getByRole('heading', { name: t('publishing.list.title') }).waitFor()
  })
})
