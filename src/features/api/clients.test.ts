import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Client, givenApiTown, givenDraft, givenToken, type ApiTown } from '../../../test/support/client.ts'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { must } from '../../../test/support/given.ts'
import { apiRules, demoPassword } from '../accounts/index.ts'
import { endPost } from '../accounts/posts/end-post.ts'
import { listPostsOf } from '../accounts/posts/queries.ts'
import { renewToken } from '../accounts/tokens/issue-token.ts'
import { revokeToken } from '../accounts/tokens/revoke-token.ts'
import { tidyAnswers } from './tidy-answers.ts'

describeWithDatabase('a client of the API', () => {
  let town: ApiTown
  let client: Client

  beforeAll(async () => {
    town = await givenApiTown()
    client = new Client(town.server, (await givenToken(town, town.bureau)).token)
  })
  afterAll(async () => town?.server.close())

  const counted = async () => (await client.get('/api/v1/drafts?limit=100')).json<{ items: unknown[] }>().items.length
  const draft = (title = '关于开展消防安全检查的通知') => givenDraft(town.bureau, { title })

  describe('that repeats itself', () => {
    test('begins one draft and gets the same answer again', async () => {
      const before = await counted()
      const first = await client.post('/api/v1/drafts', draft(), { key: 'same-key-1' })
      const second = await client.post('/api/v1/drafts', draft(), { key: 'same-key-1' })
      expect([first.statusCode, second.statusCode]).toEqual([201, 201])
      expect(second.json()).toEqual(first.json())
      expect(second.headers.etag).toBe(first.headers.etag)
      expect(second.headers.location).toBe(first.headers.location)
      expect(await counted()).toBe(before + 1)
    })

    test('is refused another request under the same key', async () => {
      await client.post('/api/v1/drafts', draft(), { key: 'same-key-2' })
      const other = await client.post('/api/v1/drafts', draft('另一份通知'), { key: 'same-key-2' })
      expect(other.json()).toMatchObject({ status: 422, title: 'This key belongs to another request' })
    })

    test('ten times at once begins one draft', async () => {
      const before = await counted()
      const answers = await Promise.all(Array.from({ length: 10 }, () => client.post('/api/v1/drafts', draft(), { key: 'same-key-3' })))
      expect(answers.map(({ statusCode }) => statusCode).filter((code) => code !== 201 && code !== 409)).toEqual([])
      const ids = answers.filter(({ statusCode }) => statusCode === 201).map((answer) => answer.json<{ id: number }>().id)
      expect(new Set(ids).size).toBe(1)
      expect(await counted()).toBe(before + 1)
    })

    test('may mend a refused request and send it under the same key', async () => {
      expect(await client.post('/api/v1/drafts', draft(''), { key: 'same-key-4' })).toMatchObject({ statusCode: 422 })
      expect(await client.post('/api/v1/drafts', draft(), { key: 'same-key-4' })).toMatchObject({ statusCode: 201 })
    })

    test('is free to use a key again when its time is over', async () => {
      await client.post('/api/v1/drafts', draft(), { key: 'same-key-5' })
      const now = town.site.now
      town.site.now = () => new Date(now().getTime() + (apiRules.answers.keepHours + 1) * 3_600_000)
      await tidyAnswers(town.site)
      town.site.now = now
      expect(await client.post('/api/v1/drafts', draft('另一份通知'), { key: 'same-key-5' })).toMatchObject({ statusCode: 201 })
    })

    test('uses keys that are its own: another system may use the same', async () => {
      const other = new Client(town.server, (await givenToken(town, town.other)).token)
      await client.post('/api/v1/drafts', draft(), { key: 'same-key-6' })
      const answer = await other.post('/api/v1/drafts', givenDraft(town.other), { key: 'same-key-6' })
      expect(answer.json()).toMatchObject({ unit: { code: 'water' } })
    })
  })

  describe('whose token does not count', () => {
    const tried = async (token: string) => {
      const answer = await new Client(town.server, token).get('/api/v1/drafts')
      return [answer.statusCode, answer.json<{ type?: string }>().type?.split('#problem-')[1]]
    }

    test('is sent away: without one, with half of one, with a guessed one', async () => {
      const { token } = await givenToken(town, town.bureau)
      expect(await tried(token.slice(0, -1))).toEqual([401, 'token-unknown'])
      expect(await tried(`${token.slice(0, -2)}AA`)).toEqual([401, 'token-unknown'])
      const bare = await town.server.inject({ method: 'GET', url: '/api/v1/drafts' })
      expect(bare).toMatchObject({ statusCode: 401, headers: expect.objectContaining({ 'www-authenticate': 'Bearer realm="gongkai"' }) })
    })

    test('is sent away after the last day, when it was revoked, and when it was renewed', async () => {
      const { token, systemId } = await givenToken(town, town.bureau, { days: 10 })
      const day = town.site.day
      town.site.day = '2026-06-25'
      expect((await tried(token))[0]).toBe(200)
      town.site.day = '2026-06-26'
      expect(await tried(token)).toEqual([401, 'token-expired'])
      const draftOf = { responsible: 'linxiao', scopes: ['read:desk'], expiresOn: '2026-09-30' }
      const renewed = must(await renewToken(town.site, town.cast.office, systemId, draftOf))
      expect(await tried(token)).toEqual([401, 'token-unknown'])
      expect((await tried(renewed.token))[0]).toBe(200)
      must(await revokeToken(town.site, town.cast.office, systemId, '系统停用'))
      expect(await tried(renewed.token)).toEqual([401, 'token-revoked'])
      town.site.day = day
    })

    test('is sent away when the person who answers for it lost the post', async () => {
      const { token } = await givenToken(town, town.bureau, { responsible: 'suwen', scopes: ['catalogue:write', 'read:desk'] })
      const operator = { personId: town.cast.office.personId, posts: [{ role: 'operator' as const, unitPath: town.city.path }] }
      const [post] = await listPostsOf(town.site.database.read, [town.cast.office.personId])
      const day = town.site.day
      must(await endPost(town.site, operator, post!.id, { on: day, reason: '调离' }))
      expect((await tried(token))[0]).toBe(200)
      town.site.day = '2026-06-16'
      expect(await tried(token)).toEqual([401, 'token-orphaned'])
      town.site.day = day
    })

    test('cannot write with the session of a person', async () => {
      const payload = new URLSearchParams({ login: 'linxiao', password: demoPassword }).toString()
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      const entered = await town.server.inject({ method: 'POST', url: '/en/sign-in', headers, payload })
      const cookies = Object.fromEntries(entered.cookies.map(({ name, value }) => [name, value]))
      expect(await town.server.inject({ method: 'GET', url: '/en/desk', cookies })).toMatchObject({ statusCode: 200 })
      const answer = await town.server.inject({ method: 'POST', url: '/api/v1/drafts', cookies, payload: draft() })
      expect(answer.statusCode).toBe(401)
    })
  })

  test('does only what its scopes say', async () => {
    const reader = new Client(town.server, (await givenToken(town, town.bureau, { scopes: ['read:desk'] })).token)
    expect(await reader.get('/api/v1/drafts')).toMatchObject({ statusCode: 200 })
    const answers = [
      await reader.post('/api/v1/drafts', draft()),
      await reader.post('/api/v1/tasks', { duty: 'x', unit: 'safety', matter: 'x', formedOn: '2026-06-01' }),
      await reader.get('/api/v1/units/safety/profile'),
      await reader.post('/api/v1/duties', {}),
    ]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403, 403])
    expect(answers[0]?.headers['www-authenticate']).toContain('scope="documents:write"')
  })

  describe('that sends what nobody asked for', () => {
    test('is told so: no JSON, another kind of body, no key, too much', async () => {
      const send = (payload: string, headers: Record<string, string>) => client.send('POST', '/api/v1/drafts', payload, { headers })
      const type = 'application/json'
      const key = { 'idempotency-key': 'another-key-1' }
      expect(await send('{"unit":', { ...key })).toMatchObject({ statusCode: 400 })
      expect(await send('[]', { ...key })).toMatchObject({ statusCode: 422 })
      expect(await send('{"__proto__":{"unit":"safety"}}', { ...key })).toMatchObject({ statusCode: 422 })
      expect(await send('unit=safety', { ...key, 'content-type': 'application/x-www-form-urlencoded' })).toMatchObject({ statusCode: 415 })
      expect(await send('{}', { 'content-type': type })).toMatchObject({ statusCode: 400 })
      expect(await send('{}', { 'content-type': type, 'idempotency-key': 'short' })).toMatchObject({ statusCode: 400 })
      expect(await send(`"${'x'.repeat(apiRules.bodies.jsonBytes)}"`, { ...key })).toMatchObject({ statusCode: 413 })
    })

    test('learns which methods an address has', async () => {
      for (const [url, allow] of [
        ['/api/v1/drafts', 'GET, HEAD, POST, OPTIONS'],
        ['/api/v1/drafts/1', 'GET, HEAD, PUT, OPTIONS'],
        ['/api/v1/documents', 'GET, HEAD, OPTIONS'],
        ['/api/v1/documents/MC0000012-2026-00001', 'GET, HEAD, OPTIONS'],
      ] as const) {
        const asked = await town.server.inject({ method: 'OPTIONS', url })
        expect([asked.statusCode, asked.headers.allow], url).toEqual([204, allow])
        const wrong = await town.server.inject({ method: 'DELETE', url, headers: { 'accept-language': 'en' } })
        expect([wrong.statusCode, wrong.headers.allow], url).toEqual([405, allow])
        expect(wrong.json()).toMatchObject({ title: 'This address has no such method' })
      }
      expect(await town.server.inject({ method: 'HEAD', url: '/api/v1/documents' })).toMatchObject({ statusCode: 200, body: '' })
    })

    test('and breaks off in the middle of a body leaves nothing', async () => {
      const before = await counted()
      await town.server.listen({ port: 0, host: '127.0.0.1' })
      const address = town.server.server.address()
      const { token } = await givenToken(town, town.bureau)
      const whole = Buffer.from(JSON.stringify(draft()))
      await new Promise<void>((resolve) => {
        const socket = connect(typeof address === 'object' && address !== null ? address.port : 0, '127.0.0.1', () => {
          const head = ['POST /api/v1/drafts HTTP/1.1', 'Host: x', `Authorization: Bearer ${token}`, 'Content-Type: application/json']
          socket.write([...head, 'Idempotency-Key: half-a-body', `Content-Length: ${whole.length}`, '', ''].join('\r\n'))
          socket.write(whole.subarray(0, 60), () => socket.destroy())
        })
        socket.on('close', () => resolve())
      })
      expect(await counted()).toBe(before)
      const again = new Client(town.server, token)
      expect(await again.post('/api/v1/drafts', draft(), { key: 'half-a-body' })).toMatchObject({ statusCode: 201 })
    })
  })

  test('that asks too often is told when to come again', async () => {
    const hasty = new Client(town.server, (await givenToken(town, town.bureau)).token)
    const answers = []
    for (let n = 0; n <= apiRules.limits.perMinute; n++) answers.push(await hasty.get('/api/v1/drafts?limit=1'))
    expect(answers.at(-2)?.statusCode).toBe(200)
    expect(answers.at(-1)).toMatchObject({ statusCode: 429, headers: expect.objectContaining({ 'retry-after': '60' }) })
    const now = town.site.now
    town.site.now = () => new Date(now().getTime() + 60_000)
    expect(await hasty.get('/api/v1/drafts?limit=1')).toMatchObject({ statusCode: 200 })
    town.site.now = now
  })
})
