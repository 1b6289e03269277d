import { expect, it } from 'vitest'
import { takeEffect } from '../../src/features/catalogue/index.ts'
import { asDay } from '../../src/kernel/day.ts'
import { writeSheet } from '../../src/platform/sheets/write-sheet.ts'
import { describeWithBrowser, openBrowser, openDemoSite, signIn, words } from '../support/browser.ts'
import { optional, press } from '../support/hands.ts'

const stories = [
  { lang: 'zh', line: 'pt-open-day', field: 'titleZh', typed: '政府开放日和意见征集安排' },
  { lang: 'en', line: 'pt-subsidy-list', field: 'titleEn', typed: 'Farm subsidies, household by household' },
] as const

/** The sheet of a county with so many lines; the cell of one of them may say something else. */
function sheetOf(lines: number, category: string, wrong?: number): Promise<Buffer> {
  const head = ['序号', '一级事项', '二级事项', '公开内容', '公开依据', '公开时限', '公开渠道和载体', '公开层级']
  const rows = Array.from({ length: lines }, (_, at) => [
    ...[String(at + 1), category, `事项${at + 1}`, '标题、正文', '国办发〔2019〕54号'],
    at + 1 === wrong ? '视情况而定' : '信息形成或变更之日起20个工作日内',
    ...['■政府网站 □政府公报', '市级'],
  ])
  const cells = [head, ...rows].map((row) => row.map((text) => ({ text })))
  return writeSheet('目录', cells, 'xlsx')
}

describeWithBrowser('a catalogue cascades, without JavaScript', () => {
  const chrome = openBrowser()
  const site = openDemoSite()

  it.each(stories)(
    'in $lang: what the office changes is a proposal with a day, and holds on that day',
    async ({ lang, line, field, typed }) => {
      const t = words[lang]
      const office = await chrome.newPage({ lang, javaScript: false })
      await signIn(office, 'suwen', { lang, next: `/desk/catalogue/templates/province-towns/lines/${line}` })
      await office.getByLabel(t(`catalogue.form.${field}`), { exact: true }).fill(typed)
      await office.getByLabel(t('catalogue.templates.takes-effect'), { exact: true }).fill('2026-12-31')
      await press(office, t('catalogue.templates.announce'))
      const reason = office.getByLabel(t('catalogue.templates.reason'), { exact: true })
      expect(await office.getByRole('alert').innerText()).toContain(t('catalogue.templates.refused.reason-missing'))
      expect(await office.getByLabel(t(`catalogue.form.${field}`), { exact: true }).inputValue()).toBe(typed)
      await reason.fill('落实省定目录')
      await press(office, t('catalogue.templates.announce'))
      await office.getByText(t('catalogue.templates.done.announced')).waitFor()

      const town = await chrome.newPage({ lang, javaScript: false })
      await signIn(town, 'kemin', { lang, next: '/desk/catalogue/proposals' })
      const row = town.getByRole('row').filter({ hasText: lang === 'zh' ? typed : typed })
      expect(await row.innerText()).toContain('31')
      await row.getByRole('link').first().click()
      expect(await town.getByRole('main').innerText()).toContain(typed)
      await town.getByLabel(t('catalogue.proposals.choice.comment'), { exact: true }).check()
      await town.getByLabel(optional(lang, t('catalogue.proposals.words')), { exact: true }).fill('请同步调整模板表格')
      await press(town, t('catalogue.proposals.send'))
      await town.getByText(t('catalogue.proposals.done.comment')).waitFor()

      const duty = `/${lang}/desk/catalogue/duties/${line}`
      await office.goto(duty)
      expect(await office.getByRole('main').innerText()).not.toContain(typed)
      await takeEffect({ ...site(), today: () => asDay('2026-12-31') })
      await office.goto(duty)
      expect(await office.getByRole('heading', { level: 1 }).innerText()).toContain(typed)
    },
  )

  it('a town cannot end or loosen what it inherits, and is told why', async () => {
    const t = words.zh
    const town = await chrome.newPage({ lang: 'zh', javaScript: false })
    await signIn(town, 'kemin', { lang: 'zh', next: '/desk/catalogue/own-lines/pt-subsidy-list/guxian' })
    await town.getByLabel(optional('zh', t('catalogue.column.until'))).fill('2026-12-31')
    await town.getByLabel(t('catalogue.channel.notice-board'), { exact: true }).uncheck()
    await press(town, t('catalogue.own-line.save'))
    const said = await town.getByRole('alert').innerText()
    expect(said).toContain(t('catalogue.refused.inherited-removed'))
    expect(said).toContain(t('catalogue.refused.inherited-channel-missing'))
  })

  it.each(['zh', 'en'] as const)('in %s: one wrong row in five thousand is named and nothing is taken; mended, all are', async (lang) => {
    const t = words[lang]
    const office = await chrome.newPage({ lang, javaScript: false })
    await signIn(office, 'suwen', { lang, next: '/desk/catalogue/import?unit=emergency' })
    const category = `导入${lang}`
    const choose = async (buffer: Buffer) => {
      const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
      await office.getByLabel(t('catalogue.import.sheet'), { exact: true }).setInputFiles({ name: 'catalogue.xlsx', mimeType, buffer })
      await press(office, t('catalogue.import.check'))
    }
    await choose(await sheetOf(5000, category, 4321))
    expect(await office.getByRole('alert').innerText()).toContain(t('catalogue.import.refused.rows', { n: 1 }))
    const wrong = office.getByRole('row').filter({ hasText: '视情况而定' })
    expect(await wrong.innerText()).toContain('4322')
    await choose(await sheetOf(20, category))
    await press(office, t('catalogue.import.take', { n: 20 }))
    await office.getByText(t('catalogue.done.imported')).waitFor()
    expect(await office.getByRole('main').innerText()).toContain('事项20')
  })
})
