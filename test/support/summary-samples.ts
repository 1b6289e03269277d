import { findDocument } from '../../src/features/publishing/index.ts'
import { beginSummary, fileSummary, writeSummary } from '../../src/features/reports/index.ts'
import { listSummaries } from '../../src/features/reports/summaries/queries.ts'
import type { Unit } from '../../src/features/organisations/index.ts'
import type { Site } from '../../src/platform/site.ts'
import { must, release, type Cast } from './given.ts'
import { openPages, type Sample } from './sample.ts'

/** The year that samples sum up: a whole one that no unit of the demo city has summed up. */
const yearOfSamples = (site: Site): string => String(Number(site.today().slice(0, 4)) - 2)

/** A work summary of a unit, written, filed and public; and that of the running year, begun. Answers the id of each. */
export async function givenSummaries(site: Site, cast: Cast, unit: Unit): Promise<{ filed: number; begun: number }> {
  const year = yearOfSamples(site)
  const { id, version } = must(await beginSummary(site, cast.writer, { unitId: unit.id, period: year }))
  const texts = {
    problems: '个别栏目更新不够及时。',
    'problems/en': 'Some columns are renewed too late.',
    'next-year': '逐栏目明确责任人。',
  }
  const written = must(await writeSummary(site, cast.writer, id, { version, texts, taken: [] }))
  const { documentId } = must(await fileSummary(site, cast.writer, id, written.version))
  const document = await findDocument(site.database.read, documentId)
  if (document !== undefined) await release(site, cast, document)
  const begun = must(await beginSummary(site, cast.writer, { unitId: unit.id, period: site.today().slice(0, 4) }))
  return { filed: id, begun: begun.id }
}

/** Work summaries, rankings and documents by line, each in every state that looks different. */
export async function summarySamples(site: Site, cast: Cast & { unit: Unit }): Promise<Record<string, Sample[]>> {
  const { unit } = cast
  const { filed, begun } = await givenSummaries(site, cast, unit)
  const year = yearOfSamples(site)
  const by = (as: string, ...paths: string[]): Sample[] => paths.map((path) => ({ path, as }))
  return {
    '/desk/summaries': by('linxiao', '/desk/summaries', `/desk/summaries?year=${year}`),
    '/desk/summaries/:id': [
      ...by('linxiao', `/desk/summaries/${begun}`, `/desk/summaries/${filed}`),
      ...by('suwen', `/desk/summaries/${filed}`),
    ],
    '/reports/summaries': openPages('/reports/summaries'),
    '/reports/summaries/:year': openPages(`/reports/summaries/${year}?unit=${unit.code}`),
    '/reports/summaries/:year/figure': openPages(`/reports/summaries/${year}/figure?unit=${unit.code}&figure=documents-released`),
    '/desk/summaries/:id/drift': by('linxiao', `/desk/summaries/${filed}/drift?cell=documents-released`),
    '/reports/summaries/:year/drift': openPages(`/reports/summaries/${year}/drift?unit=${unit.code}&cell=documents-released`),
    '/account/ranking': openPages(`/account/ranking?unit=${unit.code}&period=${year}`),
    '/account/by-line': openPages('/account/by-line', `/account/by-line?unit=${unit.code}&period=${year}`),
    '/desk/figures/ranking': by('suwen', `/desk/figures/ranking?unit=${unit.code}&period=${year}`),
    '/desk/figures/by-line': by('suwen', '/desk/figures/by-line'),
  }
}

/** The same on paper. */
export async function summaryPlain(site: Site, { unit }: { unit: Unit }): Promise<Record<string, Sample>> {
  const year = yearOfSamples(site)
  const [summary] = await listSummaries(site.database.read, { unitIds: [unit.id], period: year })
  return Object.fromEntries(
    ['docx', 'pdf'].flatMap((kind): [string, Sample][] => [
      [`/reports/summaries/:year/summary.${kind}`, { path: `/reports/summaries/${year}/summary.${kind}?unit=${unit.code}` }],
      [`/desk/summaries/:id/summary.${kind}`, { path: `/desk/summaries/${summary?.id}/summary.${kind}`, as: 'linxiao' }],
    ]),
  )
}
