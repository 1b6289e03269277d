import { beginStatement, openRound, writeStatement } from '../../src/features/reports/index.ts'
import { listFilings, listReports } from '../../src/features/reports/making/queries.ts'
import { listFiledCells } from '../../src/features/reports/making/queries-cells.ts'
import { asDay } from '../../src/kernel/day.ts'
import type { Site } from '../../src/platform/site.ts'
import type { Unit } from '../../src/features/organisations/index.ts'
import { must, type Cast } from './given.ts'
import type { Sample } from './sample.ts'

/** Rounds of reports and what is filed in them: one of a quarter and one of a half-year, both of a unit of the demo city. */
export async function roundSamples(site: Site, cast: Cast & { unit: Unit }): Promise<Record<string, Sample[]>> {
  const { unit } = cast
  const year = Number(site.today().slice(0, 4)) - 1 // the demo city has rounds of this year
  const open = async (kind: 'quarter' | 'half-year', period: string, dueOn: string) => {
    const asked = { kind, period, dueOn: asDay(dueOn), words: '请按时报备' }
    const round = must(await openRound(site, cast.office.personId, { ...asked, unitId: unit.id, unitIds: [unit.id] }))
    const { id, version } = must(await beginStatement(site, cast.writer.personId, { roundId: round.id, unitId: unit.id }))
    const written = must(await writeStatement(site, cast.writer.personId, id, { version, words: '已核对', explanation: '' }))
    return { round: `/desk/reports/rounds/${round.id}`, statement: `/desk/reports/statements/${id}`, written }
  }
  const quarter = await open('quarter', `${year}-Q1`, `${year}-04-15`)
  const half = await open('half-year', `${year}-H1`, `${year}-07-31`)
  // What the unit filed for the last quarter.
  const reports = await listReports(site.database.read, { unitIds: [unit.id], kind: 'quarter' })
  const [filed] = await listFilings(
    site.database.read,
    reports.map(({ id }) => id),
  )
  const [frozen] = filed === undefined ? [] : await listFiledCells(site.database.read, filed.id)
  const by = (as: string, ...paths: string[]): Sample[] => paths.map((path) => ({ path, as }))
  return {
    '/desk/reports/rounds': by('suwen', '/desk/reports/rounds'),
    '/desk/reports/rounds/new': by('suwen', '/desk/reports/rounds/new', '/desk/reports/rounds/new?kind=half-year&kinds=town'),
    '/desk/reports/rounds/:id': by('suwen', quarter.round, `${quarter.round}?figure=documents-released`, half.round),
    '/desk/reports/statements/:id': [
      ...by('linxiao', quarter.statement, half.statement, `${quarter.statement}?cell=documents-released/year`),
      ...by('suwen', quarter.statement),
    ],
    '/desk/reports/statements/:id/drift': by(
      'linxiao',
      `/desk/reports/statements/${filed?.reportId}/drift?cell=${encodeURIComponent(frozen?.cell ?? '')}`,
    ),
    '/desk/overview': by('suwen', '/desk/overview', '/desk/overview?unit=emergency'),
    '/desk/overview/records': by('suwen', '/desk/overview/records?cell=t2/1/total', '/desk/overview/records?cell=t1/rules/issued'),
  }
}
