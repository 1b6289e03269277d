import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeWithDatabase, hasServer } from '../../../test/support/database.ts'
import type { Unit } from '../organisations/index.ts'
import { givenPerson, givenPost, givenSite, givenUnit, type GivenSite, secret } from './given-site.ts'
import { givenServer, Tab } from './given-tab.ts'
import type { Person } from './people/person.ts'
import { codeAt } from './sessions/check-code.ts'

let site: GivenSite
let server: FastifyInstance
let city: Unit
let operator: Person

beforeAll(async () => {
  if (!hasServer) return
  site = await givenSite()
  server = await givenServer(site)
})

afterAll(async () => server?.close())

describeWithDatabase('the pages', () => {
  beforeAll(async () => {
    city = await givenUnit(site, 'city')
    operator = await givenPerson(site, 'operator')
    await givenPost(site, operator, city, 'operator')
    await givenPost(site, operator, city, 'office')
  })

  test('of sign-in set cookies that scripts cannot read and lead where they were asked from', async () => {
    const tab = new Tab(server)
    const answer = await tab.signIn('operator', '/desk/people?q=li')
    expect(answer.headers.location).toBe('/en/desk/people?q=li')
    const session = answer.cookies.find((cookie) => cookie.name === 'gongkai')
    expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
    expect(session?.maxAge).toBeUndefined()
    expect((await new Tab(server).signIn('operator', '//evil.example')).headers.location).toBe('/en/desk')
    expect((await tab.get('/en/sign-in?next=/desk/people')).headers.location).toBe('/en/desk/people')
  })

  test('of a refused sign-in keep the login and the way, not the password, and are equal for known and unknown logins', async () => {
    const answers = []
    for (const login of ['operator', 'nobodyyy']) {
      const answer = await new Tab(server).post('/en/sign-in', { login, password: 'not the password', next: '/desk/people' })
      expect(answer.statusCode).toBe(422)
      expect(answer.body).toContain(`value="${login}"`)
      expect(answer.body).toContain('value="/desk/people"')
      expect(answer.body).not.toContain('not the password')
      expect(answer.headers['set-cookie']).toBeUndefined()
      answers.push({ body: answer.body.replaceAll(`value="${login}"`, ''), headers: { ...answer.headers, etag: '', date: '' } })
    }
    expect(answers[0]).toEqual(answers[1])
  })

  test('show the people of a demonstration to newcomers, and to nobody in production', async () => {
    expect((await new Tab(server).get('/en/sign-in')).body).toContain(secret)
    for (let i = 0; i < 12; i++) await givenPerson(site, `cast-${i}`)
    expect((await new Tab(server).get('/en/sign-in')).body).toMatch(/\d more (person|people)/)
    site.config.isProduction = true
    expect((await new Tab(server).get('/en/sign-in')).body).not.toContain(secret)
    site.config.isProduction = false
  })

  test('escape what was typed', async () => {
    const answer = await new Tab(server).post('/en/sign-in', { login: '"><script>alert(1)</script>', password: 'x' })
    expect(answer.body).not.toContain('<script>alert')
  })

  test('send a stranger to the sign-in and let nobody without the right in', async () => {
    const stranger = await new Tab(server).get('/en/desk/people')
    expect(stranger.headers.location).toBe('/en/sign-in?next=%2Fdesk%2Fpeople')
    const clerk = await givenPerson(site, 'clerk')
    await givenPost(site, clerk, city, 'information-officer')
    const tab = new Tab(server)
    await tab.signIn('clerk')
    expect((await tab.get('/en/desk/people')).statusCode).toBe(403)
    expect((await tab.send('/en/desk/people/new', { login: 'x' })).statusCode).toBe(403)
    expect((await tab.get('/en/desk/account')).statusCode).toBe(200)
  })

  test('refuse a form without the token of the session', async () => {
    const tab = new Tab(server)
    await tab.signIn('operator')
    expect((await tab.post('/en/desk/people/new', { login: 'x' })).statusCode).toBe(403)
  })

  test('ask for the password again before a dangerous act, and lose no field of the form', async () => {
    const tab = new Tab(server)
    await tab.signIn('operator')
    site.later({ minutes: 11 })
    const form = { login: 'newcomer', nameZh: '新人', nameEn: 'New "Comer"', email: '' }
    const asked = await tab.send('/en/desk/people/new', form)
    expect(asked.statusCode).toBe(403)
    expect(asked.body).toContain('value="New &quot;Comer&quot;"')
    expect(asked.body).toContain('action="/en/desk/people/new"')
    const wrong = await tab.send('/en/desk/people/new', { ...form, _password: 'wrong' })
    expect(wrong.statusCode).toBe(403)
    expect(wrong.body).not.toContain('value="wrong"')
    const done = await tab.send('/en/desk/people/new', { ...form, _password: secret })
    expect(done.statusCode).toBe(200)
    expect(done.body).toMatch(/<code>[a-z2-9]{4}(-[a-z2-9]{4}){3}<\/code>/)
  })

  test('end the session at sign-out: the old cookie opens nothing', async () => {
    const tab = new Tab(server)
    await tab.signIn('operator')
    const old = tab.cookies.get('gongkai') ?? ''
    expect((await tab.send('/en/desk/sign-out', {})).headers.location).toBe('/en/')
    expect(tab.cookies.has('gongkai')).toBe(false)
    const later = new Tab(server)
    later.cookies.set('gongkai', old)
    expect((await later.get('/en/desk/account')).statusCode).toBe(303)
  })

  test('give and end a post, with every reason when not', async () => {
    const tab = new Tab(server)
    await tab.signIn('operator')
    const person = await givenPerson(site, 'gaoyuan')
    const at = `/en/desk/people/${person.id}`
    const refused = await tab.send(`${at}/posts`, { unit: '', role: 'signer', sinceOn: 'soon', untilOn: '', reason: 'because' })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('Choose a unit')
    expect(refused.body).toContain('value="soon"')
    expect(refused.body).toContain('value="because"')
    const given = await tab.send(`${at}/posts`, { unit: city.code, role: 'signer', sinceOn: site.today(), untilOn: '', reason: '' })
    expect(given.headers.location).toBe(`${at}?done=granted`)
    const page = await tab.get(`${at}?done=granted`)
    const post = new RegExp(`${at}/posts/(\\d+)`).exec(page.body)?.[1] ?? ''
    expect((await tab.get(`${at}/posts/${post}`)).statusCode).toBe(200)
    expect((await tab.get(`/en/desk/people/${operator.id}/posts/${post}`)).statusCode).toBe(404)
    const noReason = await tab.send(`${at}/posts/${post}`, { act: 'end', endOn: '', endReason: '' })
    expect(noReason.statusCode).toBe(422)
    expect((await tab.send(`${at}/posts/${post}`, { act: 'end', endOn: '', endReason: 'moved' })).statusCode).toBe(303)
  })

  test('switch a second factor on, ask for it, and switch it off', async () => {
    await givenPerson(site, 'twofold')
    const tab = new Tab(server)
    await tab.signIn('twofold')
    const path = '/en/desk/account/second-factor'
    expect((await tab.send(path, { act: 'begin', password: 'wrong' })).statusCode).toBe(422)
    await tab.send(path, { act: 'begin', password: secret })
    const shown = (await tab.get(path)).body
    const totp = /secret=([A-Z2-7]+)/.exec(shown)?.[1] ?? ''
    expect(shown).toContain(totp.match(/.{4}/g)?.join(' '))
    expect((await tab.send(path, { act: 'confirm', code: codeAt(totp, site.now()) })).headers.location).toBe(
      '/en/desk/account?done=second-factor-on',
    )
    site.later({ seconds: 30 })
    const other = new Tab(server)
    expect((await other.signIn('twofold', '/desk/account')).headers.location).toBe('/en/sign-in/code?next=%2Fdesk%2Faccount')
    expect((await other.get('/en/desk/account')).statusCode).toBe(303)
    expect((await other.post('/en/sign-in/code', { code: '000000', next: '/desk/account' })).statusCode).toBe(422)
    expect((await other.post('/en/sign-in/code', { code: codeAt(totp, site.now()), next: '/desk/account' })).headers.location).toBe(
      '/en/desk/account',
    )
    expect((await other.send(path, { act: 'remove', password: secret })).headers.location).toBe('/en/desk/account?done=second-factor-off')
  })

  test('are whole in both languages: no key shows through', async () => {
    const tab = new Tab(server)
    await tab.signIn('operator')
    const id = operator.id
    const paths = ['/sign-in', '/desk/account', '/desk/account/password', '/desk/account/second-factor', '/desk/people', '/desk/people/new']
    paths.push(
      `/desk/people/${id}`,
      `/desk/people/${id}/access`,
      `/desk/people/${id}/posts`,
      '/desk/waivers?done=waiver',
      '/desk/people?q=nobody-here',
    )
    for (const lang of ['zh', 'en']) {
      for (const path of paths) {
        const answer = await (path === '/sign-in' ? new Tab(server) : tab).get(`/${lang}${path}`)
        expect([path, answer.statusCode]).toEqual([path, 200])
        expect(answer.body).not.toMatch(/>[^<]*\b(accounts|ui)\.[a-z-]+\.[a-z.-]+|\{\w+\}/)
        expect(answer.headers['cache-control']).toBe('no-store')
      }
    }
  })
})
