import { expect, test } from 'vitest'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { givenDuty } from '../../../test/support/duty.ts'
import { freshSite, givenUnit, givenVisitor, openDesk } from '../../../test/support/site.ts'
import { must } from '../../../test/support/given.ts'
import { asDay } from '../../kernel/day.ts'
import { givenCases } from '../applications/given-cases.ts'
import { registerMatter, routes as catalogueRoutes } from '../catalogue/index.ts'
import type { Unit } from '../organisations/index.ts'
import { routes as publishingRoutes } from '../publishing/index.ts'
import { openRound } from '../reports/index.ts'
import { routes } from './routes.tsx'
import { shownFirst } from './work.ts'

describeWithDatabase('what a writer must do', () => {
  test('is shown in full by the link that says how much more there is', async () => {
    const site = await freshSite('2026-06-15')
    const city = await givenUnit(site, { code: 'city' })
    const writer = givenVisitor(1, ['information-officer', city])
    const duty = await givenDuty(site, [city], { code: 'many' })
    const matters = Array.from({ length: shownFirst + 2 }, (_, n) => `matter-${n}`)
    for (const matter of matters)
      await registerMatter(site, 'system', { dutyId: duty.id, unitId: city.id, matter, formedOn: asDay('2026-01-05') })
    const desk = await openDesk(site, routes)
    const shown = async (address: string) => new Set((await desk.get(writer, address)).text.match(/matter-\d/g))
    expect((await shown('/en/desk')).size).toBe(shownFirst)
    const more = /href="([^"]+)">2 more</.exec((await desk.get(writer, '/en/desk')).text)?.[1] ?? ''
    expect(await shown(more)).toEqual(new Set(matters))
  })
})

describeWithDatabase('a report that the office asks for', () => {
  test('stands on the first page of whoever writes for the unit, and of nobody else', async () => {
    const { site, city, safety, water, cast } = await givenCases('2026-06-15')
    const asked = { kind: 'quarter', period: '2026-Q1', dueOn: asDay('2026-06-20'), words: '' } as const
    must(await openRound(site, cast.office.personId, { ...asked, unitId: city.id, unitIds: [safety.id] }))
    const desk = await openDesk(site, routes)
    const home = async (unit: Unit) => (await desk.get(givenVisitor(cast.writer.personId, ['information-officer', unit]), '/en/desk')).text
    expect(await home(safety)).toContain('Quarterly statistics, Quarter 1 of 2026')
    expect(await home(water)).not.toContain('Quarterly statistics')
  })
})

describeWithDatabase('the figures that a watcher sees first', () => {
  test('open lists of exactly what they count', async () => {
    const site = await freshSite('2026-06-15')
    const city = await givenUnit(site, { code: 'city' })
    const watcher = givenVisitor(1, ['office', city])
    const duty = await givenDuty(site, [city], { code: 'many' })
    const formed = { late: ['2026-01-05', '2026-01-06'], intime: ['2026-06-08', '2026-06-09', '2026-06-10'] }
    for (const [name, days] of Object.entries(formed))
      for (const day of days)
        await registerMatter(site, 'system', { dutyId: duty.id, unitId: city.id, matter: `${name}-${day}`, formedOn: asDay(day) })
    const desk = await openDesk(site, [...routes, ...catalogueRoutes, ...publishingRoutes])
    const home = (await desk.get(watcher, '/en/desk')).text
    const figures = [...home.matchAll(/gk-figure__value" href="([^"]+)"[^>]*>(\d+)</g)].map(([, address = '', value]) => ({
      address,
      value,
    }))
    expect(figures.map(({ value }) => value)).toEqual(['2', '3', '0', '0', '0'])
    const listed = async (at: number) => (await desk.get(watcher, figures[at]?.address ?? '')).text
    expect(new Set((await listed(0)).match(/(late|intime)-[\d-]+/g))).toEqual(new Set(formed.late.map((day) => `late-${day}`)))
    expect(new Set((await listed(1)).match(/(late|intime)-[\d-]+/g))).toEqual(new Set(formed.intime.map((day) => `intime-${day}`)))
    expect(await listed(2)).toMatch(/<option[^>]* selected[^>]*>On its way to release</)
    expect(figures.slice(3).map(({ address }) => address)).toEqual(['/en/desk/applications?view=overdue', '/en/desk/findings'])
  })
})
