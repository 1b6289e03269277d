import { addWorkingDays } from '../../kernel/calendar.ts'
import { NotFound } from '../../kernel/faults.ts'
import { covers, reach } from '../../kernel/policy.ts'
import type { Db } from '../../platform/database/index.ts'
import type { Answer, Ask, Route, Visitor } from '../../platform/http/route.ts'
import { listJobs, retryJob, type JobState } from '../../platform/jobs/index.ts'
import { listNewest } from '../../platform/journal/index.ts'
import { listMails } from '../../platform/mail/index.ts'
import { href, nameIn } from '../../ui/reader.ts'
import { findPeople, listSystemNames } from '../accounts/index.ts'
import { countOverdue } from '../applications/index.ts'
import { listTasks } from '../catalogue/index.ts'
import { listUnitIdsUnder, listUnits } from '../organisations/index.ts'
import { listForDesk, runningStages } from '../publishing/index.ts'
import { countOpenByUnit } from '../supervision/index.ts'
import { gatherWork, nextDay } from './gather-work.ts'
import { HomePage, type HomeProps } from './pages/home-page.tsx'
import { RecordPage } from './pages/record-page.tsx'
import { WorkPage } from './pages/work-page.tsx'
import { splitByUrgency } from './work.ts'

/** The first page of the desk, the record, and the work that runs in the background. */
export const routes: readonly Route[] = [
  { method: 'GET', path: '/desk', policy: 'desk.read', answer: home },
  { method: 'GET', path: '/desk/record', policy: 'record.read', answer: recordPage },
  { method: 'GET', path: '/desk/work', policy: 'work.read', answer: workPage },
  { method: 'POST', path: '/desk/work/jobs/:id/retry', policy: 'work.retry', answer: retry },
]

async function home({ site, reader, visitor, query }: Ask): Promise<Answer> {
  if (visitor === undefined) throw new NotFound('nobody is signed in')
  const things = await gatherWork(site, visitor, reader)
  const horizon = addWorkingDays(site.calendar, site.today(), site.houseRules.dueSoonWorkingDays).on
  const { now, later } = splitByUrgency(things, horizon)
  const unitNames = new Map(
    (await listUnits(site.database.read)).map((unit) => [unit.id, nameIn(reader, { nameZh: unit.shortZh, nameEn: unit.shortEn })]),
  )
  return {
    page: (
      <HomePage
        reader={reader}
        now={now}
        later={later}
        isAll={query['all'] === '1'}
        unitNames={unitNames}
        calendar={site.calendar}
        nextDay={now.length === 0 ? await nextDay(site, visitor) : undefined}
        figures={await watchedFigures({ site, reader }, visitor)}
      />
    ),
  }
}

const mostCounted = 5000

/** What those who watch see first: overdue tasks and applications, texts on their way, and failed work, each opening its list. */
async function watchedFigures({ site, reader }: Pick<Ask, 'site' | 'reader'>, visitor: Visitor): Promise<HomeProps['figures']> {
  const figures: HomeProps['figures'] = []
  const t = reader.t
  if (reader.may('record.read')) {
    const within = (action: 'tasks.read' | 'documents.read') => listUnitIdsUnder(site.database.read, reach(action, visitor.posts))
    const open = await listTasks(site.database.read, {
      unitIds: await within('tasks.read'),
      isOpen: true,
      opensUntil: site.today(),
      limit: mostCounted,
    })
    const overdue = open.filter((task) => task.dueOn < site.today()).length
    const running = await listForDesk(site.database.read, {
      unitIds: await within('documents.read'),
      stages: runningStages,
      limit: mostCounted,
    })
    figures.push({ label: t('desk.figure.overdue'), value: overdue, href: href(reader, '/desk/tasks?view=overdue') })
    figures.push({ label: t('desk.figure.open'), value: open.length - overdue, href: href(reader, '/desk/tasks?view=in-time') })
    figures.push({ label: t('desk.figure.running'), value: running.length, href: href(reader, '/desk/documents?state=running') })
    const late = await countOverdue(site, { personId: visitor.personId, posts: visitor.posts })
    figures.push({ label: t('desk.figure.applications', { n: late }), value: late, href: href(reader, '/desk/applications?view=overdue') })
  }
  if (reader.may('findings.read')) {
    const unitIds = new Set(await listUnitIdsUnder(site.database.read, reach('findings.read', visitor.posts)))
    const open = (await countOpenByUnit(site.database.read, site.today())).filter((one) => unitIds.has(one.unitId))
    const value = open.reduce((sum, one) => sum + one.count, 0)
    figures.push({ label: t('desk.figure.findings', { n: value }), value, href: href(reader, '/desk/findings') })
  }
  if (reader.may('work.read')) {
    const failed = await listJobs(site.database.read, { state: 'failed' })
    figures.push({ label: t('desk.figure.failed'), value: failed.length, href: href(reader, '/desk/work') })
  }
  return figures
}

const pageLength = 50

async function recordPage({ site, reader, query, visitor }: Ask): Promise<Answer> {
  const before = /^\d{1,15}$/.test(query['before'] ?? '') ? Number(query['before']) : undefined
  const seen = await entriesInReach(site.database.read, reach('record.read', visitor?.posts ?? []))
  const lines = await listNewest(site.database.read, { ...seen, before, limit: pageLength + 1 })
  const shown = lines.slice(0, pageLength)
  const ids = shown.flatMap((line) => (line.actor.startsWith('person:') ? [Number(line.actor.slice('person:'.length))] : []))
  const people = await findPeople(site.database.read, ids)
  const names = new Map([...people].map(([id, person]) => [`person:${id}`, nameIn(reader, person)]))
  names.set('system', reader.t('desk.record.system'))
  for (const [actor, name] of await listSystemNames(site.database.read)) names.set(actor, name)
  return {
    page: <RecordPage reader={reader} lines={shown} names={names} older={lines.length > pageLength ? shown.at(-1)?.seq : undefined} />,
  }
}

/** Entries without a unit, such as those of the accounts, are for whoever watches over the whole city. */
async function entriesInReach(db: Db, paths: readonly string[]): Promise<{ unitIds: number[]; withUnitless: boolean }> {
  const units = await listUnits(db)
  const isInReach = (unit: { path: string }) => paths.some((path) => covers(path, unit.path))
  const root = units.find((unit) => unit.parentId === undefined)
  return { unitIds: units.filter(isInReach).map((unit) => unit.id), withUnitless: root !== undefined && isInReach(root) }
}

async function workPage({ site, reader }: Ask): Promise<Answer> {
  const states = ['failed', 'running', 'waiting', 'done'] as const satisfies JobState[]
  const [failed, running, waiting, done] = await Promise.all(states.map((state) => listJobs(site.database.read, { state })))
  const jobs = { failed: failed ?? [], running: running ?? [], waiting: waiting ?? [], done: done ?? [] }
  return { page: <WorkPage reader={reader} jobs={jobs} mails={await listMails(site.database.read)} database={site.database.describe} /> }
}

async function retry({ site, reader, params }: Ask): Promise<Answer> {
  const id = params['id'] ?? ''
  if (!/^\d{1,15}$/.test(id)) throw new NotFound('no such job')
  await site.database.transaction((db) => retryJob(db, Number(id)))
  return { redirect: href(reader, '/desk/work') }
}
