import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { loaders, routes } from '../src/app.ts'
import { composeSite } from '../src/compose-site.ts'
import { readConfig } from '../src/config.ts'
import { loadDemo } from '../src/demo/load-demo.ts'
import { applicantKinds, outcomes } from '../src/features/applications/index.ts'
import { letterStages } from '../src/features/applications/replying/hands.ts'
import { listCategories, listDuties, listTasks, stateOf } from '../src/features/catalogue/index.ts'
import { listUnits, missingFields, type Unit } from '../src/features/organisations/index.ts'
import { listPublic } from '../src/features/publishing/index.ts'
import { receiptChannels } from '../src/kernel/case/event.ts'
import { addMonths } from '../src/kernel/day.ts'
import { readSnapshot, using, type Database } from '../src/platform/database/index.ts'
import { verifyJournal } from '../src/platform/journal/index.ts'
import type { Visitor } from '../src/platform/http/route.ts'
import type { Site } from '../src/platform/site.ts'
import { describeWithDatabase, freshDatabase } from './support/database.ts'
import { linksOn, wrongFiles, wrongNumbers } from './support/open-numbers.ts'
import { givenVisitor, openDesk, type Desk } from './support/site.ts'
import { brokenTables, countBy, playedCases, wrongDates, type PlayedCase } from './support/demo-cases.ts'

const begun = new Date('2026-11-20T08:30:00+08:00')

/** The demo city as it is played on one day: the numbers of the sources are there, and it is the same city wherever and whenever. */
describeWithDatabase('the demo city', () => {
  let site: Site
  let units: Unit[]

  beforeAll(async () => {
    site = await played(await freshDatabase())
    units = await listUnits(site.database.read)
  }, 900_000)

  it('has 46 departments, 13 towns, and one town with 35 villages and 12 sections', () => {
    const alive = units.filter((unit) => unit.untilOn === undefined)
    const city = alive.find((unit) => unit.kind === 'city')
    const guxian = alive.find((unit) => unit.code === 'guxian')
    expect(alive.filter((unit) => unit.kind === 'department' && unit.parentId === city?.id)).toHaveLength(46)
    expect(alive.filter((unit) => unit.kind === 'town')).toHaveLength(13)
    const below = alive.filter((unit) => unit.parentId === guxian?.id)
    expect(below.filter((unit) => unit.kind === 'village')).toHaveLength(35)
    expect(below.filter((unit) => unit.kind === 'section')).toHaveLength(12)
    expect(below.filter((unit) => unit.kind === 'village' && missingFields(unit).length === 0).length).toBeGreaterThan(30)
    expect(units.filter((unit) => unit.untilOn !== undefined).length).toBeGreaterThan(0)
  })

  it('has the ten external and ten internal matters of the safety bureau, and the town’s 8 categories with 38 below them', async () => {
    const [categories, duties] = [await listCategories(site.database.read), await listDuties(site.database.read)]
    const inCategory = (code: string) => duties.filter((duty) => duty.categoryId === categories.find((one) => one.code === code)?.id)
    expect(inCategory('safety-external').map((duty) => duty.audience)).toEqual(Array(10).fill('society'))
    expect(inCategory('safety-internal').map((duty) => duty.audience)).toEqual(Array(10).fill('staff'))
    const town = categories.find((category) => category.code === 'town')
    const eight = categories.filter((category) => category.parentId === town?.id)
    expect(eight).toHaveLength(8)
    expect(categories.filter((category) => eight.some((one) => one.id === category.parentId))).toHaveLength(38)
  })

  it('publishes mostly in time, sometimes late, and owes some things', async () => {
    const tasks = await listTasks(site.database.read, { opensUntil: site.today(), limit: 5000 })
    const states = tasks.map((task) => stateOf(task, site.today(), 5, site.calendar))
    const count = (state: string): number => states.filter((one) => one === state).length
    expect(count('on-time')).toBeGreaterThan(5 * count('late'))
    expect(count('late')).toBeGreaterThan(10)
    expect(count('overdue')).toBeGreaterThan(5)
    expect(count('overdue')).toBeLessThan(tasks.length / 5)
  })

  it('leaves a record that fits every row', async () => {
    const { findings, entries } = await readSnapshot(site.database, (db) => verifyJournal(db, loaders))
    expect(findings).toEqual([])
    expect(entries).toBeGreaterThan(2000)
  })

  it('has nothing in it that has not happened yet', async () => {
    const released = (await listPublic(site.database.read, { limit: 1000 })).map((line) => line.publishedAt)
    expect(released.filter((at) => at > begun)).toEqual([])
    const { rows } = await sql`select act from journal.entry where at > ${begun}`.execute(using(site.database.read))
    expect(rows).toEqual([])
  })

  it('is the same city every time and everywhere it is played on the same day', async () => {
    const lines = (await listPublic(site.database.read, { limit: 1000 })).map(
      (line) => `${line.indexNumber} ${line.publishedAt.toISOString()} ${line.title}`,
    )
    expect(lines.length).toBeGreaterThan(250)
    expect(lines.filter((line) => /[{}]/.test(line))).toEqual([])
    expect(fingerprint(lines), 'a change of the demo city changes this: play it twice before writing the new one down').toBe(
      'aeeeb3b5bfd394087c2c13f290a7daf94ecf78dd762e2f5dc0551911f06ea273',
    )
  })

  describe('reports', () => {
    let desk: Desk
    const office = () => givenVisitor(1, ['office', units.find((unit) => unit.parentId === undefined)!])
    const wrongOn = async (pages: readonly string[], visitor?: Visitor, hides?: (href: string) => boolean) => {
      const read = []
      for (const page of pages) read.push(await wrongNumbers(desk, visitor, page, hides))
      return { count: read.reduce((sum, { count }) => sum + count, 0), wrong: read.flatMap(({ wrong }) => wrong) }
    }

    beforeAll(async () => {
      desk = await openDesk(site, routes)
    })

    it('open at the desk, with every number in them, as many records as the number says', async () => {
      const on = (path: string, pattern: RegExp) => linksOn(desk, office(), path, pattern)
      const rounds = await on('/zh/desk/reports/rounds', /\/rounds\/\d+$/)
      const statements = await Promise.all(rounds.map((round) => on(round, /\/statements\/\d+$/)))
      const pages = [
        ...(await on('/zh/desk/reports?year=2025', /\/desk\/reports\/\d+$/)),
        ...statements.flat(),
        ...(await on('/zh/desk/summaries?year=2025', /\/desk\/summaries\/\d+$/)),
        ...(await on('/zh/desk/reports/circulars', /\/circulars\/\d+$/)),
        ...['/zh/desk/overview', '/zh/desk/figures', '/zh/desk/figures?unit=guxian&period=2025'],
      ]
      expect(pages).toHaveLength(6 + 7 + 2 + 1 + 3)
      const { count, wrong } = await wrongOn(pages, office())
      expect(wrong).toEqual([])
      expect(count).toBeGreaterThan(2_000)
      for (const page of pages) {
        const files = await wrongFiles(desk, office(), page)
        expect(files.wrong).toEqual([])
        expect(files.count, page).toBeGreaterThan(0)
      }
    }, 300_000)

    it('open in public too, but for the cases of a unit, of which only the number is told', async () => {
      const on = (path: string, pattern: RegExp) => linksOn(desk, undefined, path, pattern)
      const frozen = [
        ...(await on('/zh/reports', /\/reports\/annual\/\d+\?/)),
        ...(await on('/zh/reports/summaries', /\/summaries\/\d+\?/)),
        ...(await on('/zh/reports/circulars', /\/circulars\/\d+$/)),
      ]
      expect(frozen).toHaveLength(6 + 2 + 1)
      const isCase = (href: string) => /cell=t[23]%2F|figure=(applications|reconsiderations|suits)/.test(href)
      for (const [pages, hides] of [
        [frozen, isCase],
        [['/zh/account', '/zh/account?period=2025'], undefined],
      ] as const) {
        const { count, wrong } = await wrongOn(pages, undefined, hides)
        expect(wrong).toEqual([])
        expect(count).toBeGreaterThan(50)
      }
    }, 300_000)
  })

  describe('applications', () => {
    let cases: PlayedCase[]
    const has = (kind: string) => cases.filter(({ events }) => events.some((event) => event.kind === kind)).length

    beforeAll(async () => {
      cases = await playedCases(site)
    })

    it('are two years of them, through every channel, with every outcome but that of a fee', () => {
      expect(cases.length).toBeGreaterThanOrEqual(300)
      const arrivals = cases.map(({ application }) => application.arrivedOn)
      expect(arrivals.filter((day) => day >= addMonths(site.today(), -24)).length).toBeGreaterThan(250)
      expect(new Set(cases.map(({ application }) => application.channel))).toEqual(new Set(receiptChannels))
      const reached = new Set(cases.map(({ application }) => application.leaf))
      expect(outcomes.leaves.map(({ code }) => code).filter((code) => !reached.has(code))).toEqual(['O2'])
      expect(new Set(cases.map(({ application }) => application.applicantKind))).toEqual(new Set(applicantKinds))
      expect(cases.some(({ application }) => application.language === 'en')).toBe(true)
    })

    it('stand at every stage today', async () => {
      const states = new Set(cases.map(({ application }) => application.state))
      expect([...states].sort()).toEqual(['awaiting-supplement', 'closed', 'replied', 'running', 'unconfirmed'])
      const stages = await countBy(site, 'letter', 'stage')
      expect(letterStages.filter((stage) => stage !== 'dropped' && !stages.has(stage))).toEqual([])
    })

    it('were paused, extended, restarted, corrected, taken back and challenged', async () => {
      const kinds = [
        ...(['clarification-asked', 'supplemented', 'consultation-sent', 'consultation-answered', 'override-decided', 'extended'] as const),
        ...(['reasons-asked', 'date-set', 'confirmed', 'receipt-changed', 'struck', 'recalled', 'closed', 'challenged', 'rated'] as const),
        ...(['errand-answered', 'instructed', 'passed-on', 'assigned', 'file-added', 'noted'] as const),
      ]
      expect(kinds.filter((kind) => has(kind) < 2)).toEqual([])
      const asked = cases.flatMap(({ events }) => events.filter((event) => event.kind === 'consultation-sent'))
      expect(new Set(asked.map((event) => event.fields['with']))).toEqual(new Set(['third-party', 'co-agency']))
      const answers = cases.flatMap(({ events }) => events.filter((event) => event.kind === 'consultation-answered'))
      expect(new Set(answers.map((event) => event.words))).toEqual(new Set(['agrees', 'refuses', 'agrees-partly']))
      expect([...(await countBy(site, 'challenge', 'kind')).keys()].sort()).toEqual([
        'reconsideration',
        'suit',
        'suit-after-reconsideration',
      ])
      expect([...(await countBy(site, 'challenge', 'result')).keys()].sort()).toEqual(['corrected', 'kept', 'other', 'pending'])
      expect(cases.filter(({ application }) => application.isInTime === false).length).toBeGreaterThan(5)
      expect(cases.filter(({ application }) => application.kind === 'correction').length).toBeGreaterThan(4)
    })

    it('have the dates that their events say, and that a walk day by day finds', async () => {
      const wrong: string[] = []
      for (const one of cases) wrong.push(...(await wrongDates(site, one)))
      expect(wrong).toEqual([])
    })

    it('make statutory tables that add up, for every unit and year', async () => {
      expect(await brokenTables(site, cases)).toEqual([])
    })

    it('forget who asked ten years after the end, and seal everybody else', () => {
      const erased = cases.filter(({ application }) => application.erasedOn !== undefined)
      expect(erased.filter(({ application }) => (application.endedOn ?? '') < '2015').length).toBeGreaterThan(4)
      expect(erased.filter(({ application }) => application.maskedName !== '' || application.isSealed)).toEqual([])
      expect(cases.filter(({ application }) => application.erasedOn === undefined && !application.isSealed)).toEqual([])
    })

    it('are the same on the same day', () => {
      const lines = cases.map(({ application: { number, wanted, maskedName, dueOn, leaf, endedOn } }) =>
        [number, wanted, maskedName, dueOn, leaf, endedOn].join(' '),
      )
      expect(lines.filter((text) => /[{}]/.test(text))).toEqual([])
      expect(fingerprint(lines), 'a change of the demo city changes this too').toBe(
        '9a361de5faa306a58ce6880d79eb2b01d5b854b3d998e902741daf961bf05faf',
      )
    })
  })
})

function fingerprint(lines: readonly string[]): string {
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}

async function played(database: Database): Promise<Site> {
  const config = readConfig({ TODAY: '2026-11-20', DATA_DIR: '/nonexistent' })
  // Before most of that day's acts: none of them may lie in the future.
  const site = { ...(await composeSite(config, database, () => undefined)), now: () => begun }
  await loadDemo(site, () => undefined)
  return site
}
