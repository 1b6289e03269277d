import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { demoPassword } from '../../src/features/accounts/index.ts'
import type { StoredDocument } from '../../src/features/publishing/index.ts'
import type { Lang } from '../../src/kernel/translate.ts'
import { demoUrl, describeWithBrowser, openBrowser, openDemoSite, signIn, words } from '../support/browser.ts'
import { givenPublished } from '../support/given.ts'
import { approve, cast, castOf, clear, fill, letFreshnessPass, press, sign } from '../support/hands.ts'

describeWithBrowser('what follows a release', () => {
  const chrome = openBrowser()
  const site = openDemoSite()
  let officers: Awaited<ReturnType<typeof castOf>>

  beforeAll(async () => {
    officers = await castOf(site())
  })

  it('corrects in public: the old text stays until the new one has passed the same hands', async () => {
    const t = words.zh
    const title = '避难场所开放时间'
    const document = await published(title, '避难场所每日八时开放。')
    const signer = await openChange(document, 'correct', 'zh')
    await fill(signer, { [t('publishing.change-page.reason')]: '时间写错。' })
    await press(signer, t('publishing.change.correct'))
    await confirm(signer, 'zh')
    await signer.getByText(t('publishing.done.correct')).waitFor()

    const writer = await chrome.newPage({ lang: 'zh', javaScript: false })
    await signIn(writer, cast.writer, { lang: 'zh', next: `/desk/documents/${document.id}/edit` })
    await fill(writer, { [t('publishing.field.body')]: '避难场所每日六时开放。' })
    await press(writer, t('publishing.write.submit'))
    await writer.getByText(t('publishing.done.submit')).waitFor()
    await approve(chrome, title, 'zh')
    await clear(chrome, title, 'zh')
    expect(await publicText(document)).toContain('避难场所每日八时开放。')
    await sign(chrome, title, 'zh')
    await expect.poll(() => publicText(document)).toContain('避难场所每日六时开放。')
    expect(await publicText(document)).toContain('时间写错。')
    expect(await publicText(document)).not.toContain('每日八时开放')
  })

  it('withdraws: the page stays at its address and explains why', async () => {
    const document = await published('误发的值班表', '值班表全文。')
    await change(document, 'withdraw', 'en', '表中人员有误。')
    const answer = await fetch(addressOf(document))
    const text = await answer.text()
    expect(answer.status).toBe(200)
    expect(text).toContain('表中人员有误。')
    expect(text).not.toContain('值班表全文。')
    expect(await (await fetch(`${demoUrl()}/zh/search?q=${encodeURIComponent('误发的值班表')}`)).text()).not.toContain(document.indexNumber)
  })

  it('replaces: the old address leads to the new document for good', async () => {
    const document = await published('旧的物资目录', '旧目录全文。')
    const other = await published('新的物资目录', '新目录全文，今年起用。')
    const t = words.en
    const signer = await openChange(document, 'replace', 'en')
    await fill(signer, {
      [t('publishing.change-page.replacedBy')]: 'NO-SUCH/2026-99999',
      [t('publishing.change-page.reason')]: '每年修订。',
    })
    await press(signer, t('publishing.change.replace'))
    await confirm(signer, 'en')
    await signer.getByRole('alert').getByText(t('publishing.change-page.refused.replacement-missing')).waitFor()
    await fill(signer, { [t('publishing.change-page.replacedBy')]: other.indexNumber })
    await press(signer, t('publishing.change.replace'))
    await signer.getByText(t('publishing.done.replace')).waitFor()
    const answer = await fetch(addressOf(document), { redirect: 'manual' })
    expect([answer.status, answer.headers.get('location')]).toEqual([301, `/zh/documents/${other.indexNumber}`])
    expect(await publicText(other), 'the new one says what it replaces').toContain(document.indexNumber)
  })

  it('removes: the address says that it is gone, and nothing of the text', async () => {
    const document = await published('不该公开的底稿', '底稿全文。')
    await change(document, 'remove', 'zh', '含个人隐私。')
    const answer = await fetch(addressOf(document))
    expect(answer.status).toBe(410)
    expect(await answer.text()).not.toContain('底稿')
  })

  it('marks as no longer in force, and leaves the text to be read', async () => {
    const document = await published('旧的避险指南', '指南全文。')
    await change(document, 'cancel', 'en', '已有新规定。')
    const text = await publicText(document)
    expect(text).toContain('已有新规定。')
    expect(text).toContain('指南全文。')
  })

  it('asks for a public reason, and for the right password', async () => {
    const t = words.en
    const document = await published('无理由不更改', '全文照旧。')
    const signer = await openChange(document, 'withdraw', 'en')
    await press(signer, t('publishing.change.withdraw'))
    await signer.getByLabel(t('accounts.password'), { exact: true }).fill('not the password')
    await press(signer, t('accounts.confirm.button'))
    await signer.getByRole('alert').getByText(t('accounts.confirm.wrong')).waitFor()
    await confirm(signer, 'en')
    await signer.getByRole('alert').getByText(t('publishing.change-page.refused.reason-missing')).waitFor()
    expect(await publicText(document)).toContain('全文照旧。')
  })

  async function published(title: string, body: string): Promise<StoredDocument> {
    const document = await givenPublished(site(), officers, officers.unit, { title, body, summary: '' })
    await expect.poll(async () => (await fetch(addressOf(document))).status).toBe(200)
    return document
  }

  /** The signer, who gave the password longer ago than counts as fresh, opens the form of a change. */
  async function openChange(
    document: StoredDocument,
    kind: 'correct' | 'withdraw' | 'replace' | 'remove' | 'cancel',
    lang: Lang,
  ): Promise<Page> {
    const page = await chrome.newPage({ lang, javaScript: false })
    await signIn(page, cast.signer, { lang, next: `/desk/documents/${document.id}` })
    await letFreshnessPass(cast.signer)
    await page.getByRole('link', { name: words[lang](`publishing.change.${kind}`), exact: true }).click()
    return page
  }

  async function change(document: StoredDocument, kind: 'withdraw' | 'remove' | 'cancel', lang: Lang, reason: string): Promise<void> {
    const t = words[lang]
    const signer = await openChange(document, kind, lang)
    await fill(signer, { [t('publishing.change-page.reason')]: reason })
    await press(signer, t(`publishing.change.${kind}`))
    await confirm(signer, lang)
    await signer.getByText(t(`publishing.done.${kind}`)).waitFor()
  }

  /** The password is asked once more; nothing that was typed is lost over it. */
  async function confirm(page: Page, lang: Lang): Promise<void> {
    const t = words[lang]
    await page.getByRole('heading', { name: t('accounts.confirm.title') }).waitFor()
    await page.getByLabel(t('accounts.password'), { exact: true }).fill(demoPassword)
    await press(page, t('accounts.confirm.button'))
  }
})

function addressOf(document: StoredDocument): string {
  return `${demoUrl()}/zh/documents/${document.indexNumber}`
}

async function publicText(document: StoredDocument): Promise<string> {
  return (await fetch(addressOf(document))).text()
}
