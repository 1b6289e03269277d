import { beforeAll, expect, it } from 'vitest'
import { demoPassword } from '../../src/features/accounts/index.ts'
import { findDocument, saveDraft, startCorrection, type StoredDocument } from '../../src/features/publishing/index.ts'
import type { Lang } from '../../src/kernel/translate.ts'
import { listMails, type QueuedMail } from '../../src/platform/mail/index.ts'
import { axe, demoUrl, describeWithBrowser, openBrowser, openDemoSite, signIn, words } from '../support/browser.ts'
import { givenContent, givenPublished, must, release } from '../support/given.ts'
import { cast, castOf, fill, letFreshnessPass, press } from '../support/hands.ts'

describeWithBrowser('changes and followers', () => {
  const chrome = openBrowser()
  const site = openDemoSite()
  let officers: Awaited<ReturnType<typeof castOf>>

  beforeAll(async () => {
    officers = await castOf(site())
  })

  it('follows a document from its page to the last mail, without an account and without a script', async () => {
    const t = words.zh
    const address = 'follower@example.org'
    const document = await published('夜间公交调整通知', '夜间公交末班车为二十二时。')
    const reader = await chrome.newPage({ lang: 'zh', javaScript: false, width: 375 })
    await reader.goto(`/zh/documents/${document.indexNumber}`)
    await reader.getByRole('link', { name: t('ui.follow.mail') }).click()
    await fill(reader, { [t('subscriptions.follow.address')]: 'not an address' })
    await reader.getByLabel(t('subscriptions.frequency.at-once'), { exact: true }).check()
    await press(reader, t('subscriptions.follow.button'))
    await reader.getByRole('alert').getByText(t('subscriptions.follow.refused.address-unusable')).waitFor()
    expect(await reader.getByLabel(t('subscriptions.frequency.at-once'), { exact: true }).isChecked()).toBe(true)
    await fill(reader, { [t('subscriptions.follow.address')]: address })
    await press(reader, t('subscriptions.follow.button'))
    await reader.getByRole('heading', { name: t('subscriptions.sent.title') }).waitFor()

    const question = await mailTo(address, '请确认订阅')
    await reader.goto(linkIn(question, 'mine'))
    await press(reader, t('subscriptions.own.confirm'))
    await reader.getByText(t('subscriptions.own.done.confirm')).waitFor()

    await corrected(document, '夜间公交末班车为二十三时。')
    const news = await mailTo(address, '更正：夜间公交调整通知')
    expect(news.text).toContain('理由：末班车时间写错')

    const whole = await published('公交线路总表', '全部公交线路与时刻。')
    await mergeAtTheDesk(whole, document)
    const merged = await mailTo(address, '并入其他信息：夜间公交调整通知')
    expect(merged.text).toContain('理由：内容合并到总表')

    await reader.goto(linkIn(merged, 'stop'))
    await press(reader, t('subscriptions.stop.button'))
    await reader.getByRole('heading', { name: t('subscriptions.stop.done') }).waitFor()
    expect(await mailsTo(address)).toEqual([])
    expect((await reader.goto(linkIn(question, 'mine')))?.status()).toBe(404)
  })

  it('shows in the history what changed in the text, word by word and also to those who cannot see it', async () => {
    const document = await published('游泳馆开放时间', '游泳馆每日九时开放。')
    await corrected(document, '游泳馆每日八时开放。')
    const page = await chrome.newPage({ lang: 'en', width: 375 })
    await page.goto(`/en/documents/${document.indexNumber}`)
    await page.getByRole('link', { name: words.en('portal.document.whole-history') }).click()
    expect(await page.locator('ins').allInnerTexts()).toEqual(['八'])
    expect(await page.locator('del').allInnerTexts()).toEqual(['九'])
    expect(await page.locator('.gk-difference').textContent()).toContain('[removed: 九][added: 八]')
    expect(await axe(page)).toEqual([])
  })

  it('stops all mails by one POST of a mail program, and shows the desk figures but no address', async () => {
    const address = 'one-click@example.org'
    const page = await chrome.newPage({ lang: 'en', javaScript: false })
    await page.goto('/en/follow?unit=emergency')
    await fill(page, { [words.en('subscriptions.follow.address')]: address })
    await press(page, words.en('subscriptions.follow.button'))
    const question = await mailTo(address, 'Please confirm')
    await page.goto(linkIn(question, 'mine'))
    await press(page, words.en('subscriptions.own.confirm'))

    const operator = await chrome.newPage({ lang: 'en' })
    await signIn(operator, 'luoan', { next: '/desk/work' })
    expect(await operator.content()).not.toContain(address)
    await operator.goto('/en/desk/followers')
    await operator.getByRole('heading', { name: words.en('subscriptions.desk.title') }).waitFor()
    expect(await operator.content()).not.toContain(address)

    const answer = await fetch(question.unsubscribeUrl ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
      redirect: 'manual',
    })
    expect(answer.status).toBe(200)
    expect(await mailsTo(address)).toEqual([])
  })

  async function published(title: string, body: string): Promise<StoredDocument> {
    const document = await givenPublished(site(), officers, officers.unit, { title, body, summary: '' })
    await expect.poll(async () => (await fetch(`${demoUrl()}/zh/documents/${document.indexNumber}`)).status).toBe(200)
    return document
  }

  async function corrected(document: StoredDocument, body: string): Promise<void> {
    must(await startCorrection(site(), officers.signer, document.id, '末班车时间写错'))
    const draft = await findDocument(site().database.read, document.id)
    const { title } = (await titleOf(document)) ?? { title: '' }
    must(await saveDraft(site(), officers.writer, document.id, draft?.currentVersion ?? 1, givenContent({ title, body, summary: '' })))
    await release(site(), officers, (await findDocument(site().database.read, document.id)) ?? document)
    await expect.poll(async () => (await fetch(`${demoUrl()}/zh/documents/${document.indexNumber}`)).text()).toContain(body)
  }

  async function titleOf(document: StoredDocument): Promise<{ title: string } | undefined> {
    const answer = await fetch(`${demoUrl()}/api/v1/documents/${document.indexNumber}`)
    return (await answer.json()) as { title: string }
  }

  /** The signer merges one document into another, and is asked for the password on the way. */
  async function mergeAtTheDesk(whole: StoredDocument, part: StoredDocument): Promise<void> {
    const lang: Lang = 'en'
    const t = words[lang]
    const signer = await chrome.newPage({ lang, javaScript: false })
    await signIn(signer, cast.signer, { lang, next: `/desk/documents/${whole.id}` })
    await letFreshnessPass(cast.signer)
    await signer.getByRole('link', { name: t('publishing.change.merge'), exact: true }).click()
    await fill(signer, { [t('publishing.change-page.parts')]: part.indexNumber, [t('publishing.change-page.reason')]: '内容合并到总表' })
    await press(signer, t('publishing.change.merge'))
    await signer.getByLabel(t('accounts.password'), { exact: true }).fill(demoPassword)
    await press(signer, t('accounts.confirm.button'))
    await signer.getByText(t('publishing.done.merge')).waitFor()
    const answer = await fetch(`${demoUrl()}/zh/documents/${part.indexNumber}`, { redirect: 'manual' })
    expect([answer.status, answer.headers.get('location')]).toEqual([301, `/zh/documents/${whole.indexNumber}`])
  }

  async function mailsTo(address: string): Promise<QueuedMail[]> {
    return (await listMails(site().database.read)).filter((mail) => mail.to.address === address)
  }

  /** The mail to an address whose subject begins so, once it is there. */
  async function mailTo(address: string, subject: string): Promise<QueuedMail> {
    const find = async () => (await mailsTo(address)).find((mail) => mail.subject.startsWith(subject))
    await expect.poll(find, { timeout: 60_000 }).toBeDefined()
    return (await find()) as QueuedMail
  }
})

function linkIn(mail: QueuedMail, kind: 'mine' | 'stop'): string {
  return new RegExp(`https?://\\S+/follow/${kind}/[\\w-]+`).exec(`${mail.text}\n${mail.unsubscribeUrl}`)?.[0] ?? ''
}
