import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { findDocument, importDocuments, readVersion, saveDraft, type ImportedFile } from '../../src/features/publishing/index.ts'
import { asDay } from '../../src/kernel/day.ts'
import { demoUrl, describeWithBrowser, openBrowser, openDemoSite, signIn, words } from '../support/browser.ts'
import { findingsIn } from '../support/checks.ts'
import { must, release } from '../support/given.ts'
import { approve, cast, castOf, clear, fill, press, sign } from '../support/hands.ts'
import { journeyDay } from '../support/running-site.ts'

/** The reports as they came: how many findings, how many documents in one file, and how residents look for them. */
const reports = {
  'three-reports': { findings: 12, documents: 3, english: 'provincial inspection team', chinese: '政务公开 总结' },
  'town-summary': { findings: 19, documents: 1, english: 'Regulations significance implementing', chinese: '政府信息公开' },
  'work-safety-bureau': { findings: 6, documents: 1, english: 'publicity work safety production', chinese: '安全生产' },
  'legal-office': { findings: 15, documents: 1, english: 'legal office open work 2019', chinese: '政务公开 总结' },
  'city-opinions': { findings: 10, documents: 1, english: 'promoting standardizing openness', chinese: '政务公开' },
} as const
type Report = keyof typeof reports
const names = Object.keys(reports) as Report[]

describeWithBrowser('the five reports that this system was made from', () => {
  const chrome = openBrowser()
  const site = openDemoSite()
  const imported = new Map<Report, ImportedFile>()
  let officers: Awaited<ReturnType<typeof castOf>>

  beforeAll(async () => {
    officers = await castOf(site())
    const files = names.map((name) => ({ name: `${name}.txt`, bytes: readFileSync(seedOf(name)) }))
    for (const file of must(await importDocuments(site(), officers.unit, files, cast.writer))) {
      imported.set(file.file.replace('.txt', '') as Report, file)
    }
  })

  it.each(names)('%s comes in as drafts, with every defect that its text has', (name) => {
    const drafts = imported.get(name)?.drafts ?? []
    const found = drafts.flatMap((draft) => draft.findings)
    expect({ documents: drafts.length, findings: found.length }).toEqual({
      documents: reports[name].documents,
      findings: reports[name].findings,
    })
    const kinds = found.map((finding) => `${finding.check}.${finding.because}`).sort()
    const raw = findingsIn(readFileSync(seedOf(name), 'utf8'), { today: asDay(journeyDay), title: drafts[0]?.title ?? '' })
    for (const kind of new Set(raw.map((finding) => `${finding.check}.${finding.because}`))) expect(kinds).toContain(kind)
    expect(found.filter((finding) => finding.weight === 'block')).toEqual([])
  })

  it('is answered, completed and released through the pages by four people', async () => {
    const t = words.en
    const draft = imported.get('city-opinions')?.drafts[0]
    const title = 'Opinions on promoting and standardizing openness'
    const writer = await chrome.newPage({ javaScript: false })
    await signIn(writer, cast.writer, { next: `/desk/documents/${draft?.id}` })
    const asked = (draft?.findings ?? []).filter((finding) => finding.weight === 'answer')
    expect(await answerAll(writer), 'one answer for each passage').toBe(new Set(asked.map((finding) => finding.passageHash)).size)
    await press(writer, t('publishing.next.edit'))
    await fill(writer, { [t('publishing.field.title')]: title, [t('publishing.field.formed-on')]: '2026-11-02' })
    await writer.getByLabel(t('publishing.subject.label'), { exact: true }).selectOption({ label: t('publishing.subject.2') })
    await press(writer, t('publishing.write.submit'))
    await writer.getByText(t('publishing.done.submit')).waitFor()
    await approve(chrome, title, 'en')
    await clear(chrome, title, 'en')
    await sign(chrome, title, 'en')
    expect((await fetch(`${demoUrl()}/en/documents/${draft?.indexNumber}`)).status).toBe(200)
  })

  it.each(names)('%s is released, and found by an English and by a Chinese search', async (name) => {
    const drafts = imported.get(name)?.drafts ?? []
    for (const draft of drafts) await releaseByActs(draft.id)
    const first = drafts[0]?.indexNumber ?? ''
    await expect.poll(async () => (await fetch(`${demoUrl()}/en/documents/${first}`)).status).toBe(200)
    for (const [lang, query] of [
      ['en', reports[name].english],
      ['zh', reports[name].chinese],
    ] as const) {
      const resident = await chrome.newPage({ lang, javaScript: false })
      await resident.goto(`/${lang}/search?unit=emergency&q=${encodeURIComponent(query)}`)
      const links = await resident
        .getByRole('main')
        .getByRole('link')
        .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
      expect(
        links.filter((link) => link.includes('/documents/')),
        `${lang}: ${query}`,
      ).toContain(`/${lang}/documents/${first}`)
    }
  })

  /** What the journey above did through pages, through the same acts: the metadata that a text does not carry, then every hand. */
  async function releaseByActs(id: number): Promise<void> {
    const document = await findDocument(site().database.read, id)
    if (document === undefined || document.stage !== 'draft') return
    const text = await readVersion(site().database.read, id, document.currentVersion)
    if (text === undefined) throw new Error(`document ${id} has no text`)
    const content = { ...text, subject: '2', formedOn: asDay('2026-11-02') }
    await release(site(), officers, must(await saveDraft(site(), officers.writer, id, document.currentVersion, content)))
  }
})

/** Answers every finding that waits for an answer, one after the other; gives how many answers it took. */
async function answerAll(page: Page): Promise<number> {
  const waiting = page.getByRole('textbox', { name: words.en('publishing.answer.label') })
  let answers = 0
  for (; (await waiting.count()) > 0; answers += 1) {
    await waiting.first().fill('It stands so in the original.')
    await page
      .getByRole('button', { name: words.en('publishing.answer.button') })
      .first()
      .click()
    await page.getByText(words.en('publishing.done.answered')).waitFor()
  }
  return answers
}

function seedOf(name: Report): URL {
  return new URL(`../seeds/${name}.txt`, import.meta.url)
}
