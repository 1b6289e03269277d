import { randomUUID } from 'node:crypto'
import { addDays, asDay, daysBetween, yearOf, type Day } from '../../kernel/day.ts'
import { saveCity } from '../../platform/city/queries.ts'
import type { Site } from '../../platform/site.ts'
import { submitApplication } from '../../features/applications/index.ts'
import { momentOn, mustSucceed, stageFor, type Stage } from '../stage.ts'
import { foundProof, renewProfiles, type Founded } from './found-proof.ts'
import { layCopies, type Repeat } from './lay-copies.ts'
import { beginFirst, publishFirst } from './publish-first.ts'
import { readProof, type ProofPack } from './read-proof.ts'

/** A document to be published once by hand, and how often it is repeated. */
interface Series {
  id: number
  count: number
}

/**
 * Lays the proof into an empty database: a year of a city that we wrote from the facts of five reports, so that their figures come out of
 * it. People found it and publish the first of each kind; the thousands that follow are repeats. Answers the year: the last whole one.
 */
export async function layProof(site: Site): Promise<number> {
  const pack = readProof()
  const year = yearOf(site.today()) - 1
  const stage = stageFor(site)
  stage.moveTo(momentOn(asDay(`${year}-01-04`), openingMinutes))
  const founded = await foundProof(stage, pack, asDay(`${year}-01-01`))
  await renewProfiles(stage, pack, founded.units)
  await receive(stage, pack)
  const series = await publishFirsts(stage, pack, founded)
  await layCopies(stage.site, spread(series, asDay(`${year}-01-06`), asDay(`${year}-11-28`)))
  await site.database.transaction((db) => saveCity(db, pack.city))
  return year
}

const openingMinutes = 9 * 60

/** The requests for information of the year. */
async function receive({ site }: Stage, { applications }: ProofPack): Promise<void> {
  for (const { unit, wanted } of applications)
    mustSucceed(
      await submitApplication(site, {
        ...{ unit, formKey: randomUUID(), files: [], language: 'zh', isMailed: false },
        wish: { kind: 'information', wanted, documentHint: '', reason: '', form: 'electronic', way: 'email', items: [] },
        applicant: {
          ...{ kind: 'person', name: '王小明', identityKind: 'passport', identityNumber: 'E12345678', phone: '0999-5556001' },
          ...{ email: 'asker@example.org', address: '', contactName: '', agentName: '', agentIdentityNumber: '' },
        },
      }),
      wanted,
    )
}

/** Publishes the first document of every line and unit, and begins the first of those that wait. */
async function publishFirsts(stage: Stage, pack: ProofPack, { hands, units, lines }: Founded): Promise<Series[]> {
  const { site } = stage
  const idOf = (code: string): number => units.get(code)?.id ?? 0
  const series: Series[] = []
  const publish = async (told: { unitId: number; dutyId?: number; title: string }, count: number) =>
    void series.push({ id: (await publishFirst(site, hands, told)).id, count: count - 1 })
  for (const { unit, dutyId, nameZh, documents } of lines)
    await publish({ unitId: unit.id, dutyId, title: `${unit.shortZh}${nameZh}` }, documents)
  for (const { code, shortZh } of pack.departments)
    if (code !== pack.column.unit) await publish({ unitId: idOf(code), title: `${shortZh}工作动态` }, 1)
  const inTown = pack.town.categories.flatMap(({ lines: some }) => some).reduce((sum, { documents }) => sum + documents, 0)
  for (const { code, shortZh, entries, waiting } of pack.counties) {
    // What its town enters is the county's too.
    const own = entries - waiting - (code === pack.town.parent ? inTown : 0)
    await publish({ unitId: idOf(code), title: `${shortZh}政务信息` }, own)
    if (waiting === 0) continue
    const { id } = await beginFirst(site, hands, { unitId: idOf(code), title: `${shortZh}待审核信息` })
    series.push({ id, count: waiting - 1 })
  }
  return series
}

/** The repeats of every series, evenly over the days of a year's work. */
function spread(series: readonly Series[], from: Day, until: Day): Repeat[] {
  const days = daysBetween(from, until)
  return series.flatMap(({ id, count }, order) =>
    Array.from({ length: count }, (_, at) => ({
      ...{ of: id, nth: at + 2 },
      at: momentOn(addDays(from, Math.floor((at * days) / count)), openingMinutes + ((at + order) % (8 * 60))),
    })),
  )
}
