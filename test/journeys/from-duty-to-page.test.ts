import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { addPerson, grantPost } from '../../src/features/accounts/index.ts'
import { dayOf } from '../../src/kernel/day.ts'
import { describeWithBrowser, openBrowser, openDemoSite, signIn, words } from '../support/browser.ts'
import { must } from '../support/given.ts'
import { actLink, approve, cast, clear, givenMatter, openDocument, optional, press, sign, takeInHand } from '../support/hands.ts'
import { journeyDay } from '../support/running-site.ts'

const stories = [
  {
    lang: 'zh',
    matter: '关于公布冬季烟花燃放点的通告',
    // Twenty working days, with the make-up day of 10 October, end next Monday.
    formedOn: '2026-10-26',
    ending: 'on-time',
    body: '今冬全市设燃放点九处，名单附后。\n\n## 燃放时间\n\n农历除夕至正月十五，每日七时至二十四时。\n\n其余时间和地点一律不得燃放。',
    said: '其余时间和地点一律不得燃放。',
    search: '烟花燃放点',
  },
  {
    lang: 'en',
    matter: 'Where fireworks may be sold this winter',
    formedOn: '2026-09-01',
    ending: 'late',
    body: 'Fireworks are sold at nine licensed stalls only.\n\n## What a stall must show\n\nIts licence, its prices and a fire extinguisher.\n\nReport any other stall to the emergency bureau.',
    said: 'Report any other stall to the emergency bureau.',
    search: 'fireworks stalls',
  },
] as const

describeWithBrowser('from a duty to a public page, without JavaScript', () => {
  const chrome = openBrowser()
  const site = openDemoSite()

  it.each(stories)('in $lang: four people release what is due, and a resident finds it', async (story) => {
    const { lang, matter, search, said } = story
    const t = words[lang]
    const task = await givenMatter(site(), matter, story.formedOn)

    const desk = await chrome.newPage({ lang, javaScript: false })
    await signIn(desk, cast.writer, { lang })
    await actLink(desk, t('desk.act.task'), matter).click()
    expect(await desk.getByLabel(t('publishing.field.formed-on')).inputValue(), 'the form is filled from the task').toBe(story.formedOn)
    await desk.getByLabel(t('publishing.field.title'), { exact: true }).fill(matter)
    await desk.getByLabel(t('publishing.field.body'), { exact: true }).fill(story.body)
    await desk.getByText(t('publishing.more'), { exact: true }).click()
    await desk.getByLabel(t(`publishing.language.${lang}`), { exact: true }).check()
    await press(desk, t('publishing.write.submit'))
    await desk.getByText(t('publishing.done.submit')).waitFor()

    await approve(chrome, matter, lang)
    await clear(chrome, matter, lang)
    const signed = await sign(chrome, matter, lang)
    await desk.goto(`/${lang}/desk/tasks/${task.id}`)
    const state = { 'on-time': t('catalogue.state.on-time'), late: t('catalogue.state.late', { n: '#' }).split('#')[0] ?? '' }
    expect(await desk.getByRole('main').innerText()).toContain(state[story.ending].trim())

    const resident = await chrome.newPage({ lang, javaScript: false })
    await resident.goto(`/${lang}`)
    await resident.getByRole('searchbox').fill(search)
    await press(resident, t('ui.search.button'))
    await resident.getByRole('link', { name: matter }).first().click()
    await resident.getByText(said).waitFor()
    await showsItsPapers(resident, matter, story)
    expect(new URL(resident.url()).pathname, 'the permanent address is the index number').toContain(await indexNumberOn(signed))
  })

  it('sends a text back with remarks on a passage, and lets it go again once it is mended', async () => {
    const t = words.zh
    const title = '关于开展小作坊安全自查的通知'
    const desk = await write(title, '请全市小作坊在年底前完成自查。\n\n自查表交街道。')

    const head = await takeInHand(chrome, cast.head, title, 'zh')
    await press(head, t('publishing.move.send-back'))
    await press(head, t('publishing.move.send-back'))
    expect(await head.getByRole('alert').innerText(), 'nobody sends a text back without a word').toContain(
      t('publishing.obstacle.remark-missing'),
    )
    await head.getByLabel(t('publishing.move-page.remark'), { exact: true }).fill('请写明日期。')
    await head.getByLabel(optional('zh', t('publishing.move-page.passage', { n: 1 })), { exact: true }).fill('年底前')
    await head.getByLabel(optional('zh', t('publishing.move-page.words', { n: 1 })), { exact: true }).fill('哪一天？')
    await press(head, t('publishing.move.send-back'))
    await head.getByText(t('publishing.done.send-back')).waitFor()

    await desk.goto('/zh/desk?all=1')
    await desk.getByRole('link', { name: title, exact: true }).click()
    const page = desk.getByRole('main')
    expect(await page.innerText()).toContain('请写明日期。')
    expect(await page.innerText()).toContain('哪一天？')
    expect(await page.innerText()).toContain(t('publishing.remarks.still'))
    await desk.goto('/zh/desk?all=1')
    await actLink(desk, t('desk.act.sent-back'), title).click()
    await desk.getByLabel(t('publishing.field.body'), { exact: true }).fill('请全市小作坊在12月25日前完成自查。\n\n自查表交街道。')
    await press(desk, t('publishing.write.submit'))
    await desk.getByText(t('publishing.done.submit')).waitFor()
    expect(await page.innerText()).toContain(t('publishing.remarks.gone'))

    const again = await takeInHand(chrome, cast.head, title, 'zh')
    expect(await again.getByRole('insertion').allInnerTexts(), 'the reviewer sees what changed').toContain('12月25日')
    await press(again, t('publishing.move.approve'))
    await again.getByText(t('publishing.done.approve')).waitFor()
  })

  it('does not let the author decide on their own text, whatever posts they hold', async () => {
    const t = words.en
    const title = '关于两顶帽子的说明'
    const login = 'liangding'
    const person = must(await addPerson(site(), 'system', { login, nameZh: '梁鼎', nameEn: 'Liang Ding', email: '', isDemo: true }))
    for (const role of ['information-officer', 'reviewer'] as const) {
      const post = { unit: 'emergency', role, sinceOn: journeyDay, untilOn: '', reason: '' }
      must(await grantPost(site(), 'system', person.person.id, post))
    }
    const page = await chrome.newPage({ javaScript: false })
    await signIn(page, login, { next: '/desk/documents/new?duty=normative-documents' })
    await page.getByLabel(t('publishing.field.title'), { exact: true }).fill(title)
    await page.getByLabel(t('publishing.field.body'), { exact: true }).fill('一人戴两顶帽子，也不能自己审自己。')
    await page.getByLabel(t('publishing.field.formed-on')).fill(journeyDay)
    await press(page, t('publishing.write.submit'))
    await page.getByText(t('publishing.done.submit')).waitFor()
    await page.getByText(t('publishing.obstacle.own-text')).waitFor()
    expect(await page.getByRole('button', { name: t('publishing.move.approve'), exact: true }).count()).toBe(0)
    await page.goto('/en/desk/reviews')
    await page.getByText(t('publishing.queue.others', { n: 1 })).waitFor()
    expect(await page.getByRole('link', { name: title }).count()).toBe(0)
  })

  async function write(title: string, body: string): Promise<Page> {
    const t = words.zh
    const page = await chrome.newPage({ lang: 'zh', javaScript: false })
    await signIn(page, cast.writer, { lang: 'zh', next: '/desk/tasks' })
    await page.goto('/zh/desk/documents/new?duty=normative-documents')
    await page.getByLabel(t('publishing.field.title'), { exact: true }).fill(title)
    await page.getByLabel(t('publishing.field.body'), { exact: true }).fill(body)
    await page.getByLabel(t('publishing.field.formed-on')).fill(journeyDay)
    await press(page, t('publishing.write.submit'))
    await page.getByText(t('publishing.done.submit')).waitFor()
    return page
  }
})

/** The index number that stands over the title at the desk. */
async function indexNumberOn(page: Page): Promise<string> {
  openDocument(page)
  const text = await page.getByRole('main').innerText()
  return /[0-9A-Z-]+\/\d{4}-\d{5}/.exec(text)?.[0] ?? 'no index number on the page'
}

/** Everything that a public page owes besides its text. */
async function showsItsPapers(page: Page, title: string, { lang, formedOn, ending }: (typeof stories)[number]): Promise<void> {
  const t = words[lang]
  const facts = page.getByRole('complementary')
  const fact = (key: Parameters<typeof t>[0]) =>
    facts
      .locator('dt', { hasText: new RegExp(`^${t(key)}$`) })
      .locator('+ dd')
      .innerText()
  expect(await fact('portal.fact.index-number')).toMatch(/\/\d{4}-\d{5}$/)
  expect(await fact('portal.fact.subject')).toBe(t('publishing.subject.2'))
  expect(await fact('portal.fact.published')).toContain(lang === 'zh' ? '2026年11月20日' : '20 Nov 2026')
  const hands = await fact('portal.fact.procedure')
  for (const hand of ['submit', 'approve', 'clear', 'sign'] as const) expect(hands).toContain(t(`portal.hand.${hand}`))
  const verdict = ending === 'late' ? /\d+ working days late/ : new RegExp(t('portal.pledge.on-time'))
  expect(await page.getByRole('region', { name: t('portal.pledge.title') }).innerText()).toMatch(verdict)
  expect(await page.getByRole('region', { name: t('portal.pledge.title') }).innerHTML()).toContain(formedOn)
  const history = page.getByRole('region', { name: t('portal.document.history') })
  expect(await history.innerText()).toContain(t('portal.change.released'))
  const tag = (name: string) => page.locator(`meta[name="${name}"]`).getAttribute('content')
  expect(await tag('ArticleTitle')).toBe(title)
  expect(await tag('PubDate')).toContain(journeyDay)
  expect(await tag('ContentSource')).toBe(lang === 'zh' ? '明川市应急管理局' : 'Mingchuan Emergency Management Bureau')
  expect(await tag('SiteName')).not.toBe('')
  expect(await tag('ColumnName')).not.toBe('')
  expect(dayOf(new Date(`${(await tag('PubDate'))?.replace(' ', 'T')}+08:00`))).toBe(journeyDay)
}
