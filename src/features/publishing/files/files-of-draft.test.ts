import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { attachAndRead, readWaiting } from '../../../../test/support/attach.ts'
import { describeWithDatabase } from '../../../../test/support/database.ts'
import { workHere } from '../../../../test/support/file-work.ts'
import { givenCast, givenContent, must, release, type Cast } from '../../../../test/support/given.ts'
import { freshSite, givenUnit, type TestSite } from '../../../../test/support/site.ts'
import { docx, para, rows, xlsx } from '../../../../test/leaks/make-office.ts'
import { makePdf } from '../../../../test/leaks/make-pdf.ts'
import { filesOf } from '../../../platform/files/index.ts'
import { verifyJournal } from '../../../platform/journal/index.ts'
import { tsquery } from '../../../platform/search/terms.ts'
import type { Unit } from '../../organisations/index.ts'
import { answerFinding } from '../answer-finding.ts'
import { attachFile } from '../attach-file.ts'
import { createDocument } from '../create-document.ts'
import { recordedDocuments } from '../index.ts'
import { moveDocument } from '../move-document.ts'
import { listFiles } from '../queries-files.ts'
import { listFound } from '../queries-search.ts'
import { cleanAttachment } from './clean-attachment.ts'
import { examineFiles } from './examine-files.ts'
import { readFile } from './read-file.ts'

const secret = '11010519491231002X'

describeWithDatabase('the files of a draft', () => {
  let site: TestSite
  let unit: Unit
  let cast: Cast
  let titles = 0

  beforeAll(async () => {
    site = await freshSite()
    site.config = { ...site.config, dataDir: await mkdtemp(join(tmpdir(), 'gongkai-files-')) }
    unit = await givenUnit(site, { code: 'mc' })
    cast = await givenCast(site, unit)
  })
  afterAll(() => rm(site.config.dataDir, { recursive: true, force: true }))

  const begin = async () => {
    titles++
    const content = givenContent({ title: `第${titles}号通知`, body: `第${titles}号通知的正文，各不相同。` })
    return must(await createDocument(site, cast.writer, { unitId: unit.id, content }))
  }
  const submit = (id: number) => moveDocument(site, cast.writer, id, { move: 'submit', version: 1, remark: '' })
  const examined = async (id: number) => examineFiles(site.database.read, id, await listFiles(site.database.read, id))
  const leaking = () =>
    xlsx([
      { name: '收费', xml: rows(['', '免费']) },
      { name: '名单', xml: rows(['', secret]), state: 'hidden' },
    ])

  test('wait to be read before it can go on, and whoever reads twice changes nothing', async () => {
    const { id } = await begin()
    must(await attachFile(site, cast.writer, id, { name: '说明.txt', bytes: Buffer.from('首小时免费') }))
    expect(await submit(id)).toEqual({ ok: false, refusals: ['being-read'] })
    await readWaiting(site, id)
    const [file] = await listFiles(site.database.read, id)
    await readFile(site, file?.id ?? 0, workHere)
    expect(await examined(id)).toMatchObject([{ state: 'looked', findings: [] }])
    must(await submit(id))
  })

  test('stop it while they hide something; a clean copy lets it go, and the original is sealed', async () => {
    const { id } = await begin()
    must(await attachAndRead(site, cast.writer, id, { name: '收费表.xlsx', bytes: leaking() }))
    expect(await submit(id)).toEqual({ ok: false, refusals: ['blocked'] })
    const [before] = await listFiles(site.database.read, id)
    must(await cleanAttachment(site, cast.writer, id, before?.id ?? 0, workHere))
    const [copy, ...others] = await examined(id)
    expect(others).toEqual([])
    expect(copy).toMatchObject({ state: 'looked', findings: [], file: { name: '收费表.xlsx', cleanedFrom: before?.id, isPublic: false } })
    expect((await filesOf(site.config).read(before?.sha256 ?? '')).equals(leaking()), 'the original is kept').toBe(true)
    must(await submit(id))
    const writing = { personId: cast.head.personId, posts: [...cast.head.posts, ...cast.writer.posts] }
    expect(await cleanAttachment(site, writing, id, copy?.file.id ?? 0, workHere)).toEqual({ ok: false, refusals: ['nothing-to-clean'] })
  })

  test('are answered where an answer will do, for the bytes as they are and no others', async () => {
    const { id } = await begin()
    const word = (author: string) => docx(para('正文'), { about: author })
    must(await attachAndRead(site, cast.writer, id, { name: '通知.docx', bytes: word('张三') }))
    expect(await submit(id)).toEqual({ ok: false, refusals: ['unanswered'] })
    const [one] = await examined(id)
    const [finding] = one?.findings ?? []
    const answer = { check: finding?.answerCheck ?? '', passageHash: finding?.passageHash ?? '', words: '' }
    expect(await answerFinding(site, cast.writer, id, answer)).toEqual({ ok: false, refusals: ['words-missing'] })
    must(await answerFinding(site, cast.writer, id, { ...answer, words: '张三是新闻发言人' }))
    must(await attachAndRead(site, cast.writer, id, { name: '通知二.docx', bytes: word('李四') }))
    expect((await examined(id)).map(({ findings }) => findings.map((each) => each.answer))).toEqual([['张三是新闻发言人'], [undefined]])
  })

  test('that are scans are never clean: somebody must say that they looked', async () => {
    const { id } = await begin()
    const scan = makePdf({ content: 'q 1 0 0 1 0 0 cm Q' })
    must(await attachAndRead(site, cast.writer, id, { name: '扫描件.pdf', bytes: scan }))
    expect(await examined(id)).toMatchObject([{ state: 'not-checked', because: 'no-text-layer' }])
    expect(await submit(id)).toEqual({ ok: false, refusals: ['unanswered'] })
  })

  test('that are not what they say are refused when they come, and those whose bytes were changed afterwards are damaged', async () => {
    const { id } = await begin()
    const program = { name: '通知.pdf', bytes: Buffer.from('MZ\u0090\u0000') }
    expect(await attachFile(site, cast.writer, id, program)).toEqual({ ok: false, refusals: ['not-what-it-says'] })
    must(await attachFile(site, cast.writer, id, { name: '名册.txt', bytes: Buffer.from('原来的字') }))
    const [file] = await listFiles(site.database.read, id)
    await writeFile(join(site.config.dataDir, 'files', file?.sha256.slice(0, 2) ?? '', file?.sha256 ?? ''), '别的字')
    await readWaiting(site, id)
    expect(await examined(id)).toMatchObject([{ state: 'unreadable', because: 'damaged', findings: [{ weight: 'block' }] }])
  })

  test('that came with a release are found by what stands in them, and the record vouches for all of it', async () => {
    const document = await begin()
    must(await attachAndRead(site, cast.writer, document.id, { name: '清单.txt', bytes: Buffer.from('潜水排污泵四十五台') }))
    await release(site, cast, document)
    const { lines } = await listFound(site.database.read, { words: tsquery('潜水排污泵') ?? '', limit: 5 })
    expect(lines).toMatchObject([{ id: document.id, files: [{ name: '清单.txt', text: '潜水排污泵四十五台' }] }])
    const check = await site.database.transaction((db) => verifyJournal(db, { 'publishing.document': recordedDocuments }))
    expect(check.findings.filter((one) => JSON.stringify(one).includes('publishing.document'))).toEqual([])
  })
})
