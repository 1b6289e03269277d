import { isDay } from '../../kernel/day.ts'
import { covers, reach } from '../../kernel/policy.ts'
import type { Answer, Ask, Route } from '../../platform/http/route.ts'
import { enqueue, listJobs } from '../../platform/jobs/index.ts'
import { href } from '../../ui/reader.ts'
import { exists, listUnits, type Unit } from '../organisations/index.ts'
import { isDetector } from './detectors/shortfall.ts'
import { findingSorts, findingStates } from './findings/finding.ts'
import { countByDetector, countFindings, listFindings, type FindingFilter } from './findings/queries.ts'
import { readListed } from './findings/read-listed.ts'
import { findingsTable } from './findings/findings-table.ts'
import { FindingsPage, type FindingsFilter } from './pages/findings-page.tsx'
import { findingRoutes } from './routes-finding.tsx'
import { publicRoutes } from './routes-public.tsx'
import { findLastRun } from './runs/queries.ts'

/** What the detectors found: the list with its download, one finding, and measuring at once. */
export const routes: readonly Route[] = [
  { method: 'GET', path: '/desk/findings', policy: 'findings.read', answer: showAll },
  { method: 'GET', path: '/desk/findings.csv', policy: 'findings.read', answer: download },
  { method: 'POST', path: '/desk/findings/measure', policy: 'findings.measure', answer: measure },
  ...findingRoutes,
  ...publicRoutes,
]

const listedStates = [...findingStates, 'waiting'] as const
const pageLength = 50
const mostDownloaded = 50_000

async function showAll(ask: Ask): Promise<Answer> {
  const { site, reader, query } = ask
  const { read } = site.database
  const filter = readFilter(query)
  const units = await unitsInReach(ask)
  const wanted = inQuery(ask, filter, units)
  const after = /^\d{1,15}$/.test(query['after'] ?? '') ? Number(query['after']) : undefined
  const found = await listFindings(read, { ...wanted, after, limit: pageLength + 1 })
  const shown = found.slice(0, pageLength)
  const address = (rest: Record<string, string>): string =>
    href(reader, `/desk/findings?${new URLSearchParams({ ...filter, ...rest }).toString()}`)
  return {
    page: (
      <FindingsPage
        {...{ reader, filter, units }}
        findings={await readListed(site, shown)}
        count={await countFindings(read, wanted)}
        kinds={await countByDetector(read, wanted)}
        lastRun={await findLastRun(read)}
        isRunning={await isMeasuring(ask)}
        download={href(reader, `/desk/findings.csv?${new URLSearchParams({ ...filter }).toString()}`)}
        newer={after === undefined ? undefined : address({})}
        older={found.length > pageLength ? address({ after: String(shown.at(-1)?.id) }) : undefined}
        done={query['done'] ?? ''}
      />
    ),
  }
}

async function download(ask: Ask): Promise<Answer> {
  const wanted = inQuery(ask, readFilter(ask.query), await unitsInReach(ask))
  const findings = await readListed(ask.site, await listFindings(ask.site.database.read, { ...wanted, limit: mostDownloaded }))
  const name = `${ask.reader.t('supervision.list.title')} ${ask.reader.today}.csv`
  return { file: Buffer.from(findingsTable(ask.reader, findings)), type: 'text/csv; charset=utf-8', name }
}

/** Queues a run; while one is open no second is made. */
async function measure(ask: Ask): Promise<Answer> {
  const askedBy = `person:${ask.visitor?.personId}`
  await ask.site.database.transaction((db) => enqueue(db, 'supervision.measure', { askedBy }, { key: 'all' }))
  return { redirect: href(ask.reader, '/desk/findings?done=measuring') }
}

async function isMeasuring({ site }: Ask): Promise<boolean> {
  const jobs = [
    ...(await listJobs(site.database.read, { state: 'running' })),
    ...(await listJobs(site.database.read, { state: 'waiting' })),
  ]
  return jobs.some((job) => job.name === 'supervision.measure')
}

async function unitsInReach(ask: Ask): Promise<Unit[]> {
  const paths = reach('findings.read', ask.visitor?.posts ?? [])
  const units = await listUnits(ask.site.database.read)
  return units.filter((unit) => exists(unit, ask.reader.today) && paths.some((path) => covers(path, unit.path)))
}

function readFilter(query: Record<string, string>): FindingsFilter {
  const known = (list: readonly string[], name: string, otherwise: string): string =>
    list.includes(query[name] ?? '') ? (query[name] ?? '') : otherwise
  return {
    unit: (query['unit'] ?? '').slice(0, 60),
    detector: isDetector(query['detector'] ?? '') ? (query['detector'] ?? '') : '',
    state: known([...listedStates, 'all'], 'state', 'open'),
    since: isDay(query['since'] ?? '') ? (query['since'] ?? '') : '',
    sort: known(findingSorts, 'sort', 'since'),
  }
}

function inQuery(ask: Ask, filter: FindingsFilter, units: readonly Unit[]): Omit<FindingFilter, 'limit'> {
  const chosen = filter.unit === '' ? units : units.filter((unit) => unit.code === filter.unit)
  return {
    today: ask.reader.today,
    unitIds: chosen.map((unit) => unit.id),
    detector: isDetector(filter.detector) ? filter.detector : undefined,
    state: listedStates.find((state) => state === filter.state),
    sinceFrom: isDay(filter.since) ? filter.since : undefined,
    sort: findingSorts.find((sort) => sort === filter.sort),
  }
}
