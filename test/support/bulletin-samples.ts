import { findUnitByCode, type Unit } from '../../src/features/organisations/index.ts'
import { findDocument } from '../../src/features/publishing/index.ts'
import { beginBulletin, beginCircular, handBulletin, handCircular, writeBulletin, writeCircular } from '../../src/features/reports/index.ts'
import { insertBulletin, listBulletins } from '../../src/features/reports/bulletins/queries-bulletins.ts'
import { listCirculars } from '../../src/features/reports/circulars/queries-circulars.ts'
import type { Site } from '../../src/platform/site.ts'
import { must, release, type Cast } from './given.ts'
import { openPages, type Sample } from './sample.ts'

/** Bulletins and circulars: the published ones of the demo city, one of each in the making, and what is not there. */
export async function bulletinSamples(site: Site, cast: Cast): Promise<Record<string, Sample[]>> {
  const db = site.database.read
  const [town, office] = [await findUnitByCode(db, 'guxian'), await findUnitByCode(db, 'office')]
  if (town === undefined || office === undefined) throw new Error('the demo city has no town or no office')
  const [told, circular] = [(await listBulletins(db))[0], (await listCirculars(db))[0]]
  const making = must(await beginBulletin(site, cast.writer.personId, town, `${site.today().slice(0, 4)}-Q4`))
  const open = must(await beginCircular(site, cast.office.personId, office, { period: '2026-10', peers: 'town', method: 'released' }))
  const desk = (as: string, ...paths: string[]): Sample[] => paths.map((path) => ({ path: `/desk/reports${path}`, as }))
  const cell = (figure: string): string => `/reports/circulars/${circular?.id}/cell?unit=finance&figure=${figure}`
  const drift = (figure: string): string => cell(figure).replace('/cell?', '/drift?')
  return {
    '/desk/reports/bulletins': [...desk('taochun', '/bulletins'), ...desk('suwen', '/bulletins')],
    '/desk/reports/bulletins/sections': desk('suwen', '/bulletins/sections'),
    '/desk/reports/bulletins/:id': [
      ...desk('taochun', `/bulletins/${making.id}`, `/bulletins/${told?.id}`),
      ...desk('suwen', `/bulletins/${told?.id}`),
    ],
    '/desk/reports/circulars': [...desk('suwen', '/circulars'), ...desk('xujing', '/circulars')],
    '/desk/reports/circulars/:id': [
      ...desk('suwen', `/circulars/${open.id}`, `/circulars/${open.id}?with=proposals`, `/circulars/${circular?.id}`),
      ...desk('xujing', `/circulars/${circular?.id}`),
    ],
    '/desk/reports/circulars/:id/cell': [
      { path: `/desk${cell('documents-entered')}`, as: 'suwen' },
      { path: `/desk${cell('tasks-overdue')}`, as: 'suwen' },
    ],
    '/desk/reports/circulars/:id/drift': [
      { path: `/desk${drift('documents-entered')}`, as: 'suwen' },
      { path: `/desk${drift('tasks-overdue')}`, as: 'suwen' },
    ],
    '/reports/bulletins': openPages('/reports/bulletins'),
    '/reports/bulletins/:unit': [...openPages('/reports/bulletins/guxian'), ...openPages('/reports/bulletins/emergency')],
    '/reports/bulletins/:unit/:quarter': [
      ...openPages(`/reports/bulletins/guxian/${told?.quarter}`),
      { path: '/reports/bulletins/guxian/2001-Q1', status: 404 },
    ],
    '/reports/circulars': openPages('/reports/circulars'),
    '/reports/circulars/:id': openPages(`/reports/circulars/${circular?.id}`),
    '/reports/circulars/:id/drift': openPages(drift('documents-entered'), drift('tasks-overdue')),
    '/reports/circulars/:id/cell': openPages(cell('documents-entered'), cell('tasks-in-time'), cell('tasks-overdue')),
  }
}

/** A bulletin and a circular of the unit, both published, so that everything that an address can name is there. */
export async function givenBulletins(site: Site, cast: Cast, unit: Unit): Promise<Record<string, string>> {
  const db = site.database.read
  const begunBy = { begunBy: cast.writer.personId, begunAt: site.now() }
  // Only towns begin one through the act; the town of this walk has none.
  const bulletin = await site.database.transaction((write) => insertBulletin(write, { unitId: unit.id, quarter: '2026-Q1', ...begunBy }))
  const texts = { dynamics: '本季度完成防汛演练。' }
  const written = must(await writeBulletin(site, cast.writer.personId, bulletin?.id ?? 0, { version: 1, texts }))
  const handed = must(await handBulletin(site, cast.writer, written.id, written.version))
  const circular = must(
    await beginCircular(site, cast.office.personId, unit, { period: '2026-Q1', peers: 'department', method: 'entered' }),
  )
  const words = { version: 1, method: 'entered', texts: { praise: '无。', problems: '无。' } }
  const { version } = must(await writeCircular(site, cast.office.personId, circular.id, words))
  const told = must(await handCircular(site, cast.writer, circular.id, version))
  for (const id of [handed.documentId, told.documentId]) {
    const document = await findDocument(db, id)
    if (document !== undefined) await release(site, cast, document)
  }
  return {
    '/desk/reports/bulletins/:id': String(written.id),
    '/desk/reports/circulars/:id': String(circular.id),
    '/reports/bulletins/:unit': unit.code,
    '/reports/bulletins/:unit/:quarter': '2026-Q1',
    '/reports/circulars/:id': String(circular.id),
  }
}
