import { expect, it } from 'vitest'
import { describeWithDatabase } from '../../test/support/database.ts'
import { freshSite, givenUnit } from '../../test/support/site.ts'
import { measureCommand, runMeasure } from './measure.ts'

const settings = (): never => {
  throw new Error('the settings were read')
}

it('says how it is called, before it opens a database', async () => {
  expect(await measureCommand.run(['--lang', 'fr'], settings)).toMatchObject({ exit: 2 })
  expect(await measureCommand.run(['now'], settings)).toMatchObject({ exit: 2 })
})

describeWithDatabase('gongkai measure', () => {
  it('tells what the run opened and closed, for people and for machines', async () => {
    const site = await freshSite('2026-06-15')
    await givenUnit(site, { code: 'mc' })
    const { out, exit } = await runMeasure(site, { json: true, lang: 'en' })
    expect(exit).toBe(0)
    const run = JSON.parse(out) as Record<string, number>
    expect(run).toMatchObject({ measuredOn: '2026-06-15', closed: 0, stillOpen: run['opened'] })
    expect(run['opened']).toBeGreaterThan(2)
    expect((await runMeasure(site, { json: false, lang: 'zh' })).out).toContain('2026-06-15')
  })
})
