import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { givenAnnualTown, type AnnualTown } from '../../../../test/support/annual-town.ts'
import { registrationOf } from '../../../../test/support/cases.ts'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { givenContent, must, release } from '../../../../test/support/given.ts'
import { enterCell, frozenRows, givenReport, problems, reportNow, writeReport } from '../../../../test/support/reports.ts'
import { asDay } from '../../../kernel/day.ts'
import { using } from '../../../platform/database/index.ts'
import { verifyJournal } from '../../../platform/journal/index.ts'
import { registerApplication } from '../../applications/index.ts'
import { listTasks, planTasks } from '../../catalogue/index.ts'
import {
  changeDocument,
  findDocument,
  moveDocument,
  readVersion,
  saveDraft,
  startCorrection,
  type StoredDocument,
} from '../../publishing/index.ts'
import { listBehind } from '../annual/list-behind.ts'
import { mapLines } from '../annual/map-lines.ts'
import { sourceOfCell } from '../annual/source-of-cell.ts'
import { listLineRows } from '../annual/queries-lines.ts'
import { loaders } from '../index.ts'
import { listPublished, listPublishedTexts } from '../published/read-published.ts'
import { beginReport } from './begin-report.ts'
import { fileReport } from './file-report.ts'
import { judgeFiling } from './judge-filing.ts'
import type { MadeReport } from './made.ts'
import { listFilings, listReports } from './queries.ts'
import { readChanged } from './read-changed.ts'
import { readMade } from './read-made.ts'
import { saveTexts } from './save-texts.ts'

let given: AnnualTown

beforeAll(async () => {
  if (hasServer) given = await givenAnnualTown(['2021'])
}, 240_000)

const site = () => given.site
const db = () => given.site.database.read
const writer = () => given.cast.writer

const begin = (unit: 'safety' | 'water' | 'city', period = '2026') => givenReport(given, given[unit], period)
const now = (report: { id: number }) => reportNow(given, report)
const file = async (report: MadeReport) => fileReport(site(), writer(), report.id, (await now(report)).version)
const judge = (report: MadeReport, filingId: number, verdict: 'accepted' | 'returned', remark = '') =>
  judgeFiling(site(), given.cast.office, report.id, { filingId, verdict, remark })
const save = (report: MadeReport, form: { version: number; texts?: Record<string, string>; notes?: Record<string, string> }) =>
  saveTexts(site(), writer(), report.id, { texts: {}, notes: {}, ...form })

const enter = (report: MadeReport, cell: string, value: string) => enterCell(given, report, cell, value)
const write = (report: MadeReport) => writeReport(given, report)
const frozen = (filingId: number) => frozenRows(db(), filingId)

/** A case that arrived long ago and is typed in today. */
async function typeLate(arrivedOn: string): Promise<void> {
  const arrival = { channel: 'counter', arrivedOn: asDay(arrivedOn) } as const
  must(await registerApplication(site(), writer(), registrationOf({ arrival })))
}

async function documentOf(report: MadeReport): Promise<StoredDocument> {
  const document = await findDocument(db(), (await now(report)).documentId ?? 0)
  if (document === undefined) throw new Error('no publication')
  return document
}

const publicOf = async (report: MadeReport) =>
  (await listPublished(site(), Number(report.period))).find((one) => one.report.id === report.id)

describeWithDatabase('an annual report', { timeout: 240_000 }, () => {
  test('is begun once, for a year that has begun and has a form', async () => {
    const { safety } = given
    expect(await begin('safety', '2019')).toMatchObject({ unitId: safety.id, period: '2019', withBelow: false, version: 1, texts: {} })
    const again = (period: string) => beginReport(site(), writer(), { unitId: safety.id, period, withBelow: true })
    expect(await again('2019')).toEqual({ ok: false, refusals: ['begun-before'] })
    expect(await again('2007')).toEqual({ ok: false, refusals: ['no-form'] })
    expect(await again('2026-Q1')).toEqual({ ok: false, refusals: ['no-form'] })
    expect(await again('2028')).toEqual({ ok: false, refusals: ['period-to-come'] })
  })

  test('is written by two people without either losing anything unseen', async () => {
    const report = await begin('water', '2020')
    const mine = must(await save(report, { version: 1, texts: { 五: '甲写的' }, notes: { I4: '机构合并' } }))
    expect(mine).toMatchObject({ version: 2, texts: { 五: '甲写的' }, notes: { I4: '机构合并' } })
    expect(await save(report, { version: 1, texts: { 五: '乙写的' } })).toEqual({ ok: false, refusals: ['edited-meanwhile'] })
    expect((await now(report)).texts).toEqual({ 五: '甲写的' })
    // What a form leaves out stays.
    expect(must(await save(report, { version: 2, texts: { 六: '其他' } })).texts).toEqual({ 五: '甲写的', 六: '其他' })
    const wrong = await save(report, { version: 2, texts: { 九: '', 五: '长'.repeat(20_001) }, notes: { I99: '' } })
    expect(wrong).toEqual({ ok: false, refusals: ['edited-meanwhile', 'text-long', 'section-unknown', 'note-unknown'] })
  })

  test('is filed after its year, without errors, and with words of people in it', async () => {
    const running = await begin('safety', '2027')
    expect(await file(running)).toEqual({ ok: false, refusals: ['period-running', 'breaches', 'judgement-missing'] })
    const report = await begin('water')
    expect(await fileReport(site(), writer(), report.id, 99)).toEqual({
      ...{ ok: false, refusals: ['edited-meanwhile', 'breaches', 'judgement-missing'] },
    })
    await write(report)
    must(await save(report, { version: (await now(report)).version, texts: { 五: ' ' } }))
    expect(await file(report)).toEqual({ ok: false, refusals: ['judgement-missing'] })
    expect(await judge(report, 1, 'accepted')).toEqual({ ok: false, refusals: ['nothing-filed'] })
    expect((await now(report)).documentId).toBeUndefined()
  })

  test('carries over what the year before carried forward, or says why not', async () => {
    const before = must(await file(await write(await begin('safety', '2025'))))
    expect(before.content.cells['t2/4/total']).toBe(1)
    await typeLate('2025-12-15')
    const report = await write(await begin('safety'))
    const { made } = await readMade(site(), report)
    expect(made.report.previous).toEqual({ year: 2025, cells: before.content.cells })
    const broken = made.breaches.filter(({ id }) => id === 'I4')
    expect(broken).toMatchObject([
      { kind: 'I4-plain', column: 'person', left: 1, right: 0 },
      { kind: 'I4-plain', column: 'total', left: 2, right: 1 },
    ])
    expect(await file(report)).toEqual({ ok: false, refusals: ['breaches'] })
    must(await save(report, { version: (await now(report)).version, notes: { I4: '一件迟到登记' } }))
    const filing = must(await file(report))
    expect(filing.content.notes).toEqual({ I4: '一件迟到登记' })
    // What explains a number is public with it, so the hands that sign it read it.
    expect((await readVersion(db(), filing.documentId, 1))?.body).toContain('## 数据说明\n\nI4：一件迟到登记')
    expect((await readMade(site(), await now(report))).made.breaches.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('freezes when it is filed: what changes later is drift, and the filed copy stays byte for byte', async () => {
    const report = await write(await begin('city'))
    const filing = must(await file(report))
    const before = await frozen(filing.id)
    expect((await readMade(site(), await now(report))).drift).toEqual([])
    site().day = '2027-02-05'
    await typeLate('2026-12-28')
    must(await enter(report, 't1/charges/amount', '9.25'))
    const { drift } = await readMade(site(), await now(report))
    expect(drift.map(({ cell, filed, now: after, added, removed }) => [cell, after! - filed, added.length, removed.length])).toEqual([
      ['t2/1/person', 1, 1, 0],
      ['t2/4/person', 1, 1, 0],
      ['t1/charges/amount', 9.25, 0, 0],
    ])
    expect(await frozen(filing.id)).toEqual(before)
  })

  test('shows as drift a document whose day was corrected out of the year', async () => {
    const report = await findReportOf('city')
    const filing = (await listFilings(db(), [report.id]))[0]!
    const before = await frozen(filing.id)
    const { made } = await readMade(site(), report)
    const id = (await listBehind(db(), made.form, made.scope, made.lines)).get('t1/rules/issued')?.[0] ?? 0
    const begun = must(await startCorrection(site(), given.cast.signer, id, '成文日期有误'))
    const old = (await readVersion(db(), id, begun.currentVersion))!
    const saved = must(await saveDraft(site(), writer(), id, begun.currentVersion, givenContent({ ...old, formedOn: asDay('2025-12-30') })))
    await release(site(), given.cast, saved)
    const { drift } = await readMade(site(), report)
    expect(drift.find(({ cell }) => cell === 't1/rules/issued')).toMatchObject({ filed: 2, now: 1, added: [], removed: [id] })
    const source = sourceOfCell({ form: made.form, filing, scope: made.scope }, 't1/rules/issued')
    const asked = { filingId: filing.id, cell: 't1/rules/issued', drift, source, after: 0 }
    const listed = await readChanged(db(), asked)
    expect(listed.records).toMatchObject({ added: [], removed: [{ id, titleZh: old.title, on: '2025-12-30' }], gone: 0, next: undefined })
    const cases = { ...asked, cell: 't2/1/person', source: sourceOfCell({ form: made.form, filing, scope: made.scope }, 't2/1/person') }
    expect((await readChanged(db(), cases)).records?.added).toMatchObject([{ on: '2026-12-28', isInner: true }])
    expect(await readChanged(db(), { ...asked, cell: 't1/penalties/decisions' })).toEqual({ cell: 't1/penalties/decisions' })
    await expect(readChanged(db(), { ...asked, cell: 't9/x/y' })).rejects.toThrow('t9/x/y')
    expect(await frozen(filing.id)).toEqual(before)
  })

  test('keeps to the lines that counted when it was filed, and says of a row by hand that it is counted since', async () => {
    const map = async (row: string, ids: readonly number[]) => must(await mapLines(site(), given.cast.office.personId, row, ids))
    const before = await listLineRows(db())
    await map('licences', [])
    const begun = await begin('water', '2024')
    must(await enter(begun, 't1/licences/decisions', '7'))
    const report = await write(begun)
    const filing = must(await file(report))
    const city = await findReportOf('city')
    const { drift } = await readMade(site(), city)
    await map('licences', before.get('licences') ?? [])
    await map('rules', [])
    expect(filing.lines).toEqual(Object.fromEntries([...before].filter(([row]) => row !== 'licences')))
    const since = { filed: 7, now: 0, added: [], removed: [] }
    expect((await readMade(site(), await now(report))).drift).toEqual([{ cell: 't1/licences/decisions', kind: 'counted-now', ...since }])
    expect((await readMade(site(), city)).drift).toEqual(drift)
    await map('rules', before.get('rules') ?? [])
  })

  test('is judged once as filed, returned with a word, filed again, accepted, and returned even then', async () => {
    const report = await findReportOf('water')
    must(await save(report, { version: report.version, texts: problems }))
    const first = must(await file(report))
    expect(await judge(report, first.id, 'returned', ' ')).toEqual({ ok: false, refusals: ['remark-missing'] })
    expect(await judge(report, first.id + 1000, 'accepted')).toEqual({ ok: false, refusals: ['filed-meanwhile'] })
    must(await judge(report, first.id, 'returned', '第五部分太笼统'))
    expect(await judge(report, first.id, 'accepted')).toEqual({ ok: false, refusals: ['judged-before'] })
    expect(await readMade(site(), await now(report))).toMatchObject({ state: 'returned', judgement: { remark: '第五部分太笼统' } })
    const second = must(await file(report))
    expect([second.serial, second.documentId]).toEqual([2, first.documentId])
    expect(await judge(report, first.id, 'accepted')).toEqual({ ok: false, refusals: ['filed-meanwhile'] })
    must(await judge(report, second.id, 'accepted'))
    expect(await judge(report, second.id, 'accepted')).toEqual({ ok: false, refusals: ['judged-before'] })
    expect(await file(report)).toEqual({ ok: false, refusals: ['accepted-already'] })
    must(await judge(report, second.id, 'returned', '数字有误'))
    expect(must(await file(report)).serial).toBe(3)
  })

  test('is filed once by two people who press at once', async () => {
    const report = await findReportOf('water')
    const outcomes = await Promise.all([1, 2].map(() => fileReport(site(), writer(), report.id, report.version)))
    expect(outcomes.filter(({ ok }) => ok).length).toBe(1)
    expect((await listFilings(db(), [report.id])).length).toBe(4)
  })

  test('begins anew in publishing where its draft was given up', async () => {
    const report = await findReportOf('water')
    const draft = await documentOf(report)
    must(await moveDocument(site(), writer(), draft.id, { move: 'drop', version: draft.currentVersion, remark: '重来' }))
    const filing = must(await file(report))
    expect(filing.documentId).not.toBe(draft.id)
    expect((await documentOf(report)).stage).toBe('draft')
  })

  test('goes through the four hands under the unit’s own duty, and is public only then', async () => {
    await given.onDay('2027-01-05', () => planTasks(site()))
    const report = await findReportOf('safety')
    const draft = await documentOf(report)
    must(await moveDocument(site(), writer(), draft.id, { move: 'drop', version: draft.currentVersion, remark: '重来' }))
    const filing = must(await file(report))
    const document = await documentOf(report)
    const due = {
      unitIds: [given.safety.id],
      dutyIds: [given.own.id],
      dueFrom: asDay('2027-01-01'),
      dueUntil: asDay('2027-12-31'),
      limit: 2,
    }
    const [task, ...others] = await listTasks(db(), due)
    expect(others).toEqual([])
    expect(document).toMatchObject({ dutyId: given.own.id, taskId: task?.id, stage: 'draft' })
    expect(await publicOf(report)).toBeUndefined()
    await release(site(), given.cast, document)
    expect((await publicOf(report))?.filing.id).toBe(filing.id)
    expect((await listTasks(db(), due))[0]?.fulfilledOn).toBe('2027-02-05')
    const body = (await readVersion(db(), document.id, 1))?.body ?? ''
    for (const part of ['## 五、', problems.五, problems['五/en'], String(filing.content.cells['t2/3.7/total'])])
      expect(body).toContain(part)
  })

  test('is corrected after its release, and until the correction is released the public reads what it read', async () => {
    const report = await findReportOf('safety')
    const [first] = await listFilings(db(), [report.id])
    expect(await file(report)).toEqual({ ok: false, refusals: ['correction-first'] })
    must(await judge(report, first!.id, 'accepted'))
    for (const round of ['一', '二']) {
      const shown = (await publicOf(report))?.filing.id
      must(await startCorrection(site(), given.cast.signer, (await documentOf(report)).id, '第五部分补充'))
      const { version } = await now(report)
      must(await save(report, { version, texts: { 五: `第${round}次更正`, '五/en': `Correction ${round}` } }))
      const next = must(await file(report))
      expect(await publicOf(report)).toMatchObject({ filing: { id: shown } })
      await release(site(), given.cast, await documentOf(report))
      expect(await publicOf(report)).toMatchObject({ filing: { id: next.id, texts: { 五: `第${round}次更正` } } })
    }
  })

  test('stays as it was in public when a correction is given up, and is the signed text alone where hands changed it', async () => {
    const report = await findReportOf('safety')
    const shown = (await publicOf(report))?.filing.id
    const correct = async () => must(await startCorrection(site(), given.cast.signer, (await documentOf(report)).id, '再核对'))
    await correct()
    must(await save(report, { version: (await now(report)).version, texts: { 五: '放弃的更正' } }))
    must(await file(report))
    const draft = await documentOf(report)
    must(await moveDocument(site(), writer(), draft.id, { move: 'drop', version: draft.currentVersion, remark: '不改了' }))
    expect((await publicOf(report))?.filing.id).toBe(shown)
    const { id, currentVersion } = await correct()
    const old = await readVersion(db(), id, currentVersion)
    const content = givenContent({ ...old, body: `${old?.body}\n\n签发人删去一段。`, formedOn: asDay('2027-02-05') })
    await release(site(), given.cast, must(await saveDraft(site(), writer(), id, currentVersion, content)))
    expect(await publicOf(report)).toBeUndefined()
    const [text] = (await listPublishedTexts(site(), 2026)).filter((one) => one.report.id === report.id)
    expect([text?.document.id, text?.filing]).toEqual([id, undefined])
  })

  test('is followed by another document where its own was taken out of public, under the same line though its task is done', async () => {
    const report = await findReportOf('safety')
    const { id } = await documentOf(report)
    must(await changeDocument(site(), given.cast.signer, id, { change: 'withdraw', reason: '内容有误，重新公布。' }))
    const filing = must(await file(report))
    const next = await documentOf(report)
    expect([next.id === id, next.stage, next.dutyId, filing.documentVersion]).toEqual([false, 'draft', given.own.id, 1])
    await release(site(), given.cast, next)
    expect((await publicOf(report))?.filing.id).toBe(filing.id)
  })

  test('leaves a record that fits every row, and a filing changed behind its back is found', async () => {
    const verify = async () => (await given.site.database.transaction((one) => verifyJournal(one, loaders))).findings
    const of = (findings: Awaited<ReturnType<typeof verify>>) => findings.map(({ kind, subject }) => [kind, subject])
    expect(await verify()).toEqual([])
    const { id } = (await listFilings(db(), [(await findReportOf('safety')).id])).at(-1)!
    const change = (statement: ReturnType<typeof sql>) => given.site.database.transaction((one) => statement.execute(using(one)))
    for (const [statement, back] of [
      [
        sql`update reports.filing_cell set value = value + 1 where filing_id = ${id} and cell = 't2/1/total'`,
        sql`update reports.filing_cell set value = value - 1 where filing_id = ${id} and cell = 't2/1/total'`,
      ],
      [
        sql`update reports.filing_cell set ids = ids || 99::bigint where filing_id = ${id} and cell = 't2/1/person'`,
        sql`update reports.filing_cell set ids = ids[:array_length(ids, 1) - 1] where filing_id = ${id} and cell = 't2/1/person'`,
      ],
      [
        sql`update reports.filing set texts = texts || '{"一": "x"}' where id = ${id}`,
        sql`update reports.filing set texts = texts - '一' where id = ${id}`,
      ],
    ] as const) {
      await change(statement)
      expect(of(await verify())).toEqual([['row-changed', `reports.filing:${id}`]])
      await change(back)
    }
    expect(await verify()).toEqual([])
  })
})

async function findReportOf(unit: 'safety' | 'water' | 'city'): Promise<MadeReport> {
  const [report] = await listReports(db(), { unitIds: [given[unit].id], period: '2026' })
  if (report === undefined) throw new Error(unit)
  return report
}
