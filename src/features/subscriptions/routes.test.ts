import type { InjectOptions } from 'fastify'
import { beforeAll, expect, test } from 'vitest'
import { edge } from '../../app.ts'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { freshSite, givenUnit, type TestSite } from '../../../test/support/site.ts'
import { buildServer } from '../../platform/http/server.ts'
import { listMails } from '../../platform/mail/index.ts'
import { security } from '../accounts/load-security.ts'
import { routes } from './index.ts'

describeWithDatabase('the pages of whoever follows by mail', () => {
  let site: TestSite
  let ask: (
    url: string,
    form?: Record<string, string>,
    options?: InjectOptions,
  ) => Promise<{ status: number; body: string; location: string }>

  beforeAll(async () => {
    site = await freshSite()
    await givenUnit(site, { code: 'mc', nameEn: 'Mingchuan' })
    const { server } = await buildServer(site, routes, edge)
    ask = async (url, form, options) => {
      const sent = form && {
        payload: new URLSearchParams(form).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }
      const answer = await server.inject({ method: form === undefined ? 'GET' : 'POST', url, ...sent, ...options })
      return { status: answer.statusCode, body: answer.body, location: String(answer.headers['location'] ?? '') }
    }
  })

  const wish = { unit: 'mc', frequency: 'daily', address: 'reader@example.org' }
  const newest = async () => (await listMails(site.database.read))[0]

  test('say the same to a known, a new and a repeated address', async () => {
    const answers = [
      await ask('/en/follow', wish),
      await ask('/en/follow', wish),
      await ask('/en/follow', { ...wish, address: 'b@example.org' }),
    ]
    answers.push(
      await ask('/en/follow/link', { address: 'reader@example.org' }),
      await ask('/en/follow/link', { address: 'nobody@example.org' }),
    )
    expect(new Set(answers.map((answer) => `${answer.status} ${answer.location}`))).toEqual(new Set(['303 /en/follow/sent']))
  })

  test('refuse an address with a second line in it, and keep what was typed', async () => {
    const smuggled = await ask('/en/follow', { ...wish, address: 'a@example.org\r\nBcc: b@example.org', frequency: 'weekly' })
    expect(smuggled.status).toBe(422)
    expect(smuggled.body).toContain('Write one mail address')
    expect(smuggled.body).toMatch(/value="weekly" checked/)
    expect((await ask('/en/follow', { ...wish, unit: 'no-such-unit' })).body).toContain('Choose what you want to follow')
  })

  test('change nothing when a mail program looks at the links, and end everything with its one POST', async () => {
    await ask('/en/follow', { ...wish, address: 'c@example.org' })
    const [, own = ''] = /(\/en\/follow\/mine\/\S+)/.exec((await newest())?.text ?? '') ?? []
    const stop = own.replace('mine', 'stop')
    await ask(own)
    await ask(stop)
    expect((await ask(own)).body).toContain('Yes, write to me')
    expect((await ask(own, { act: 'confirm' })).location).toBe(`${own}?done=confirm`)
    await ask(stop)
    expect((await ask(own)).body).toContain('Stop all mails')
    expect((await ask(stop, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200)
    expect((await ask(own)).status).toBe(404)
    expect((await ask(stop, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200)
  })

  test('let a reader change how often, and end one thing after the other', async () => {
    await ask('/en/follow', { ...wish, address: 'd@example.org' })
    const [, own = ''] = /(\/en\/follow\/mine\/\S+)/.exec((await newest())?.text ?? '') ?? []
    await ask(own, { act: 'confirm' })
    const [, id = ''] = /name="follow" value="(\d+)"/.exec((await ask(own)).body) ?? []
    expect((await ask(own, { act: 'frequency', follow: id, [`frequency-${id}`]: 'at-once' })).status).toBe(303)
    expect((await ask(own)).body).toMatch(/value="at-once" selected/)
    expect((await ask(own, { act: 'stop', follow: '999999' })).status).toBe(404)
    expect((await ask(own, { act: 'stop', follow: id })).location).toBe('/en/follow/stopped')
    expect((await ask(own)).status).toBe(404)
  })

  test('slow down whoever sends one address after the other', async () => {
    const from = (n: number) => ask('/en/follow', { ...wish, address: `x${n}@example.org` }, { remoteAddress: '192.0.2.7' })
    const answers: number[] = []
    for (let n = 0; n < security.brakes.follow.free + 2; n += 1) answers.push((await from(n)).status)
    expect(answers.filter((status) => status === 429)).toHaveLength(1)
    expect(answers.at(-1)).toBe(429)
    expect((await ask('/en/follow', { ...wish, address: 'y@example.org' }, { remoteAddress: '198.51.100.9' })).status).toBe(303)
  })
})
