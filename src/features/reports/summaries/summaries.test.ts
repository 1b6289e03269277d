import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, expect, test, vi } from 'vitest'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { givenFigures, type GivenFigures } from '../../../../test/support/figures.ts'
import { givenContent, givenPublished, must, release } from '../../../../test/support/given.ts'
import { givenVisitor, openDesk, type Desk } from '../../../../test/support/site.ts'
import { asDay } from '../../../kernel/day.ts'
import type { Visitor } from '../../../platform/http/route.ts'
import { changeDocument, createDocument, findDocument, readVersion, saveDraft, startCorrection } from '../../publishing/index.ts'
import { enterFigure } from '../entered/enter-figure.ts'
import { listEntries } from '../entered/queries.ts'
import { strikeFigure } from '../entered/strike-figure.ts'
import { periodFrom } from '../figures/period.ts'
import { figureOf } from '../figures/all-figures.ts'
import { listFiledCells } from '../making/queries-cells.ts'
import { routes } from '../routes.ts'
import { beginSummary } from './begin-summary.ts'
import { fileSummary } from './file-summary.ts'
import { listSummaries } from './queries.ts'
import { findPublishedSummary } from './read-published-summaries.ts'
import { readSummary } from './read-summary.ts'
import { saySections, summaryAsText } from './say-summary.ts'
import { cellOf, numbersOf, type Summary } from './summary.ts'
import { writeSummary } from './write-summary.ts'

let given: GivenFigures
let desk: Desk
let officer: Visitor

beforeAll(async () => {
  if (!hasServer) return
  given = await givenFigures()
  desk = await openDesk(given.site, routes)
  officer = givenVisitor(given.cast.writer.personId, ['information-officer', given.safety])
})

const main = (html: string): string => html.slice(html.indexOf('<main'), html.indexOf('</main>'))
const own = async (): Promise<Summary> => {
  const [summary] = await listSummaries(given.site.database.read, { unitIds: [given.safety.id] })
  if (summary === undefined) throw new Error('no summary')
  return summary
}
const publicPage = (path: string) => desk.get(undefined, path)

describeWithDatabase('a work summary', () => {
  test('is begun once for a year by whoever writes for the unit', async () => {
    const form = { unit: 'safety', period: '2026' }
    const begun = await desk.post(officer, '/en/desk/summaries', form)
    expect([begun.status, begun.location]).toEqual([303, `/en/desk/summaries/${(await own()).id}?done=begun`])
    expect(must(await beginSummary(given.site, given.cast.writer, { unitId: given.water.id, period: '2025' })).period).toBe('2025')
    expect(await beginSummary(given.site, given.cast.writer, { unitId: given.safety.id, period: '2026' })).toMatchObject({
      refusals: ['begun-before'],
    })
    expect((await desk.post(officer, '/en/desk/summaries', { unit: 'water', period: '2026' })).status).toBe(422)
    const water = givenVisitor(given.cast.head.personId, ['information-officer', given.water])
    expect((await desk.get(water, `/en/desk/summaries/${(await own()).id}`)).status).toBe(403)
    expect((await desk.get(water, '/en/desk/summaries')).text).not.toContain('/desk/summaries/1?')
  })

  test('says what the records know, each number open to a list as long as itself', async () => {
    const { id } = await own()
    const { status, text } = await desk.get(officer, `/en/desk/summaries/${id}`)
    expect(status).toBe(200)
    const links = [...main(text).matchAll(/gk-figure__value" href="([^"]+)">([\d,]+)</g)]
    expect(links.length).toBeGreaterThan(12)
    for (const [, href = '', number] of links) {
      const page = await desk.get(officer, href.replaceAll('&amp;', '&'))
      expect([page.status, href]).toEqual([200, href])
      expect(/gk-account__number">\s*(?:<[^>]+>)*([\d,]+)/.exec(main(page.text))?.[1], href).toBe(number)
      const told = /(\d+) in all/.exec(main(page.text))?.[1]
      expect(told, href).toBe(number)
    }
  })

  test('proposes what the records show and nothing else, in words that agree with their numbers', async () => {
    const { made } = await readSummary(given.site, await own())
    const codes = made.proposed.map(({ code }) => code)
    expect(codes).toContain('overdue')
    expect(codes).toContain('applications-late')
    expect(codes).not.toContain('backlog')
    const { text } = await desk.get(officer, `/en/desk/summaries/${(await own()).id}`)
    expect(main(text)).toContain('1 was late')
  })

  test('comes back with what was typed where it cannot be saved or filed', async () => {
    const { id, version } = await own()
    const long = await desk.post(officer, `/en/desk/summaries/${id}/texts`, {
      version: String(version),
      'text-content': '长'.repeat(20_001),
    })
    expect(long.status).toBe(422)
    expect(long.text).toContain('长'.repeat(20_001))
    const strange = await desk.post(officer, `/en/desk/summaries/${id}/texts`, {
      version: '99',
      'text-content': '今年重点',
      taken: 'invented',
    })
    expect(strange.status).toBe(422)
    for (const words of ['今年重点', 'Somebody changed this', 'do not propose']) expect(strange.text).toContain(words)
    const silent = await desk.post(officer, `/en/desk/summaries/${id}/file`, { version: String(version) })
    expect(silent.status).toBe(422)
    expect(silent.text).toContain('Nothing is said yet of problems or of next year')
  })

  test('keeps what people wrote and took over', async () => {
    const { id, version } = await own()
    const form = {
      version: String(version),
      'text-next-year': '补齐空白栏目。',
      'text-next-year/en': 'Fill what is empty.',
      taken: 'applications-late',
    }
    expect((await desk.post(officer, `/zh/desk/summaries/${id}/texts`, form)).location).toBe(`/zh/desk/summaries/${id}?done=saved`)
    expect(await own()).toMatchObject({ taken: ['applications-late'], texts: { 'next-year': '补齐空白栏目。' }, version: version + 1 })
    must(await writeSummary(given.site, given.cast.writer, id, { version: version + 1, texts: {}, taken: [] }))
    expect((await own()).taken).toEqual([])
    must(await writeSummary(given.site, given.cast.writer, id, { version: version + 2, texts: {}, taken: ['applications-late'] }))
  })

  test('marks what was entered by hand', async () => {
    const entry = { unitId: given.safety.id, figure: 'trainings', span: periodFrom('2026'), value: '3', isAtLeast: true, decimals: 0 }
    must(await enterFigure(given.site, given.cast.writer, { ...entry, evidence: '签到表' }))
    const { text } = await desk.get(officer, `/en/desk/summaries/${(await own()).id}`)
    expect(main(text)).toMatch(/gk-figure--by-hand[^]{0,400}>over 3</)
  })

  test('is frozen with the records behind each number, and not public before it went through the hands', async () => {
    const { id, version } = await own()
    // Somebody else releases a document after the figures were counted and before the records behind them are read.
    const { facts } = figureOf('documents-released')!
    const { ids: listIds } = facts!
    const meanwhile = vi.spyOn(facts!, 'ids').mockImplementationOnce(async (...asked) => {
      await givenPublished(given.site, given.cast, given.safety, { title: '同时公开的通告' })
      return listIds(...asked)
    })
    const filing = must(await fileSummary(given.site, given.cast.writer, id, version))
    meanwhile.mockRestore()
    const said = new Map(numbersOf(filing.content).map((number) => [cellOf(number), number.value]))
    const cells = await listFiledCells(given.site.database.read, filing.id)
    expect(cells.length).toBeGreaterThan(12)
    for (const { cell, origin, value, ids } of cells)
      if (origin === 'counted') expect([cell, ids?.length, said.get(cell)]).toEqual([cell, value, value])
    expect(cells.filter(({ origin }) => origin === 'by-hand').map(({ cell, value, isAtLeast }) => [cell, value, isAtLeast])).toEqual([
      ['trainings', 3, true],
    ])
    expect(filing.content.headings.flatMap(({ facts }) => facts).flatMap(({ numbers }) => numbers)).toContainEqual({
      ...{ name: 'n', value: 3, figure: 'trainings', isByHand: true, isAtLeast: true },
    })
    const body = summaryAsText(given.site.words, filing.content)
    expect([body.includes('培训逾3※次'), body.includes('\n\n※ 人工填报')]).toEqual([true, true])
    expect((await publicPage('/en/reports/summaries/2026?unit=safety')).status).toBe(404)
    const document = await findDocument(given.site.database.read, filing.documentId)
    if (document === undefined) throw new Error('no document')
    await release(given.site, given.cast, document)
    const { status, text } = await publicPage('/en/reports/summaries/2026?unit=safety')
    expect(status).toBe(200)
    for (const words of ['Some answers came late', 'Fill what is empty.', 'are the same as when it was filed'])
      expect(main(text)).toContain(words)
  })

  test('opens in public every number that was frozen, and tells of applications only how many', async () => {
    const { text } = await publicPage('/en/reports/summaries/2026?unit=safety')
    const links = [...main(text).matchAll(/gk-figure__value" href="([^"]+)">([\d,]+)</g)]
    expect(links.length).toBeGreaterThan(12)
    for (const [, href = '', number] of links) {
      const page = await publicPage(href.replaceAll('&amp;', '&'))
      expect([page.status, href]).toEqual([200, href])
      expect(main(page.text), href).toContain(`gk-account__number">${number}<`)
      if (href.includes('figure=applications')) expect(main(page.text)).not.toMatch(/id="records"|desk\/applications/)
    }
    for (const canary of given.canaries) expect(text).not.toContain(canary)
  })

  test('shows what changed in the records since, and stays as it was', async () => {
    const title = '新公开的检查结果'
    await givenPublished(given.site, given.cast, given.safety, { title, body: `${title}，现予公布。` })
    const { text } = await publicPage('/en/reports/summaries/2026?unit=safety')
    const before = /(\d+) documents were made public in the year/.exec(main(text).replace(/<[^>]+>/g, ''))?.[1]
    const live = await desk.get(officer, `/en/desk/summaries/${(await own()).id}`)
    const now = /(\d+) documents were made public in the year/.exec(main(live.text).replace(/<[^>]+>/g, ''))?.[1]
    // The summary itself was released meanwhile, too.
    expect(Number(now)).toBe(Number(before) + 2)
    // The English page was asked for before and is kept ready-made for a while.
    const page = main((await publicPage('/zh/reports/summaries/2026?unit=safety')).text)
    expect(page).toContain('增加1条，减少0条')
    const path = '/zh/reports/summaries/2026/drift?unit=safety&amp;cell=documents-released'
    expect(page).toContain(path)
    for (const listed of [
      await publicPage(path.replace('&amp;', '&')),
      await desk.get(officer, `/zh/desk/summaries/${(await own()).id}/drift?cell=documents-released`),
    ])
      for (const words of ['现在计入、当时未计入的记录', title, '/zh/documents/'])
        expect(main(listed.text).replaceAll('/desk/', '/')).toContain(words)
    expect((await publicPage('/zh/reports/summaries/2026/drift?unit=safety&cell=nothing')).status).toBe(404)
  })

  test('shows that a number by hand was struck or entered anew since', async () => {
    const { site, cast, safety } = given
    const asked = { unitIds: [safety.id], figures: ['trainings'], from: asDay('2026-01-01'), until: asDay('2026-12-31') }
    const drift = async () => (await readSummary(site, await own())).drift.filter(({ cell }) => cell === 'trainings')
    expect(await drift()).toEqual([])
    const [entry] = await listEntries(site.database.read, asked)
    await strikeFigure(site, cast.writer, entry?.id ?? 0)
    const since = { cell: 'trainings', kind: 'entered-anew', filed: 3, added: [], removed: [] }
    expect(await drift()).toEqual([{ ...since, now: null }])
    const anew = { unitId: safety.id, figure: 'trainings', span: periodFrom('2026'), evidence: '签到表', isAtLeast: false, decimals: 0 }
    must(await enterFigure(site, cast.writer, { ...anew, value: '5' }))
    expect(await drift()).toEqual([{ ...since, now: 5 }])
  })

  test('is there for paper in both languages, every heading numbered, every number in words', async () => {
    const { made } = await readSummary(given.site, await own())
    const zh = saySections(given.site.words.zh, 'zh', made.content)
    expect(zh[0]?.heading).toBe('一、组织领导')
    expect(zh.at(-1)).toEqual({ heading: `${'一二三四五六七'[zh.length - 1]}、下一年工作安排`, paragraphs: ['补齐空白栏目。'] })
    const en = saySections(given.site.words.en, 'en', made.content)
    expect(en.at(-1)?.paragraphs).toEqual(['Fill what is empty.'])
    for (const { paragraphs } of [...zh, ...en]) expect(paragraphs.join('')).not.toMatch(/summary\.|\{|undefined/)
  })

  test('is taken away as Word and PDF: as it would be filed today, and as it was filed', async () => {
    const { id } = await own()
    for (const path of [`/zh/desk/summaries/${id}/summary`, '/en/reports/summaries/2026/summary']) {
      const visitor = path.includes('/desk/') ? officer : undefined
      const { bytes: word } = await desk.get(visitor, `${path}.docx?unit=safety`)
      const document = strFromU8(unzipSync(word)['word/document.xml'] ?? new Uint8Array())
      for (const words of path.startsWith('/zh/')
        ? ['safety局2026年政务公开工作总结', '下一年工作安排', '补齐空白栏目。', '本稿为草稿']
        : ['Fill what is empty.'])
        expect(document, words).toContain(words)
      expect((await desk.get(visitor, `${path}.pdf?unit=safety`)).text.startsWith('%PDF-'), path).toBe(true)
    }
    const frozen = async () => (await publicPage('/zh/reports/summaries/2026/summary.docx?unit=safety')).bytes
    expect(await frozen()).toEqual(await frozen())
  })

  test('is filed again only after a correction of its publication was begun', async () => {
    const { id, version } = await own()
    const { site, cast } = given
    expect(await fileSummary(site, cast.writer, id, version)).toMatchObject({ refusals: ['correction-first'] })
    const documentId = (await own()).documentId ?? 0
    const page = main((await desk.get(officer, `/en/desk/summaries/${id}`)).text)
    expect([
      page.includes(`/desk/documents/${documentId}">The summary is published.`),
      page.includes(`/desk/summaries/${id}/file`),
    ]).toEqual([true, false])
    must(await startCorrection(site, cast.signer, documentId, '第七部分补充'))
    const texts = { 'next-year': '第一次更正。', 'next-year/en': 'Corrected once.' }
    must(await writeSummary(site, cast.writer, id, { version, texts, taken: ['applications-late'] }))
    must(await fileSummary(site, cast.writer, id, (await own()).version))
    const shown = async () => (await findPublishedSummary(site, '2026', 'safety')).filing
    expect([(await shown())?.serial, (await shown())?.texts['next-year']]).toEqual([1, '补齐空白栏目。'])
    await release(site, cast, (await findDocument(site.database.read, documentId))!)
    expect([(await shown())?.serial, (await shown())?.texts['next-year']]).toEqual([2, '第一次更正。'])
  })

  test('leads to the signed text alone where the hands of the chain changed it, which they read in both languages', async () => {
    const { site, cast } = given
    const { documentId = 0 } = await own()
    const { id, currentVersion } = must(await startCorrection(site, cast.signer, documentId, '再核对'))
    const old = await readVersion(site.database.read, id, currentVersion)
    expect(old?.body).toContain('Corrected once.')
    const content = givenContent({ ...old, body: `${old?.body}\n\n签发人补充一段。`, formedOn: asDay('2026-06-15') })
    const { indexNumber } = await release(site, cast, must(await saveDraft(site, cast.writer, id, currentVersion, content)))
    const { status, location } = await publicPage('/zh/reports/summaries/2026?unit=safety&again=1')
    expect([status, location]).toEqual([303, `/zh/documents/${indexNumber}`])
    expect((await publicPage('/zh/reports/summaries/2026/figure?unit=safety&figure=documents-released&again=1')).status).toBe(404)
    expect((await publicPage('/zh/reports/summaries/2026/summary.pdf?unit=safety&again=1')).status).toBe(404)
    expect(main((await publicPage('/zh/reports/summaries?again=1')).text)).toContain('/zh/reports/summaries/2026?unit=safety')
  })

  test('is followed by another document where its own was taken out of public', async () => {
    const { site, cast } = given
    const { id, documentId = 0 } = await own()
    must(await changeDocument(site, cast.signer, documentId, { change: 'withdraw', reason: '数字有误，重新公布。' }))
    expect(main((await desk.get(officer, `/en/desk/summaries/${id}`)).text)).toContain(`/desk/summaries/${id}/file`)
    const filing = must(await fileSummary(site, cast.writer, id, (await own()).version))
    expect(filing.documentId).not.toBe(documentId)
    await release(site, cast, (await findDocument(site.database.read, filing.documentId))!)
    expect((await findPublishedSummary(site, '2026', 'safety')).filing?.id).toBe(filing.id)
  })

  test('leaves the list of annual reports alone', async () => {
    const { id } = await own()
    expect((await desk.get(officer, `/en/desk/reports/${id}`)).status).toBe(404)
    expect(main((await desk.get(officer, '/en/desk/reports?year=2026')).text)).not.toContain(`/desk/reports/${id}`)
    expect(main((await publicPage('/en/reports')).text)).not.toContain('work summary')
  })
})

describeWithDatabase('documents by line and units by rank', () => {
  test('open as many records as they say', async () => {
    const { site, cast, safety, city } = given
    const office = givenVisitor(cast.office.personId, ['office', city])
    must(await createDocument(site, cast.writer, { unitId: safety.id, content: givenContent({ title: '草稿' }) }))
    const ranking = await desk.get(office, '/en/desk/figures/ranking?unit=safety&figure=documents-entered&period=2026')
    expect(ranking.status).toBe(200)
    expect(main(ranking.text)).toContain('fewer than 30 records')
    expect(main(ranking.text)).toContain('No place')
    expect((await publicPage('/en/account/ranking?unit=safety&figure=applications-received')).status).toBe(404)
    expect((await publicPage('/en/account/ranking?figure=documents-entered')).status).toBe(404)
    for (const figure of ['lines', 'categories', 'lines-empty'])
      expect((await publicPage(`/en/account/ranking?unit=safety&figure=${figure}`)).status, figure).toBe(404)
    expect((await publicPage('/en/account/by-line?period=2026')).status).toBe(200)
    expect((await publicPage('/en/account/by-line?period=2026&line=nowhere')).status).toBe(404)
  })
})
