import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Client, errorsOf, givenApiTown, givenToken, kindOf, type ApiTown } from '../../../test/support/client.ts'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { loaders } from '../../app.ts'
import type { Scope } from '../../kernel/policy.ts'
import { listNewest, verifyJournal } from '../../platform/journal/index.ts'
import { findByIndexNumber } from '../publishing/index.ts'
import * as give from './report-give-forms.ts'

const reports = '/api/v1/desk/reports'
const figures = '/api/v1/desk/figures'
const summaries = '/api/v1/desk/summaries'

describeWithDatabase('reports through the API', { timeout: 60_000 }, () => {
  let town: ApiTown
  let client: Client
  let systemId: number
  /** Another system of the same unit, and one of another unit. */
  let second: Client
  let other: Client

  const connect = async (unit = town.bureau, scopes?: Scope[]) =>
    new Client(town.server, (await givenToken(town, unit, scopes === undefined ? {} : { scopes })).token)

  beforeAll(async () => {
    town = await givenApiTown()
    second = await connect()
    other = await connect(town.other)
  })
  beforeEach(async () => {
    const made = await givenToken(town, town.bureau) // each test has the pace of a token of its own
    systemId = made.systemId
    client = new Client(town.server, made.token)
  })
  afterAll(async () => town?.server.close())

  const begin = async (year: number, by = client, unit = 'safety') => {
    const answer = await by.post(reports, { unit, year })
    expect(answer.statusCode, answer.body).toBe(201)
    return `${reports}/${answer.json<{ id: number }>().id}`
  }
  const whole = async (at: string, by = client) => give.reportWhole.parse((await by.get(at)).json())
  const seenOf = async (at: string, by = client) => String((await by.get(at)).headers.etag)
  const number = (cell: string, value: unknown, rest: Record<string, unknown> = {}) => ({ cell, value, evidence: '财务报表', ...rest })
  const enter = async (at: string, numbers: unknown, seen?: string, by = client) =>
    by.post(`${at}/numbers`, { numbers }, { seen: seen ?? (await seenOf(at, by)) })
  const write = async (at: string, body: unknown, seen?: string) => client.post(`${at}/texts`, body, { seen: seen ?? (await seenOf(at)) })
  const file = async (at: string, seen?: string) => client.post(`${at}/file`, {}, { seen: seen ?? (await seenOf(at)) })
  const valueOf = async (at: string, address: string) => (await whole(at)).cells.find(({ cell }) => cell === address)

  test('are listed with those that are still to be begun, and only for units in reach', async () => {
    const { items } = give.reportsPage.parse((await client.get(`${reports}?year=2025`)).json())
    expect(items).toMatchObject([
      { id: null, unit: { code: 'safety' }, year: 2025, state: 'not-begun', publishBy: '2026-01-31', api: null },
    ])
    expect((await client.get(reports)).json()).toEqual({ items, next: null })
    for (const query of ['year=26', 'year=x', 'limit=0', 'limit=101'])
      expect(kindOf(await client.get(`${reports}?${query}`)), query).toBe('parameter-wrong')
    const city = await connect(town.city)
    const walked: string[] = []
    for (let url: string | null = `${reports}?year=2025&limit=1`; url !== null;) {
      const part = give.reportsPage.parse((await city.get(url.replace(town.site.config.baseUrl, ''))).json())
      walked.push(...part.items.map(({ unit }) => unit.code))
      url = part.next
    }
    expect(walked.toSorted()).toEqual(['mc', 'safety', 'water'])
  })

  test('are begun once, for a unit in reach and a year that has a form', async () => {
    const body = { unit: 'safety', year: 2024 }
    const first = await client.post(reports, body, { key: 'begin-of-2024' })
    expect(first.statusCode, first.body).toBe(201)
    const { api, ...begun } = give.reportStanding.parse(first.json())
    expect(begun).toMatchObject({ year: 2024, withBelow: false, state: 'in-making', document: null, filedAt: null })
    expect(first.headers.location).toBe(api)
    const again = await client.post(reports, body, { key: 'begin-of-2024' })
    expect([again.statusCode, again.json(), again.headers.etag]).toEqual([201, first.json(), first.headers.etag])
    expect(kindOf(await client.post(reports, { ...body, year: 2023 }, { key: 'begin-of-2024' }))).toBe('key-reused')
    const twice = await client.post(reports, body)
    expect([twice.statusCode, ...errorsOf(twice)]).toEqual([409, 'year: begun-before'])
    const refusedWith = async (rest: Record<string, unknown>) => errorsOf(await client.post(reports, { ...body, ...rest }))
    expect(await refusedWith({ year: 2007 })).toEqual(['year: no-form'])
    expect(await refusedWith({ year: 2028 })).toEqual(['year: period-to-come'])
    for (const unit of ['water', 'mc', 'nobody']) expect(await refusedWith({ unit }), unit).toEqual(['unit: unit-unknown'])
    for (const year of ['2024', 2024.5, 1e308, null]) expect(await refusedWith({ year })).toEqual([expect.stringMatching(/^year: /)])
    expect(await refusedWith({ state: 'filed' })).toEqual(['state: unrecognized_keys'])
  })

  test('are filled, shown with what cannot be true, mended, written and filed; then people have the draft', async () => {
    const at = await begin(2018)
    const [issued, published] = ['t0/1.1.2/count', 't0/1.1.1/count']
    expect((await enter(at, [number(issued, 3), number(published, 5, { isAtLeast: true })])).statusCode).toBe(200)
    const broken = await whole(at)
    expect(broken.cells.find(({ cell }) => cell === published)).toMatchObject({
      ...{ origin: 'by-hand', value: 5, isAtLeast: true, evidence: ['财务报表'] },
    })
    expect(new Set(broken.cells.map(({ origin }) => origin))).toEqual(new Set(['counted', 'by-hand', 'sum', 'empty']))
    const breach = broken.breaches.find(({ severity }) => severity === 'error')
    expect(breach).toMatchObject({ id: 'S7', left: 5, right: 3, cells: expect.arrayContaining([issued, published]) })
    expect(breach?.words).toMatch(/5.*3|3.*5/)
    expect(broken).toMatchObject({ errors: 1, state: 'in-making' })
    expect(broken.obstacles.map(({ code }) => code)).toEqual(['breaches', 'judgement-missing'])
    const early = await file(at)
    expect([early.statusCode, ...errorsOf(early)]).toEqual([409, 'cells: breaches', 'texts: judgement-missing'])

    expect(give.reportStanding.parse((await enter(at, [number(published, 2)])).json())).toMatchObject({ errors: 0 })
    const { numeral = '' } = broken.sections.find(({ isJudgement }) => isJudgement) ?? {}
    const words = { [numeral]: '公开的时效还不够强。', [`${numeral}/en`]: 'Publication is not always prompt.' }
    expect((await write(at, { texts: words, notes: { S7: '口径不同' } })).statusCode).toBe(200)
    expect((await write(at, { texts: { 一: '概述' } })).json()).toMatchObject({ obstacles: [] })
    expect(await whole(at)).toMatchObject({ texts: { ...words, 一: '概述' }, notes: { S7: '口径不同' } })

    const seen = await seenOf(at)
    const sent = { seen, key: 'file-it-just-once' }
    const filed = await client.post(`${at}/file`, {}, sent)
    expect(filed.statusCode, filed.body).toBe(200)
    const { document, state } = give.reportStanding.parse(filed.json())
    expect([state, document?.stage, document?.standing]).toEqual(['filed', 'draft', 'unpublished'])
    const again = await client.post(`${at}/file`, {}, sent)
    expect([again.statusCode, again.json(), again.headers.etag]).toEqual([200, filed.json(), filed.headers.etag])
    expect((await whole(at)).filings).toMatchObject([{ filing: 1, cutOff: '2026-06-15' }])
    const draft = await findByIndexNumber(town.site.database.read, document?.indexNumber ?? '')
    expect(draft).toMatchObject({ unitId: town.bureau.id, createdBy: town.cast.writer.personId })
    const newest = await listNewest(town.site.database.read, { unitIds: [town.bureau.id], limit: 3 })
    expect(newest.map(({ act }) => act)).toEqual(expect.arrayContaining(['reports.hand', 'reports.file']))
    expect(new Set(newest.map(({ actor }) => actor))).toEqual(new Set([`system:${systemId}`]))
  })

  test('are not changed over what another did', async () => {
    const at = await begin(2023)
    const [amount, licences] = ['t1/charges/amount', 't1/licences/decisions']
    const early = await seenOf(at)
    expect((await enter(at, [number(amount, 12.5)], undefined, second)).statusCode).toBe(200)
    const late = await enter(at, [number(amount, 99), number(licences, 7)], early)
    expect([late.statusCode, kindOf(late)]).toEqual([412, 'changed-meanwhile'])
    expect(await valueOf(at, amount)).toMatchObject({ value: 12.5 })
    expect(await valueOf(at, licences)).toMatchObject({ origin: 'empty', value: null })
    expect(kindOf(await file(at, early))).toBe('changed-meanwhile')

    const seen = await seenOf(at)
    expect((await second.post(`${at}/texts`, { texts: { 五: '甲写的' } }, { seen })).statusCode).toBe(200)
    for (const act of [write(at, { texts: { 五: '乙写的' } }, seen), enter(at, [number(amount, 1)], seen), file(at, seen)])
      expect(kindOf(await act)).toBe('changed-meanwhile')
    expect(await whole(at)).toMatchObject({ texts: { 五: '甲写的' }, state: 'in-making' })
    for (const wrong of ['"0-x"', 'anything', '*', '"1-1f0c2ab9d3e84c57"'])
      expect(kindOf(await write(at, {}, wrong)), wrong).toBe('changed-meanwhile')
    for (const [act, body] of [
      ['texts', { texts: {} }],
      ['numbers', { numbers: [number(amount, 1)] }],
      ['file', {}],
    ] as const)
      expect(kindOf(await client.post(`${at}/${act}`, body)), act).toBe('seen-missing')
  })

  test('enter numbers once under a key, also when ten ask at once', async () => {
    const at = await begin(2022)
    const seen = await seenOf(at)
    const body = { numbers: [number('t1/charges/amount', 12.5)] }
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => client.post(`${at}/numbers`, body, { seen, key: 'ten-at-the-same-time' })),
    )
    expect(answers.map(({ statusCode }) => statusCode).filter((status) => status !== 200 && status !== 409)).toEqual([])
    const { items } = give.entriesPage.parse((await client.get(`${figures}?period=2022&struck=yes`)).json())
    expect(items).toMatchObject([{ figure: 't1/charges/amount', value: 12.5, from: '2022-01-01', until: '2022-12-31', struckAt: null }])
  })

  test('name every number and every field that is wrong, and then enter none', async () => {
    const at = await begin(2021)
    const refusedWith = async (...numbers: unknown[]) => errorsOf(await enter(at, numbers))
    const good = number('t1/licences/decisions', 7)
    expect(
      await refusedWith(
        ...[good, number('t1/charges/amount', -1), number('t9/x/y', 1), number('t2/1/person', 1), number('t1/licences/decisions', 8)],
        ...[
          number('t1/enforcement/decisions', 1.5, { evidence: ' ' }),
          number('t1/penalties/decisions', 1, { evidence: '长'.repeat(501) }),
        ],
        ...[number('t1/rules/issued', 1e308), number('t1/rules/repealed', 0.00001), number('t1/rules/valid', 1e13)],
      ),
    ).toEqual([
      ...['numbers.1.value: value-wrong', 'numbers.2.cell: cell-unknown', 'numbers.3.cell: cell-counted', 'numbers.4.cell: cell-twice'],
      ...['numbers.5.value: value-not-whole', 'numbers.5.evidence: evidence-missing', 'numbers.6.evidence: evidence-long'],
      ...['numbers.7.value: value-wrong', 'numbers.8.value: value-wrong', 'numbers.9.value: value-wrong'],
    ])
    expect(await valueOf(at, 't1/licences/decisions')).toMatchObject({ origin: 'empty' })
    const wrong = async (body: unknown, act = 'numbers') => {
      const answer = await client.post(`${at}/${act}`, body, { seen: await seenOf(at) })
      expect(answer.statusCode, answer.body).toBe(422)
      return errorsOf(answer)
    }
    for (const value of ['7', null, true, [7], {}])
      expect(await wrong({ numbers: [{ ...good, value }] })).toEqual(['numbers.0.value: invalid_type'])
    expect(await wrong({ numbers: [{ cell: good.cell, value: 7 }] })).toEqual(['numbers.0.evidence: invalid_type'])
    expect(await wrong({ numbers: [{ ...good, enteredBy: 1 }] })).toEqual(['numbers.0.enteredBy: unrecognized_keys'])
    expect(await wrong({ numbers: [good], version: 1 })).toEqual(['version: unrecognized_keys'])
    expect(await wrong({ numbers: [] })).toEqual(['numbers: too_small'])
    expect(await wrong({ numbers: Array.from({ length: 10_000 }, () => good) })).toEqual(['numbers: too_big'])
    expect(await wrong({ texts: { 九: '' }, notes: { I99: '' } }, 'texts')).toEqual([
      ...['texts.九: unrecognized_keys', 'notes.I99: unrecognized_keys'],
    ])
    expect(await wrong({ texts: { 五: '长'.repeat(20_001) } }, 'texts')).toEqual(['texts.五: too_big'])
    expect(await wrong({ texts: { 五: 5 } }, 'texts')).toEqual(['texts.五: invalid_type'])
    expect(await wrong({ state: 'accepted' }, 'file')).toEqual(['state: unrecognized_keys'])
    const running = await begin(2026)
    expect(errorsOf(await file(running))).toEqual([': period-running', 'cells: breaches', 'texts: judgement-missing'])
  })

  test('take no name that programs have for themselves', async () => {
    const at = await begin(2020)
    const send = async (act: string, payload: string) =>
      client.send('POST', `${at}/${act}`, payload, { key: `strange-${act}-${payload.length}`, seen: await seenOf(at) })
    for (const [act, payload] of [
      ['texts', '{"texts":{"__proto__":"x"}}'],
      ['texts', '{"notes":{"__proto__":{"I4":"x"}}}'],
      ['texts', '{"texts":{"constructor":"x"}}'],
      ['numbers', '{"__proto__":{"numbers":[]}}'],
      ['numbers', '{"numbers":[{"cell":"__proto__","value":1,"evidence":"x"}]}'],
      ['numbers', '{"numbers":[{"cell":"t1/charges/amount","value":1e999,"evidence":"x"}]}'],
      ['file', '{"__proto__":{"version":9},"constructor":1}'],
    ] as const)
      expect((await send(act, payload)).statusCode, payload).toBe(422)
    expect((await send('numbers', '{"numbers":')).statusCode).toBe(400)
    expect(await whole(at)).toMatchObject({ texts: {}, notes: {} })
    expect(Object.hasOwn(Object.prototype, 'numbers') || Object.hasOwn(Object.prototype, 'version')).toBe(false)
  })

  describe('of another unit', () => {
    test('do not exist: neither reports, summaries nor numbers', async () => {
      const theirs = await begin(2019, other, 'water')
      const sum = `${summaries}/${(await other.post(summaries, { unit: 'water', year: 2025 })).json<{ id: number }>().id}`
      const entry = { unit: 'water', figure: 'trainings', period: '2025', value: 3, evidence: '签到表' }
      const { id } = (await other.post(figures, entry)).json<{ id: number }>()
      const seen = await seenOf(theirs, other)
      const before = [(await other.get(theirs)).body, (await other.get(sum)).body, (await other.get(`${figures}?period=2025`)).body]
      const answers = [
        await client.get(theirs),
        await client.post(`${theirs}/texts`, { texts: { 五: '别人的' } }, { seen }),
        await client.post(`${theirs}/numbers`, { numbers: [number('t1/charges/amount', 1)] }, { seen }),
        await client.post(`${theirs}/file`, {}, { seen }),
        await client.get(sum),
        await client.post(`${sum}/texts`, { texts: {} }, { seen: '"1-x"' }),
        await client.post(`${sum}/file`, {}, { seen: '"1-x"' }),
        await client.post(`${figures}/${id}/strike`, {}),
      ]
      expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 404))
      for (const strange of ['x', '0', '999999', '1e3', '%00', '-1'])
        for (const kind of [reports, summaries]) expect((await client.get(`${kind}/${strange}`)).statusCode, strange).toBe(404)
      expect((await other.get(sum.replace('summaries', 'reports'))).statusCode).toBe(404)
      expect((await other.get(theirs.replace('reports', 'summaries'))).statusCode).toBe(404)
      for (const list of [`${reports}?year=2019`, `${summaries}?year=2025`, `${figures}?period=2025`, `${figures}?period=2025&unit=water`])
        expect((await client.get(list)).body, list).not.toContain('water')
      expect(errorsOf(await client.post(figures, entry))).toEqual(['unit: unit-unknown'])
      expect(errorsOf(await client.post(summaries, { unit: 'water', year: 2024 }))).toEqual(['unit: unit-unknown'])
      expect([(await other.get(theirs)).body, (await other.get(sum)).body, (await other.get(`${figures}?period=2025`)).body]).toEqual(
        before,
      )
    })
  })

  test('are closed to a token without the scope, also to one that may read', async () => {
    const at = await begin(2017)
    const desk = await connect(town.bureau, ['read:desk', 'documents:write'])
    for (const url of [reports, at, summaries, figures]) expect(kindOf(await desk.get(url)), url).toBe('scope-missing')
    const reader = await connect(town.bureau, ['reports:read'])
    expect((await reader.get(at)).statusCode).toBe(200)
    const seen = await seenOf(at)
    for (const [url, body] of [
      [reports, { unit: 'safety', year: 2016 }],
      [`${at}/texts`, { texts: {} }],
      [`${at}/numbers`, { numbers: [number('t0/1.1.1/count', 1)] }],
      [`${at}/file`, {}],
      [summaries, { unit: 'safety', year: 2016 }],
      [figures, { unit: 'safety', figure: 'trainings', period: '2025', value: 1, evidence: '表' }],
    ] as const) {
      const answer = await reader.post(url, body, { seen })
      expect([answer.statusCode, kindOf(answer)], url).toEqual([403, 'scope-missing'])
    }
    const office = new Client(town.server, (await givenToken(town, town.bureau, { scopes: ['reports:read'], responsible: 'suwen' })).token)
    expect((await office.get(at)).statusCode).toBe(200)
  })

  test('and numbers of the account are entered, listed and struck, each once', async () => {
    const body = { unit: 'safety', figure: 'phone-enquiries', period: '2026-Q1', value: 1204, isAtLeast: true, evidence: '来电登记表' }
    const first = await client.post(figures, body, { key: 'calls-of-the-quarter' })
    expect(first.statusCode, first.body).toBe(201)
    const entry = give.entry.parse(first.json())
    expect(entry).toMatchObject({
      figure: 'phone-enquiries',
      from: '2026-01-01',
      until: '2026-03-31',
      value: 1204,
      isAtLeast: true,
      struckAt: null,
    })
    expect((await client.post(figures, body, { key: 'calls-of-the-quarter' })).json()).toEqual(entry)
    expect(kindOf(await client.post(figures, { ...body, value: 1 }, { key: 'calls-of-the-quarter' }))).toBe('key-reused')
    const anew = (await second.post(figures, { ...body, value: 1206 })).json<{ id: number }>()
    const listed = async (query = '') =>
      give.entriesPage.parse((await client.get(`${figures}?figure=phone-enquiries${query}`)).json()).items
    expect((await listed()).map(({ value }) => value)).toEqual([1206])
    expect((await listed('&struck=yes')).map(({ value, struckAt }) => [value, struckAt === null])).toEqual([
      [1204, false],
      [1206, true],
    ])
    const next = give.entriesPage.parse((await client.get(`${figures}?figure=phone-enquiries&struck=yes&limit=1`)).json()).next ?? ''
    expect((await client.get(next.replace(town.site.config.baseUrl, ''))).json()).toMatchObject({ items: [{ value: 1206 }], next: null })
    for (const key of ['strike-it-once', 'strike-it-twice']) {
      const struck = await client.post(`${figures}/${anew.id}/strike`, {}, { key })
      expect([struck.statusCode, typeof struck.json<{ struckAt: unknown }>().struckAt]).toEqual([200, 'string'])
    }
    expect(await listed()).toEqual([])
    expect((await client.get(`${figures}?period=2026-Q5`)).statusCode).toBe(400)

    const refusedWith = async (rest: Record<string, unknown>) => errorsOf(await client.post(figures, { ...body, ...rest }))
    expect(await refusedWith({ unit: 'nobody', figure: 'documents-released', period: '2027', value: -1, evidence: '' })).toEqual([
      ...['period: period-to-come', 'value: value-wrong', 'evidence: evidence-missing', 'unit: unit-unknown', 'figure: figure-unknown'],
    ])
    expect(await refusedWith({ figure: 't1/charges/amount' })).toEqual(['figure: figure-unknown'])
    expect(await refusedWith({ figure: '__proto__', period: '2026-Q5', value: 0.5 })).toEqual([
      ...['period: period-wrong', 'value: value-not-whole', 'figure: figure-unknown'],
    ])
    expect(await refusedWith({ value: '1204' })).toEqual(['value: invalid_type'])
    expect(await refusedWith({ value: 1e308, evidence: '长'.repeat(501) })).toEqual(['value: value-wrong', 'evidence: evidence-long'])
  })

  test('and work summaries are begun, written and filed', async () => {
    const begun = await client.post(summaries, { unit: 'safety', year: 2025 })
    expect(begun.statusCode, begun.body).toBe(201)
    const { id, silent } = give.summaryStanding.parse(begun.json())
    expect(silent).toEqual(['problems', 'next-year'])
    const at = `${summaries}/${id}`
    expect(errorsOf(await client.post(summaries, { unit: 'safety', year: 2025 }))).toEqual(['year: begun-before'])
    expect(errorsOf(await client.post(summaries, { unit: 'safety', year: 2027 }))).toEqual(['year: period-to-come'])
    expect(errorsOf(await client.post(summaries, { unit: 'safety', year: 5 }))).toEqual(['year: period-wrong'])
    const early = await file(at)
    expect([early.statusCode, ...errorsOf(early)]).toEqual([409, 'texts: words-missing'])
    expect(errorsOf(await write(at, { texts: { nothing: '' } }))).toEqual(['texts.nothing: unrecognized_keys'])
    expect(errorsOf(await write(at, { taken: ['invented'] }))).toEqual(['taken: problem-unknown'])
    const seen = await seenOf(at)
    const texts = { problems: '个别栏目更新不够及时。', 'problems/en': 'Some columns are late.', 'next-year': '逐栏目明确责任人。' }
    expect((await write(at, { texts }, seen)).json()).toMatchObject({ silent: [], state: 'in-making' })
    expect(kindOf(await write(at, { texts: { problems: '另写的' } }, seen))).toBe('changed-meanwhile')
    const read = give.summaryWhole.parse((await client.get(at)).json())
    expect(read.headings.find(({ code }) => code === 'problems')).toMatchObject({ textZh: texts.problems, textEn: texts['problems/en'] })
    expect(read.headings.flatMap(({ facts }) => facts).length).toBeGreaterThan(0)
    const filed = give.summaryStanding.parse((await file(at)).json())
    expect(filed).toMatchObject({ state: 'filed', document: { stage: 'draft' } })
    const { items } = give.summariesPage.parse((await client.get(`${summaries}?year=2025`)).json())
    expect(items).toMatchObject([{ id, unit: { code: 'safety' }, state: 'filed' }])
  })

  test('leave a record that stands up to the check of every living row', async () => {
    expect((await verifyJournal(town.site.database.read, loaders)).findings).toEqual([])
  })
})
