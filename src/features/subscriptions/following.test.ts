import { beforeEach, expect, test } from 'vitest'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { givenCast, givenContent, givenPublished, must, release, type Cast } from '../../../test/support/given.ts'
import { freshSite, givenUnit, type TestSite } from '../../../test/support/site.ts'
import { listMails } from '../../platform/mail/index.ts'
import type { Unit } from '../organisations/index.ts'
import { changeDocument, startCorrection, saveDraft, findDocument, type StoredDocument } from '../publishing/index.ts'
import { askForLink } from './ask-for-link.ts'
import { askToFollow } from './ask-to-follow.ts'
import { changeOwn } from './change-own.ts'
import type { Frequency } from './frequency.ts'
import { countFollowers } from './queries-notices.ts'
import { readOwn } from './read-own.ts'
import { sendNotices } from './send-notices.ts'
import { stopFollowing } from './stop-following.ts'
import { tellFollowers } from './tell-followers.ts'
import { tidyFollowers } from './tidy-followers.ts'
import { readWish } from './wish.ts'

describeWithDatabase('following by mail', () => {
  let site: TestSite
  let unit: Unit
  let cast: Cast
  beforeEach(async () => {
    site = await freshSite('2026-06-15')
    unit = await givenUnit(site, { code: 'mc', nameZh: '明川市人民政府' })
    cast = await givenCast(site, unit)
  })

  const publish = (title: string) => givenPublished(site, cast, unit, { title, body: `${title}的正文，各不相同。` })
  const ask = (query: string, frequency: Frequency = 'at-once', address = 'reader@example.org') => {
    const wish = readWish(Object.fromEntries(new URLSearchParams(query)))
    if (wish === undefined) throw new Error(query)
    return askToFollow(site, { address, wish, frequency, language: 'zh' })
  }
  const mails = async () => (await listMails(site.database.read)).reverse()
  const lastToken = async () => /\/follow\/mine\/([\w-]+)/.exec((await mails()).at(-1)?.text ?? '')?.[1] ?? ''
  const confirmed = async (query: string, frequency?: Frequency, address?: string) => {
    must(await ask(query, frequency, address))
    const token = await lastToken()
    must(await changeOwn(site, token, { act: 'confirm' }))
    return token
  }
  /** The mails of what is new: those that ask for something do not count. */
  const news = async () => (await mails()).filter((mail) => !mail.subject.includes('订阅'))
  const withdraw = (document: StoredDocument, reason = '内容有误') =>
    changeDocument(site, cast.signer, document.id, { change: 'withdraw', reason })
  const hour = (day: string, time: string) => {
    site.day = day
    site.now = () => new Date(`${day}T${time}+08:00`)
  }

  async function correct(document: StoredDocument, body: string, isMinor = false): Promise<void> {
    must(await startCorrection(site, cast.signer, document.id, `改为${body}`, { isMinor }))
    const draft = await findDocument(site.database.read, document.id)
    must(await saveDraft(site, cast.writer, document.id, draft?.currentVersion ?? 1, givenContent({ title: '停水通知', body })))
    await release(site, cast, (await findDocument(site.database.read, document.id)) ?? document)
  }

  test('begins with a link: nobody is written to who has not confirmed', async () => {
    const document = await publish('停水通知')
    must(await ask(`document=${document.indexNumber}`))
    must(await withdraw(document))
    await tellFollowers(site)
    expect((await mails()).map((mail) => mail.subject)).toEqual(['请确认订阅：明川市政务公开'])
  })

  test('tells of a document with what happened, the reason and the address, and keeps the way out at hand', async () => {
    const document = await publish('停水通知')
    await confirmed(`document=${document.indexNumber}`)
    must(await withdraw(document, '日期有误'))
    await tellFollowers(site)
    const [mail, ...others] = await news()
    expect(others).toEqual([])
    expect(mail?.subject).toBe('撤下：停水通知')
    for (const words of ['停水通知', '理由：日期有误', `/zh/documents/${document.indexNumber}`]) expect(mail?.text).toContain(words)
    expect(mail?.unsubscribeUrl).toMatch(/\/follow\/stop\/[\w-]{40,}$/)
    expect(mail?.text).toContain(mail?.unsubscribeUrl)
  })

  test('tells of lists: by unit, by words also of what was withdrawn, and once for all that fits', async () => {
    await confirmed('unit=mc')
    await confirmed(`q=${encodeURIComponent('停水')}`)
    const [water, other] = [await publish('停水通知'), await publish('招聘公告')]
    await tellFollowers(site)
    must(await withdraw(water))
    must(await withdraw(other))
    await tellFollowers(site)
    const told = await news()
    expect(told.map((mail) => (mail.text.match(/\/documents\//g) ?? []).length)).toEqual([2, 2])
  })

  test('by words alone hears nothing of what does not hold them', async () => {
    await confirmed(`q=${encodeURIComponent('停水')}`)
    await publish('招聘公告')
    await tellFollowers(site)
    expect(await news()).toEqual([])
  })

  test('tells nobody twice, however often the work is begun again and by how many at once', async () => {
    await confirmed('all=yes')
    await publish('停水通知')
    await Promise.all([tellFollowers(site), tellFollowers(site), sendNotices(site)])
    await tellFollowers(site)
    expect(await news()).toHaveLength(1)
  })

  test('is spared slips of the pen', async () => {
    const document = await publish('停水通知')
    await confirmed(`document=${document.indexNumber}`)
    await correct(document, '明日停水。', true)
    await tellFollowers(site)
    expect(await news()).toEqual([])
    await correct(document, '后日停水。')
    await tellFollowers(site)
    expect(await news()).toHaveLength(1)
  })

  test('once a day gets one mail for a document that was changed five times', async () => {
    hour('2026-06-15', '10:00:00')
    const document = await publish('停水通知')
    await confirmed(`document=${document.indexNumber}`, 'daily')
    for (const time of ['十时', '十一时', '十二时', '十三时', '十四时']) await correct(document, `${time}停水。`)
    await tellFollowers(site)
    hour('2026-06-16', '07:30:00')
    await sendNotices(site)
    expect(await news()).toEqual([])
    hour('2026-06-16', '08:10:00')
    await sendNotices(site)
    await sendNotices(site)
    const [mail, ...others] = await news()
    expect(others).toEqual([])
    expect(mail?.text.match(/理由：/g)).toHaveLength(5)
    expect(mail?.text.match(/\/documents\//g)).toHaveLength(1)
  })

  test('says nothing of what only staff may read, nor the title of what was removed', async () => {
    await confirmed('all=yes')
    await givenPublished(site, cast, unit, { title: '内部值班表', body: '仅限内部。', audience: 'staff' })
    const removed = await publish('不该公开的底稿')
    must(await changeDocument(site, cast.signer, removed.id, { change: 'remove', reason: '不应公开' }))
    await tellFollowers(site)
    const text = (await news()).map((mail) => mail.subject + mail.text).join('\n')
    expect(text).toContain(removed.indexNumber)
    expect(text).not.toContain('内部值班表')
    expect(text).not.toContain('底稿')
  })

  test('gives the same answer for every address, and asks one address only a few times a day', async () => {
    const document = await publish('停水通知')
    const query = `document=${document.indexNumber}`
    await confirmed(query)
    const answers = [await ask(query), await ask(query, 'daily', 'stranger@example.org'), await askForLink(site, 'nobody@example.org')]
    for (let n = 0; n < 8; n += 1) answers.push(await ask('all=yes'))
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"ok":true,"value":true}']))
    const sent = (await mails()).filter((mail) => mail.to.address === 'reader@example.org')
    expect(sent).toHaveLength(3)
    expect(await askForLink(site, 'a@example.org\r\nBcc: b@example.org')).toEqual({ ok: false, refusals: ['address-unusable'] })
  })

  test('cannot be changed by whoever only knows the address', async () => {
    const document = await publish('停水通知')
    const token = await confirmed(`document=${document.indexNumber}`, 'weekly')
    must(await ask(`document=${document.indexNumber}`, 'at-once'))
    const own = await readOwn(site, site.database.read, token)
    expect(own?.follows.map((follow) => follow.frequency)).toEqual(['weekly'])
  })

  test('ends with one act that erases the address, the mails and the links', async () => {
    const document = await publish('停水通知')
    const token = await confirmed(`document=${document.indexNumber}`)
    must(await withdraw(document))
    await tellFollowers(site)
    await stopFollowing(site, token)
    await stopFollowing(site, token)
    expect(await mails()).toEqual([])
    expect(await readOwn(site, site.database.read, token)).toBeUndefined()
    expect(await countFollowers(site.database.read)).toMatchObject({ followers: 0, unconfirmed: 0, told: 0, untold: 0 })
  })

  test('ends by itself: what nobody confirmed after two days, and who was silent for two years and did not answer when asked', async () => {
    const document = await publish('停水通知')
    must(await ask(`document=${document.indexNumber}`, 'daily', 'open@example.org'))
    await confirmed(`document=${document.indexNumber}`)
    hour('2026-06-18', '10:00:00')
    await tidyFollowers(site)
    expect((await mails()).map((mail) => mail.to.address)).toEqual(['reader@example.org'])
    hour('2028-05-01', '10:00:00')
    await tidyFollowers(site)
    await tidyFollowers(site)
    expect((await mails()).filter((mail) => mail.subject.includes('是否仍需要'))).toHaveLength(1)
    hour('2028-06-20', '10:00:00')
    await tidyFollowers(site)
    expect(await mails()).toEqual([])
    expect((await countFollowers(site.database.read)).followers).toBe(0)
  })
})
