import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom'
import { beforeAll, expect, it } from 'vitest'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { addDays, asDay } from '../../kernel/day.ts'
import { fulfilTask, registerMatter } from '../catalogue/index.ts'
import { givenPortal, type GivenPortal } from './given-portal.ts'

/** Formed on these days, published so many days after the due day; undefined: never. */
const matters: [formedOn: string, daysAfterDue: number | undefined][] = [
  ['2024-03-04', 0],
  ['2025-05-06', 3],
  ['2025-05-07', undefined],
  ['2025-11-03', 0],
  ['2025-11-04', -2],
  ['2026-02-02', 5],
  ['2026-04-07', undefined],
  ['2026-05-18', undefined],
  ['2026-06-10', undefined],
]

describeWithDatabase('the public account of keeping one’s word', () => {
  let portal: GivenPortal

  beforeAll(async () => {
    portal = await givenPortal()
    const { site, duty, safety } = portal
    for (const [at, [formedOn, daysAfterDue]] of matters.entries()) {
      const task = await registerMatter(site, 'system', { dutyId: duty.id, unitId: safety.id, matter: `m${at}`, formedOn: asDay(formedOn) })
      if (!task.ok) throw new Error(task.refusals.join())
      if (daysAfterDue === undefined) continue
      await site.database.transaction((db) =>
        fulfilTask(site, db, 'system', task.value.id, 'MC/1', addDays(task.value.dueOn, daysAfterDue)),
      )
    }
    portal.kept.changed()
  })

  const body = async (path: string) => (await portal.ask(path)).body
  const figuresIn = (html: string) =>
    [...html.matchAll(/class="gk-figure__value" href="([^"]+)">(\d+)/g)].map(([, address = '', value]) => ({
      address: address.replaceAll('&amp;', '&'),
      value: Number(value),
    }))
  const listed = (html: string) => [...html.matchAll(/<tr class="gk-list__row">/g)].length

  it.each(['/en/promises', '/en/promises?year=2025', '/en/promises/units/safety', '/en/promises/units/safety?year=2024', '/zh/promises'])(
    'opens behind every number of %s a list of exactly that length',
    async (path) => {
      const figures = figuresIn(await body(path))
      expect(figures.length).toBeGreaterThan(3)
      for (const { address, value } of figures) expect({ address, value: listed(await body(address)) }).toEqual({ address, value })
    },
  )

  it('counts each year by itself, and leaves out what is not due yet', async () => {
    const sentence = async (query: string) =>
      /(\d+) publications? fell due: (\d+) on time, (\d+) late, (\d+) still missing/
        .exec(await body(`/en/promises${query}`))
        ?.slice(1)
        .map(Number)
    expect(await sentence('?year=2024')).toEqual([1, 1, 0, 0])
    expect(await sentence('?year=2025')).toEqual([4, 2, 1, 1])
    expect(await sentence('?year=2026')).toEqual([2, 0, 1, 1])
    expect(await sentence('')).toEqual([4, 2, 1, 1])
  })

  it('shows one unit its years under each other, each month opening its list', async () => {
    const page = await body('/en/promises/units/safety')
    for (const year of [2026, 2025, 2024]) expect(page).toContain(`/en/promises/units/safety?year=${year}`)
    expect(page).toContain('/en/promises/list?ending=empty&amp;unit=safety&amp;month=2025-06')
    expect((await portal.ask('/en/promises/units/nobody')).status).toBe(404)
  })

  it('draws the months, and says in words what the picture shows', async () => {
    const { body: svg, headers } = await portal.ask('/zh/promises/chart.svg?unit=safety')
    expect(headers['content-type']).toBe('image/svg+xml; charset=utf-8')
    const drawn = new DOMParser({ onError: onErrorStopParsing }).parseFromString(svg, 'image/svg+xml')
    expect(drawn.documentElement?.tagName).toBe('svg')
    expect(drawn.documentElement?.textContent).toContain('按时公开')
    expect(await body('/zh/promises/units/safety')).toContain('到期应公开 4 项：按时公开 2 项，逾期公开 1 项，至今未公开 1 项。')
  })

  it('can be taken away as a table', async () => {
    const { body: csv, headers } = await portal.ask('/en/promises.csv?year=2025&unit=safety')
    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(csv.replace('\ufeff', '').trim().split('\r\n')).toEqual([
      'Unit,Month,Due,On time,Late,Missing',
      'Emergency Management Bureau,2025-06,2,0,1,1',
      'Emergency Management Bureau,2025-12,2,2,0,0',
    ])
    expect((await portal.ask('/en/promises.csv?year=2025')).body).toBe(csv)
  })
})
