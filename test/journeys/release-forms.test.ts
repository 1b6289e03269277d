import { beforeAll, expect, it } from 'vitest'
import { findPeople } from '../../src/features/accounts/index.ts'
import { createDocument, listPublic, moveDocument, releaseDue, type StoredDocument } from '../../src/features/publishing/index.ts'
import { addDays } from '../../src/kernel/day.ts'
import { axe, demoUrl, describeWithBrowser, openBrowser, openDemoSite, signIn, words } from '../support/browser.ts'
import { givenContent, must } from '../support/given.ts'
import { cast, castOf, fill, press } from '../support/hands.ts'

describeWithBrowser('the other ways to release, without JavaScript', () => {
  const chrome = openBrowser()
  const site = openDemoSite()
  let officers: Awaited<ReturnType<typeof castOf>>

  beforeAll(async () => {
    officers = await castOf(site())
  })

  it('signs for a time: nobody outside sees it before, everybody after', async () => {
    const t = words.zh
    const document = await waiting(3, '关于大雾天气交通管制的通告')
    const signer = await chrome.newPage({ lang: 'zh', javaScript: false })
    await signIn(signer, cast.signer, { lang: 'zh', next: `/desk/documents/${document.id}` })
    await press(signer, t('release.schedule.open'))
    await press(signer, t('release.schedule.button'))
    await signer.getByRole('alert').getByText(t('publishing.obstacle.time-missing')).waitFor()
    const tomorrow = addDays(site().today(), 1)
    await fill(signer, { [t('release.schedule.day')]: tomorrow, [t('release.schedule.time')]: '09:30' })
    await press(signer, t('release.schedule.button'))
    await signer.getByText(t('publishing.done.schedule')).waitFor()
    expect(await axe(await withScript(signer.url(), cast.signer, 'zh'))).toEqual([])
    expect((await fetch(addressOf(document))).status).toBe(404)
    await releaseDue(site())
    expect((await fetch(addressOf(document))).status).toBe(404)
    const later = new Date(`${tomorrow}T02:00:00Z`)
    await releaseDue({ ...site(), now: () => later, today: () => tomorrow })
    await expect.poll(async () => (await fetch(addressOf(document))).status).toBe(200)
  })

  it('waits for a unit that the text concerns, which reads it at its own desk', async () => {
    const t = words.en
    const title = '关于水库泄洪期间人员转移的通知'
    const document = await waiting(0, title, '泄洪期间的水位由市水利局通报。')
    const writer = await chrome.newPage({ lang: 'en', javaScript: false })
    await signIn(writer, cast.writer, { lang: 'en', next: `/desk/documents/${document.id}` })
    await press(writer, t('release.units.ask'))
    await writer.getByLabel(t('release.ask.unit'), { exact: true }).selectOption('water')
    await writer.getByLabel(t('release.ask.reason'), { exact: true }).fill('请确认由贵局通报水位。')
    await press(writer, t('release.ask.button'))
    await writer.getByText(t('publishing.done.asked')).waitFor()
    await handOn(document, 3)
    const refused = await moveDocument(site(), officers.signer, document.id, { move: 'sign', version: 1, remark: '' })
    expect(refused).toEqual({ ok: false, refusals: ['awaits-confirmation'] })

    const theirs = await castOf(site(), 'water')
    const login = await loginOf(theirs.head.personId)
    const reviewer = await chrome.newPage({ lang: 'en', javaScript: false })
    await signIn(reviewer, login, { lang: 'en', next: '/desk/coordination' })
    await reviewer.getByRole('link', { name: title }).click()
    await reviewer.getByLabel(t('release.agreement.object'), { exact: true }).check()
    await press(reviewer, t('release.agreement.button'))
    await reviewer.getByRole('alert').getByText(t('release.agreement.refused.words-missing')).waitFor()
    await reviewer.getByLabel(t('release.agreement.agree'), { exact: true }).check()
    await press(reviewer, t('release.agreement.button'))
    await reviewer.getByText(t('release.coordination.done')).waitFor()
    must(await moveDocument(site(), officers.signer, document.id, { move: 'sign', version: 1, remark: '' }))
    await expect.poll(async () => (await fetch(addressOf(document))).status).toBe(200)
  })

  it('goes out in an emergency with a mark that stays until somebody else has reviewed it', async () => {
    const t = words.zh
    const document = await waiting(0, '关于山洪红色预警的通告', '请沿河居民立即撤离。')
    const signer = await chrome.newPage({ lang: 'zh', javaScript: false })
    await signIn(signer, cast.signer, { lang: 'zh', next: `/desk/documents/${document.id}` })
    await signer.getByRole('link', { name: t('release.emergency.open'), exact: true }).click()
    await signer.getByLabel(t('release.emergency.kind.warning'), { exact: true }).check()
    await fill(signer, { [t('release.emergency.reason')]: '山洪一小时内到达。' })
    await press(signer, t('release.emergency.button'))
    await signer.getByText(t('publishing.done.emergency')).waitFor()
    const publicText = async () => (await fetch(addressOf(document))).text()
    await expect.poll(publicText).toContain(t('portal.emergency.open'))

    const head = await chrome.newPage({ lang: 'zh', javaScript: false })
    await signIn(head, cast.head, { lang: 'zh', next: `/desk/documents/${document.id}/after-review` })
    await fill(head, { [t('release.after-review.opinion')]: '情况属实，用语准确。' })
    await press(head, t('release.after-review.uphold'))
    await head.getByText(t('publishing.done.uphold')).waitFor()
    await expect.poll(publicText).not.toContain(t('portal.emergency.open'))
    expect(await publicText()).toContain(t('portal.change.upheld'))
  })

  it('decides on many at once after saying what will happen and what cannot', async () => {
    const t = words.zh
    const [good, other] = [await waiting(1, '关于冬季取暖安全的通知'), await waiting(1, '关于冰面活动安全的通知')]
    const head = await chrome.newPage({ lang: 'zh', javaScript: false })
    await signIn(head, cast.head, { lang: 'zh', next: `/desk/reviews?q=${encodeURIComponent('安全的通知')}&hand=approve` })
    await head.getByLabel(t('release.bulk.tick', { title: '关于冬季取暖安全的通知' })).check({ force: true }) // its label lies over it
    await head.getByLabel(t('release.bulk.tick', { title: '关于冰面活动安全的通知' })).check({ force: true })
    await press(head, t('release.bulk.chosen'))
    await head.getByRole('heading', { name: t('release.bulk.will', { n: 2 }) }).waitFor()
    // Meanwhile the writer takes one of them back: the other is not held up by that.
    must(await moveDocument(site(), officers.writer, other.id, { move: 'take-back', version: 1, remark: '' }))
    await press(head, t('release.bulk.confirm', { n: 2 }))
    await head.locator('h1', { hasText: t('release.bulk.result', { done: 1, refused: 1 }) }).waitFor()
    expect(await head.getByRole('main').innerText()).toContain(t('publishing.obstacle.wrong-stage'))
    const lines = await listPublic(site().database.read, { limit: 5 })
    expect(lines.map((line) => line.id)).not.toContain(good.id)
  })

  async function waiting(hands: 0 | 1 | 3, title: string, body = `${title}，请遵照执行。`): Promise<StoredDocument> {
    const content = givenContent({ title, body, summary: '', formedOn: site().today() })
    const document = must(await createDocument(site(), officers.writer, { unitId: officers.unit.id, content }))
    await handOn(document, hands)
    return document
  }

  async function handOn(document: StoredDocument, hands: number): Promise<void> {
    const review = { conclusion: 'may-publish', basis: '不涉及国家秘密', opinion: '', consulted: '', redactions: '' } as const
    const steps = [
      [officers.writer, { move: 'submit' }],
      [officers.head, { move: 'approve' }],
      [officers.secrecy, { move: 'clear', review }],
    ] as const
    for (const [officer, move] of steps.slice(0, hands))
      must(await moveDocument(site(), officer, document.id, { ...move, version: 1, remark: '' }))
  }

  async function loginOf(personId: number): Promise<string> {
    return (await findPeople(site().database.read, [personId])).get(personId)?.login ?? ''
  }

  async function withScript(url: string, login: string, lang: 'zh' | 'en') {
    const page = await chrome.newPage({ lang })
    await signIn(page, login, { lang, next: new URL(url).pathname.replace(`/${lang}`, '') })
    return page
  }
})

function addressOf(document: StoredDocument): string {
  return `${demoUrl()}/zh/documents/${document.indexNumber}`
}
