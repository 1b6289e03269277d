import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Config } from './config.ts'
import * as accounts from './features/accounts/index.ts'
import * as applications from './features/applications/index.ts'
import * as board from './features/board/index.ts'
import * as api from './features/api/index.ts'
import * as calendars from './features/calendars/index.ts'
import * as catalogue from './features/catalogue/index.ts'
import * as channels from './features/channels/index.ts'
import * as clarifications from './features/clarifications/index.ts'
import * as desk from './features/desk/index.ts'
import * as organisations from './features/organisations/index.ts'
import * as portal from './features/portal/index.ts'
import * as publishing from './features/publishing/index.ts'
import * as reports from './features/reports/index.ts'
import * as searches from './features/searches/index.ts'
import * as supervision from './features/supervision/index.ts'
import * as subscriptions from './features/subscriptions/index.ts'
import { NotFound } from './kernel/faults.ts'
import { listMoved } from './list-moved.ts'
import type { Database } from './platform/database/index.ts'
import { assetRoutes } from './platform/http/assets.ts'
import type { Edge } from './platform/http/guard.ts'
import { healthRoutes } from './platform/http/health.ts'
import type { Route } from './platform/http/route.ts'
import { buildServer } from './platform/http/server.ts'
import { watchRecord } from './platform/http/watch-record.ts'
import { enqueue, startJobs, type JobHandler } from './platform/jobs/index.ts'
import type { Loaders } from './platform/journal/index.ts'
import { mailHandlers, type MailOptions } from './platform/mail/index.ts'
import type { SealHolder } from './platform/seal/index.ts'
import type { Site } from './platform/site.ts'
import { faultPage } from './ui/fault-page.tsx'

/** Every address of the site. */
export const routes: readonly Route[] = [
  ...healthRoutes,
  ...assetRoutes,
  ...accounts.routes,
  ...organisations.routes,
  ...calendars.routes(listMoved),
  ...catalogue.routes,
  ...publishing.routes,
  ...board.routes,
  ...channels.routes,
  ...searches.routes,
  ...supervision.routes,
  ...clarifications.routes,
  ...subscriptions.routes,
  ...applications.routes,
  ...reports.routes,
  ...desk.routes,
  ...portal.routes,
  ...api.routes,
]

/** What the edge needs to know of people. */
export const edge: Edge = {
  identify: accounts.identify,
  confirmPassword: accounts.confirmPassword,
  confirmPage: accounts.confirmPage,
  faultPage,
  findMoved: publishing.findMoved,
  nothingHere: () => new NotFound('no such address'),
}

/** Who handles which job. */
export function jobHandlers(site: Site): Record<string, JobHandler> {
  const mail: MailOptions = { smtpUrl: site.config.smtpUrl, from: site.config.mailFrom, now: () => new Date() }
  return {
    'catalogue.plan-tasks': async () => void (await catalogue.planTasks(site)),
    'calendars.changed': async () => {
      await calendars.refreshCalendar(site)
      await catalogue.moveDueDays(site, await calendars.listEarlierCalendars(site))
      await applications.recountCases(site)
    },
    'catalogue.take-effect': async () => void (await catalogue.takeEffect(site)),
    ...supervision.jobHandlers(site),
    'publishing.read-file': async ({ fileId }: { fileId: number }) => publishing.readFile(site, fileId),
    'publishing.index-again': async () => publishing.indexAgain(site),
    'searches.tidy': async () => searches.tidySearches(site),
    'publishing.enter-batch': ({ batchId }: { batchId: number }) => publishing.enterBatch(site, batchId),
    'publishing.release-due': () => publishing.releaseDue(site),
    'applications.collect-mail': () => applications.collectMailboxes(site),
    'applications.warn': async () => void (await applications.warnPeople(site)),
    'applications.look': ({ id }: { id: number }) => applications.lookIntoHanded(site, id),
    'applications.tell': ({ id }: { id: number }) => applications.tellApplicant(site, mail, id),
    'applications.erase': async () => void (await applications.erasePersons(site)),
    'accounts.tidy': async () => void (await accounts.tidySessions(site)),
    'api.tidy': () => api.tidyAnswers(site),
    'subscriptions.tell': () => subscriptions.tellFollowers(site),
    'subscriptions.send': () => subscriptions.sendNotices(site),
    'subscriptions.tidy': () => subscriptions.tidyFollowers(site),
    ...mailHandlers(site.database, mail),
  }
}

/** Every living row that the record vouches for, by kind of subject. */
export const loaders: Loaders = {
  'organisations.unit': organisations.recordedUnits,
  ...catalogue.recorded,
  'publishing.document': publishing.recordedDocuments,
  'calendars.notice': calendars.recordedNotices,
  'board.reminder': board.recordedReminders,
  'channels.carrier': channels.recordedCarriers,
  'channels.posting': channels.recordedPostings,
  'channels.issue': channels.recordedIssues,
  'searches.missed': searches.recordedMissed,
  'searches.synonym-group': searches.recordedGroups,
  'searches.saved': searches.recordedSearches,
  'clarifications.rumour': clarifications.recordedRumours,
  'publishing.import': publishing.recordedImports,
  ...accounts.loaders,
  ...supervision.loaders,
  ...{ ...applications.loaders, ...reports.loaders },
}

/** Every column that holds sealed values: `gongkai keys` counts them and puts them under a new key. */
export const sealHolders = (database: Database, config: Config): SealHolder[] => applications.sealHolders(database, config)

export interface App {
  server: FastifyInstance
  /** Stops taking requests and jobs, and waits for those under way. The database is its owner's to close. */
  stop(): Promise<void>
}

const hourMs = 3_600_000
/** Work that is right to do often and cheap to do in vain: what is laid out or tidy already stays as it is. */
const hourlyJobs = [
  'catalogue.take-effect',
  'catalogue.plan-tasks',
  'publishing.release-due',
  'publishing.index-again',
  'searches.tidy',
  'accounts.tidy',
  'applications.erase',
  'applications.warn',
  'api.tidy',
  'subscriptions.send',
  'subscriptions.tidy',
  'supervision.measure-nightly',
] as const

const frequentMs = 5 * 60_000
/** The same, for what people wait for. */
const frequentJobs = ['applications.collect-mail'] as const

/** Work that may take minutes; mails and releases that are due do not wait for it. */
const slowJobs = [
  'calendars.changed',
  'applications.collect-mail',
  'applications.look',
  'publishing.read-file',
  'publishing.enter-batch',
  'publishing.index-again',
  'supervision.measure',
  'supervision.measure-nightly',
] as const

/** The whole application over a site: server, jobs, and the nightly work. Nothing listens yet. */
export async function startApp(site: Site): Promise<App> {
  const inbox = await applications.openInbox(site)
  const queue = (names: readonly string[]): Promise<void> =>
    site.database.transaction(async (db) => {
      for (const name of names) await enqueue(db, name, {}, { key: 'all' })
    })
  await queue([...hourlyJobs, ...frequentJobs])
  const { server, kept } = await buildServer(site, routes, edge, api.apiEdge)
  const jobs = startJobs(site.database, jobHandlers(site), { now: () => new Date(), log: (line) => site.log(line), slow: slowJobs })
  const watch = watchRecord(site, kept)
  const calendar = calendars.followCalendar(site, () => kept.changed())
  const tell = (fault: unknown): void => site.log({ level: 'error', number: randomUUID().slice(0, 8), fault: String(fault) })
  const hourly = setInterval(() => void queue(hourlyJobs).catch(tell), hourMs)
  const frequent = setInterval(() => void queue(frequentJobs).catch(tell), frequentMs)
  return {
    server,
    async stop() {
      clearInterval(hourly)
      clearInterval(frequent)
      await inbox?.stop()
      watch.stop()
      calendar.stop()
      await server.close()
      await jobs.stop()
    },
  }
}
