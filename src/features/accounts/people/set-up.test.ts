import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { givenSite, type GivenSite } from '../given-site.ts'
import { givenServer, Tab } from '../given-tab.ts'
import { setupSecret } from '../index.ts'
import { hasOperator } from '../posts/queries.ts'

let site: GivenSite
let server: FastifyInstance

beforeAll(async () => {
  if (!hasServer) return
  site = await givenSite()
  server = await givenServer(site)
})

afterAll(async () => server?.close())

describeWithDatabase('the first run', () => {
  test('asks for the secret of the console, keeps what was typed but no password, and then closes for good', async () => {
    const tab = new Tab(server)
    expect((await tab.get('/zh/set-up')).body).toContain('初次设置')
    const form = {
      login: 'luoan',
      nameZh: '罗安',
      nameEn: 'Luo An',
      email: '',
      password: 'seven herons at noon',
      governmentZh: '明川市人民政府',
      governmentEn: 'Mingchuan',
    }
    const wrong = await tab.post('/en/set-up', { ...form, secret: 'guessed' })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('value="罗安"')
    expect(wrong.body).not.toContain('seven herons')
    expect(await hasOperator(site.database.read)).toBe(false)
    const made = await tab.post('/en/set-up', { ...form, secret: ` ${setupSecret().toUpperCase()} ` })
    expect(made.statusCode).toBe(303)
    for (const answer of [await tab.get('/en/set-up'), await tab.post('/en/set-up', { ...form, secret: setupSecret() })])
      expect(answer.statusCode).toBe(404)
  })
})
