import { beforeAll, expect, test } from 'vitest'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { givenFigures, type GivenFigures } from '../../../../test/support/figures.ts'
import { must } from '../../../../test/support/given.ts'
import { givenVisitor, openDesk } from '../../../../test/support/site.ts'
import type { Unit } from '../../organisations/index.ts'
import { enterFigure } from '../entered/enter-figure.ts'
import { periodFrom } from '../figures/period.ts'
import { beginReport } from '../making/begin-report.ts'
import { fileReport } from '../making/file-report.ts'
import { saveTexts } from '../making/save-texts.ts'
import { routes } from '../routes.ts'
import { makeReport } from './make-report.ts'

let given: GivenFigures
let begun: { city: number; safety: number }

beforeAll(async () => {
  if (!hasServer) return
  given = await givenFigures()
  given.site.day = '2027-01-10'
  begun = { city: await begin(given.city, true), safety: await begin(given.safety, false) }
})

async function begin(unit: Unit, withBelow: boolean): Promise<number> {
  return must(await beginReport(given.site, given.cast.writer, { unitId: unit.id, period: '2026', withBelow })).id
}

/** Enters a nought, or what is told, wherever no record shows a number. */
async function enterAll(unit: Unit, told: Record<string, string> = {}): Promise<void> {
  const made = await makeReport(given.site, unit, { period: '2026', withBelow: false, texts: {}, notes: {} }, given.site.today())
  for (const { cell, origin } of made?.cells ?? [])
    if (origin === 'none' || told[cell.address] !== undefined)
      must(
        await enterFigure(given.site, given.cast.writer, {
          ...{ unitId: unit.id, figure: cell.address, span: periodFrom('2026'), value: told[cell.address] ?? '0' },
          ...{ evidence: '台账', isAtLeast: false, decimals: 0 },
        }),
      )
}

async function brokenParts(): Promise<{ parts: number; cells: string[] }> {
  const made = await makeReport(given.site, given.city, { period: '2026', withBelow: true, texts: {}, notes: {} }, given.site.today())
  const broken = made?.breaches.filter(({ id }) => id === 'I13') ?? []
  return { parts: made?.report.parts?.length ?? 0, cells: broken.flatMap(({ cells }) => cells) }
}

describeWithDatabase("a government's own report", () => {
  test('has no parts while nobody below has filed', async () => {
    expect(await brokenParts()).toEqual({ parts: 0, cells: [] })
  })

  test('adds up what was filed below it and, for everybody else, what the records say', async () => {
    await enterAll(given.safety)
    const { version } = must(
      await saveTexts(given.site, given.cast.writer, begun.safety, {
        version: 1,
        texts: { 五: '宣传不足，已安排培训。' },
        notes: {},
      }),
    )
    must(await fileReport(given.site, given.cast.writer, begun.safety, version))
    expect(await brokenParts()).toEqual({ parts: 2, cells: [] })
  })

  test('breaks I13 when a number is changed after it was filed, in exactly that cell, and says so on its page', async () => {
    await enterAll(given.safety, { 't1/penalties/decisions': '4' })
    expect(await brokenParts()).toEqual({ parts: 2, cells: ['t1/penalties/decisions'] })
    const desk = await openDesk(given.site, routes)
    const office = givenVisitor(given.cast.office.personId, ['office', given.city])
    const { text } = await desk.get(office, `/en/desk/reports/${begun.city}`)
    expect(text).toMatch(/The 2 units add up to 0, but table 1, row “[^”]+”, column “[^”]+” is 4\./)
    expect(text).toContain('Added up from 1 filing of units below')
  })
})
