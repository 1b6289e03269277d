import { beforeAll, expect, it } from 'vitest'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { freshSite, givenUnit, givenVisitor, openDesk, type Desk, type TestSite } from '../../../test/support/site.ts'
import { record } from '../../platform/journal/index.ts'
import type { Unit } from '../organisations/index.ts'
import { routes } from './routes.tsx'

describeWithDatabase('the record at the desk', () => {
  let site: TestSite
  let desk: Desk
  let city: Unit
  let health: Unit
  let finance: Unit

  beforeAll(async () => {
    site = await freshSite()
    city = await givenUnit(site, { code: 'city' })
    health = await givenUnit(site, { code: 'health' }, city)
    finance = await givenUnit(site, { code: 'finance' }, city)
    desk = await openDesk(site, routes)
    await site.database.transaction(async (db) => {
      const change = { at: site.now(), actor: 'system', act: 'publishing.create', content: {} }
      await record(db, { ...change, subject: 'publishing.document:1', unitId: health.id, reason: '卫健委的事' })
      await record(db, { ...change, subject: 'publishing.document:2', unitId: finance.id, reason: '财政局的事' })
      await record(db, { ...change, subject: 'accounts.person:3', reason: '账号的事' })
    })
  })

  const seenBy = async (unit: Unit) => {
    const { text } = await desk.get(givenVisitor(1, ['supervisor', unit]), '/zh/desk/record')
    return ['卫健委的事', '财政局的事', '账号的事'].filter((words) => text.includes(words))
  }

  it('shows whoever watches over one unit what happened there, and nothing that belongs to no unit', async () => {
    expect(await seenBy(health)).toEqual(['卫健委的事'])
    expect(await seenBy(finance)).toEqual(['财政局的事'])
  })

  it('shows whoever watches over the whole city everything', async () => {
    expect(await seenBy(city)).toEqual(['卫健委的事', '财政局的事', '账号的事'])
  })
})
