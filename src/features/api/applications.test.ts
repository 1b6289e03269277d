import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Client, errorsOf, givenApiTown, givenToken, kindOf, type ApiTown } from '../../../test/support/client.ts'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { using } from '../../platform/database/index.ts'
import { apiRules } from '../accounts/index.ts'
import { openCounter } from '../applications/index.ts'
import { caseStanding, casesPage, caseWhole, registeredCase } from './case-give-forms.ts'
import { tidyAnswers } from './tidy-answers.ts'

const register = '/api/v1/desk/applications'

/** One that cannot come about by chance in each personal field. */
const canaries = {
  ...{ name: '柳QZX一名', identityNumber: 'QZX77123409', phone: '17700998877', email: 'qzx.canary@nest.example' },
  ...{ address: '柳溪镇QZX巷九号', contactName: '柳QZX二名', agentName: '柳QZX三名', agentIdentityNumber: 'QZX88123409' },
}
const singing = /qzx|17700998877/i

const request = (rest: Record<string, unknown> = {}, applicant: Record<string, unknown> = {}) => ({
  ...{ unit: 'safety', wanted: '2025 年全市防汛应急预案', form: 'electronic', way: 'email', channel: 'counter', arrivedOn: '2026-06-10' },
  applicant: { kind: 'person', identityKind: 'passport', ...canaries, ...applicant },
  ...rest,
})
const base64 = (text: string | Buffer) => Buffer.from(text).toString('base64')

describeWithDatabase('applications through the API', () => {
  let town: ApiTown
  let client: Client
  let other: Client
  const heard: string[] = []
  const said: string[] = []
  let ours: Case
  let theirs: Case
  let last: Case

  interface Case {
    ref: string
    number: string
    code: string
  }

  beforeAll(async () => {
    town = await givenApiTown()
    town.site.log = (line) => void said.push(JSON.stringify(line))
    for (const unit of [town.bureau, town.other]) await openCounter(town.site, unit.id)
    client = listening(new Client(town.server, (await givenToken(town, town.bureau)).token))
    other = new Client(town.server, (await givenToken(town, town.other)).token)
    ours = (await client.post(register, request(), { key: 'ours-is-here' })).json<Case>()
    theirs = (await other.post(register, request({ unit: 'water' }))).json<Case>()
  })
  afterAll(async () => town?.server.close())

  /** Everything that our own client is answered is kept for the canary. */
  function listening(own: Client): Client {
    const { send } = own
    own.send = async (...sent) => {
      const answer: LightMyRequestResponse = await send.apply(own, sent)
      heard.push(`${answer.body}${JSON.stringify(answer.headers)}`)
      return answer
    }
    return own
  }

  const at = (one: Case, rest = '') => `${register}/${one.ref}${rest}`
  const whole = async (one: Case) => caseWhole.parse((await client.get(at(one))).json())
  const seenOf = async (one: Case, by = client) => String((await by.get(at(one))).headers.etag)
  const entered = async () =>
    (await sql<{ n: string }>`select count(*) as n from applications.application`.execute(using(town.site.database.read))).rows[0]?.n
  const fresh = async (rest: Record<string, unknown> = {}) => (await client.post(register, request(rest))).json<Case>()

  describe('that came through another channel', () => {
    test('are registered with number, due day and a code', async () => {
      const answer = await client.post(register, request({ files: [{ name: '柳QZX证.txt', content: base64('QZX 授权书') }] }))
      expect(answer.statusCode).toBe(201)
      const given = registeredCase.parse(answer.json())
      expect(given).toMatchObject({ state: 'running', receivedOn: '2026-06-10', unit: { code: 'safety' }, isProvisional: false })
      expect(given.number).toMatch(/^safety-2026-\d{4}$/)
      expect(given.code).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{2}$/)
      expect(answer.headers.location).toBe(given.api)
      const clock = (await client.get(`/api/v1/clock?events=${encodeURIComponent(JSON.stringify([received]))}`)).json<{ dueOn: string }>()
      expect(given.dueOn).toBe(clock.dueOn)
    })

    test('happen once under their key, and the code is given once', async () => {
      const before = await entered()
      const again = await client.post(register, request(), { key: 'ours-is-here' })
      expect(again.statusCode).toBe(201)
      expect(again.json()).toMatchObject({ number: ours.number, ref: ours.ref, code: null })
      const different = await client.post(register, request({ wanted: '另外一件事情' }), { key: 'ours-is-here' })
      expect([different.statusCode, kindOf(different)]).toEqual([422, 'key-reused'])
      expect(await entered()).toBe(before)
    })

    test('happen once even when their answer is forgotten', async () => {
      const body = request({ wanted: '一份很久以前的预案' })
      const first = (await client.post(register, body, { key: 'long-after-it' })).json<Case>()
      const { now } = town.site
      town.site.now = () => new Date(now().getTime() + (apiRules.answers.keepHours + 1) * 3_600_000)
      await tidyAnswers(town.site)
      const before = await entered()
      const again = await client.post(register, body, { key: 'long-after-it' })
      expect(again.json()).toMatchObject({ number: first.number, code: null })
      expect(await entered()).toBe(before)
      const changed = await client.post(register, { ...body, wanted: '一份很久以后的预案' }, { key: 'long-after-it' })
      expect(changed.json<Case>().number).not.toBe(first.number)
      town.site.now = now
    })

    test('are refused with every field that is wrong', async () => {
      const before = await entered()
      const refusedWith = async (body: unknown) => errorsOf(await client.post(register, body))
      expect(await refusedWith(request({ arrivedOn: '2026-02-30' }))).toEqual([expect.stringMatching(/^arrivedOn: /)])
      expect(await refusedWith(request({ arrivedOn: '2026-06-16' }))).toEqual(['arrivedOn: arrived-ahead'])
      expect(await refusedWith(request({ arrivedOn: '1999-01-01' }))).toEqual(['arrivedOn: arrived-before-law'])
      expect(await refusedWith(request({ channel: 'ordinary-post', confirmedOn: '2026-06-09' }))).toEqual([
        'confirmedOn: confirmed-before-arrival',
      ])
      expect(await refusedWith(request({ channel: 'online' }))).toEqual([expect.stringMatching(/^channel: /)])
      expect(await refusedWith(request({ receivedOn: '2026-06-10' }))).toEqual(['receivedOn: unrecognized_keys'])
      expect(await refusedWith(request({ wanted: '  ' }, { identityKind: 'identity-card', name: '' }))).toEqual([
        ...['wanted: wanted-missing', 'applicant.name: name-missing', 'applicant.identityNumber: identity-wrong'],
      ])
      expect(await refusedWith(request({ files: [{ name: 'a.txt', content: 'not base64!' }] }))).toEqual([
        expect.stringMatching(/^files\.0\.content: /),
      ])
      expect(await refusedWith(request({ files: [{ name: 'a.pdf', content: base64('no pdf') }] }))).toEqual([
        'files: file-not-what-it-says',
      ])
      for (const unit of ['water', 'mc', 'nobody']) expect(await refusedWith(request({ unit })), unit).toEqual(['unit: unit-unknown'])
      expect(await entered()).toBe(before)
    })

    test('may carry files beyond what other calls may, and no more than the city takes', async () => {
      const large = base64(Buffer.alloc(6 * 1024 * 1024, 'a'))
      expect((await client.post(register, request({ files: [{ name: 'a.txt', content: large }] }))).statusCode).toBe(201)
      const before = await entered()
      const huge = await client.post(register, request({ files: [{ name: 'a.txt', content: 'a'.repeat(apiRules.bodies.formBytes) }] }))
      expect([huge.statusCode, kindOf(huge)]).toEqual([413, 'too-large'])
      const over = base64(Buffer.alloc(town.site.houseRules.files.largestBytes + 3, 'a'))
      expect(errorsOf(await client.post(register, request({ files: [{ name: 'a.txt', content: over }] })))).toEqual([
        'files: file-too-large',
      ])
      expect(await entered()).toBe(before)
    })
  })

  describe('in the register', () => {
    test('are listed in part after part, filtered, and shown whole', async () => {
      const all = casesPage.parse((await client.get(`${register}?view=all&limit=100`)).json())
      const walked: string[] = []
      for (let url: string | null = `${register}?view=all&limit=1`; url !== null;) {
        const { items, next } = casesPage.parse((await client.get(url.replace(town.site.config.baseUrl, ''))).json())
        walked.push(...items.map((item) => item.number))
        url = next
      }
      expect(walked).toEqual(all.items.map((item) => item.number))
      expect(walked).toContain(ours.number)
      expect(casesPage.parse((await client.get(`${register}?text=${ours.number}`)).json()).items).toHaveLength(1)
      expect(casesPage.parse((await client.get(`${register}?channel=fax`)).json()).items).toEqual([])
      for (const wrong of ['view=nothing', 'leaf=x', 'limit=0', 'year=26', 'channel=pigeon'])
        expect(kindOf(await client.get(`${register}?${wrong}`)), wrong).toBe('parameter-wrong')
      const one = await whole(ours)
      expect(one.clock).toMatchObject({ receivedOn: '2026-06-10', dueOn: one.dueOn })
      expect(one.applicant).toEqual({ kind: 'person', masked: expect.stringMatching(/^柳\*+$/) })
      expect(one.deeds.map(({ verb }) => verb)).toEqual(expect.arrayContaining(['clarify', 'consult', 'note', 'send']))
      expect(
        one.deeds.map(({ verb }) => verb).filter((verb) => ['extend', 'assign', 'close', 'strike', 'receipt', 'instruct'].includes(verb)),
      ).toEqual([])
    })

    test('are not changed on the way: an unchanged one costs nothing', async () => {
      const etag = await seenOf(ours)
      expect((await client.get(at(ours), { 'if-none-match': etag })).statusCode).toBe(304)
    })

    test('of another unit do not exist: by list, search, number, deed, item, file and reply', async () => {
      for (const query of ['view=all', 'view=all&unit=water', `view=all&text=${theirs.number}`])
        expect((await client.get(`${register}?${query}`)).body, query).not.toContain(theirs.ref)
      const seen = await seenOf(theirs, other)
      const before = (await other.get(at(theirs))).body
      const answers = [
        await client.get(at(theirs)),
        await client.post(at(theirs, '/note'), { words: '看一看' }, { seen }),
        await client.post(at(theirs, '/extend'), {}, { seen }),
        await client.post(at(theirs, '/items/1'), { leaf: 'G1' }, { seen }),
        await client.file(at(theirs, '/items/1/files'), 'a.txt', Buffer.from('a'), { seen }),
        await client.post(at(theirs, '/reply'), { title: '答复', body: '答复' }, { seen }),
        await client.post(at(theirs, '/reply/submit'), {}, { seen }),
      ]
      expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 404))
      for (const ref of ['x', '1', '00000000-0000-4000-8000-000000000000', '%00'])
        expect((await client.get(`${register}/${ref}`)).statusCode, ref).toBe(404)
      expect((await other.get(at(theirs))).body).toBe(before)
    })

    test('are closed to a token without the scope, also to one that may read', async () => {
      const desk = new Client(town.server, (await givenToken(town, town.bureau, { scopes: ['read:desk', 'documents:write'] })).token)
      expect(kindOf(await desk.get(register))).toBe('scope-missing')
      expect(kindOf(await desk.get(at(ours)))).toBe('scope-missing')
      const reader = new Client(town.server, (await givenToken(town, town.bureau, { scopes: ['applications:read'] })).token)
      expect((await reader.get(at(ours))).statusCode).toBe(200)
      const seen = await seenOf(ours)
      for (const call of [reader.post(register, request()), reader.post(at(ours, '/note'), { words: '看' }, { seen })])
        expect(kindOf(await call)).toBe('scope-missing')
      const office = new Client(
        town.server,
        (await givenToken(town, town.bureau, { scopes: ['applications:read'], responsible: 'suwen' })).token,
      )
      expect((await office.get(at(ours))).json()).toMatchObject({ number: ours.number, deeds: [] })
    })
  })

  describe('are handled', () => {
    const clarify = { words: '请说明是哪一级预案。', sentOn: '2026-06-12', answerBy: '2026-06-29' }

    test('by the deeds of the desk, once under a key, and never over the work of another', async () => {
      const one = await fresh()
      expect((await client.post(at(one, '/clarify'), clarify)).statusCode).toBe(428)
      expect((await client.post(at(one, '/clarify'), clarify, { seen: '"0-x"' })).statusCode).toBe(412)
      expect((await client.post(at(one, '/clarify'), clarify, { seen: 'anything' })).statusCode).toBe(412)
      const sent = { seen: await seenOf(one), key: 'ask-them-once' }
      const first = await client.post(at(one, '/clarify'), clarify, sent)
      expect(caseStanding.parse(first.json())).toMatchObject({ state: 'awaiting-supplement', dueOn: null, waitsUntil: '2026-06-29' })
      const again = await client.post(at(one, '/clarify'), clarify, sent)
      expect([again.statusCode, again.json(), again.headers.etag]).toEqual([200, first.json(), first.headers.etag])
      expect(kindOf(await client.post(at(one, '/clarify'), { ...clarify, words: '别的' }, sent))).toBe('key-reused')
      const second = await client.post(at(one, '/clarify'), clarify, { seen: String(first.headers.etag) })
      expect([second.statusCode, ...errorsOf(second)]).toEqual([409, ': second-clarification'])
      const files = [{ name: '补充.txt', content: base64('补充') }]
      const told = { words: '市级预案', arrivedOn: '2026-06-15', files }
      expect((await client.post(at(one, '/supplement'), told, { seen: String(first.headers.etag) })).json()).toMatchObject({
        state: 'running',
      })
    })

    test('and a deed whose key is free again may say something else', async () => {
      const one = await fresh()
      const { now } = town.site
      const note = async (words: string) => client.post(at(one, '/note'), { words }, { key: 'note-of-a-week', seen: await seenOf(one) })
      await note('第一次')
      town.site.now = () => new Date(now().getTime() + (apiRules.answers.keepHours + 1) * 3_600_000)
      expect((await note('第一次')).statusCode).toBe(200)
      await tidyAnswers(town.site)
      town.site.now = () => new Date(now().getTime() + 2 * (apiRules.answers.keepHours + 1) * 3_600_000)
      expect((await note('第二次')).statusCode).toBe(200)
      town.site.now = now
      expect((await whole(one)).events.filter((event) => event.kind === 'noted')).toHaveLength(2)
    })

    test('except by what is for people, and by what nobody knows', async () => {
      const seen = await seenOf(ours)
      for (const verb of ['extend', 'set-date', 'receipt', 'strike', 'assign', 'instruct', 'override', 'fee', 'close'])
        expect(kindOf(await client.post(at(ours, `/${verb}`), {}, { seen })), verb).toBe('right-missing')
      for (const verb of ['reveal', 'sign', 'review', 'person', 'constructor', '__proto__'])
        expect(kindOf(await client.post(at(ours, `/${verb}`), {}, { seen })), verb).toBe('not-found')
    })

    test('and a deed names every field that is wrong', async () => {
      const one = await fresh()
      const seen = await seenOf(one)
      const refusedWith = async (verb: string, body: unknown) => errorsOf(await client.post(at(one, `/${verb}`), body, { seen }))
      expect(await refusedWith('clarify', {})).toEqual(['words: words-missing', 'sentOn: day-missing', 'answerBy: answer-by-missing'])
      expect(await refusedWith('clarify', { ...clarify, sentOn: '2026-06-16' })).toEqual(['sentOn: after-today'])
      expect(await refusedWith('clarify', { ...clarify, sentOn: '2026-06-09' })).toEqual(['sentOn: before-receipt'])
      expect(await refusedWith('clarify', { ...clarify, answerBy: '2026-02-30' })).toEqual([expect.stringMatching(/^answerBy: /)])
      expect(await refusedWith('clarify', { ...clarify, by: 'me' })).toEqual(['by: unrecognized_keys'])
      expect(await refusedWith('clarify', { ...clarify, words: 7 })).toEqual([expect.stringMatching(/^words: /)])
      expect(await refusedWith('send', { way: 'hand', servedOn: 'yesterday' })).toEqual([expect.stringMatching(/^servedOn: /)])
      expect(await seenOf(one)).toBe(seen)
    })

    test('through a third party, who is masked', async () => {
      const one = await fresh()
      const body = {
        party: 'third-party',
        name: canaries.contactName,
        address: canaries.address,
        words: '请提出书面意见',
        sentOn: '2026-06-12',
      }
      expect((await client.post(at(one, '/consult'), body, { seen: await seenOf(one) })).statusCode).toBe(200)
      expect((await whole(one)).consultations).toMatchObject([{ party: 'third-party', masked: expect.stringContaining('*'), answer: null }])
    })
  })

  test('are decided item by item, with files and a reply that goes to the head and no further', async () => {
    const one = await fresh({ items: ['防汛应急预案', '物资清单'] })
    const seen = () => seenOf(one)
    const granted = { leaf: 'G1', pointer: 'https://open.example.gov.cn/documents/1' }
    expect(errorsOf(await client.post(at(one, '/items/1'), { leaf: 'X9' }, { seen: await seen() }))).toEqual(['leaf: leaf-missing'])
    expect((await client.post(at(one, '/items/3'), granted, { seen: await seen() })).statusCode).toBe(404)
    expect((await client.post(at(one, '/items/1'), granted, { seen: await seen() })).statusCode).toBe(200)
    const missing = { leaf: 'U1', ground: '第三十六条第（四）项', facts: '经检索没有该信息', search: '档案室、业务系统' }
    expect((await client.post(at(one, '/items/2'), missing, { seen: await seen() })).statusCode).toBe(200)
    const path = at(one, '/items/1/files?role=hand-over')
    const handed = await client.send('POST', `${path}&name=plan.txt`, Buffer.from('预案'), {
      ...{ key: 'hand-the-plan', seen: await seen() },
      headers: { 'content-type': 'text/plain', 'content-digest': 'sha-256=:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=:' },
    })
    expect(kindOf(handed)).toBe('digest-wrong')
    expect((await whole(one)).items).toMatchObject([
      { ...granted, missing: [] },
      { ...missing, missing: [] },
    ])
    expect(errorsOf(await client.post(at(one, '/reply'), { title: '', body: '' }, { seen: await seen() }))).toEqual([
      ...['title: title-missing', 'body: body-missing'],
    ])
    expect(errorsOf(await client.post(at(one, '/reply/submit'), {}, { seen: await seen() }))).toEqual([': letter-missing'])
    const text = { number: '〔2026〕1号', title: '政府信息公开告知书', body: '您申请的信息已经公开。' }
    expect((await client.post(at(one, '/reply'), text, { seen: await seen() })).statusCode).toBe(200)
    expect((await client.post(at(one, '/reply/submit'), { remark: '请审核' }, { seen: await seen() })).statusCode).toBe(200)
    expect((await whole(one)).reply).toMatchObject({ ...text, stage: 'with-head', obstacles: [] })
    const early = { way: 'hand', servedOn: '2026-06-15' }
    expect(errorsOf(await client.post(at(one, '/send'), early, { seen: await seen() }))).toContain(': not-signed')
  })

  test('cannot be tried against the fingerprint of a request by whoever reads the database', async () => {
    last = (await client.post(register, request(), { key: 'last-of-them' })).json<Case>()
    const { rows } = await sql<{ fingerprint: string }>`select fingerprint from api.answer where key = 'last-of-them'`.execute(
      using(town.site.database.read),
    )
    const plain = createHash('sha256').update(`POST ${register}\n\n`).update(JSON.stringify(request())).digest('hex')
    expect(rows[0]?.fingerprint).toMatch(/^[0-9a-f]{64}$/)
    expect(rows[0]?.fingerprint).not.toBe(plain)
  })

  test('give away nobody: no answer, no row of any table, no line of the log holds a canary or the code', async () => {
    expect(heard.length).toBeGreaterThan(60)
    expect(heard.filter((answer) => singing.test(answer))).toEqual([])
    const db = using(town.site.database.read)
    const tables = await sql<{ name: string }>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`.execute(
      db,
    )
    const found: string[] = []
    for (const { name } of tables.rows) {
      const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(db)
      for (const { row } of rows) {
        const bytes = row.replace(/\\+x([0-9a-f]{2,})/g, (_, hex: string) => Buffer.from(hex, 'hex').toString())
        if (singing.test(row + bytes) || [ours, last].some(({ code }) => (row + bytes).includes(code))) found.push(`${name}: ${row}`)
      }
    }
    expect(tables.rows.length).toBeGreaterThan(30)
    expect(found).toEqual([])
    expect(said.filter((line) => singing.test(line))).toEqual([])
  })
})

const received = { kind: 'received', channel: 'counter', arrivedOn: '2026-06-10' }
