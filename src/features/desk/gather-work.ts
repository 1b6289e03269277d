import { addWorkingDays } from '../../kernel/calendar.ts'
import { addDays, type Day } from '../../kernel/day.ts'
import { reach } from '../../kernel/policy.ts'
import type { Visitor } from '../../platform/http/route.ts'
import type { Site } from '../../platform/site.ts'
import type { Reader } from '../../ui/reader.ts'
import { readApplicationTodos } from '../applications/index.ts'
import { isHandedIn, listDuties, listTasks, type StoredDuty, periodInWords, type StoredTask } from '../catalogue/index.ts'
import { listUnitIdsUnder } from '../organisations/index.ts'
import { listForDesk, listRunningByTasks, readOwed, readQueue, type DeskLine } from '../publishing/index.ts'
import { readOwedRounds, reportPath, roundInWords } from '../reports/index.ts'
import type { WaitingThing } from './work.ts'

// More than this nobody works off in one sitting; the lists behind the page hold the rest.
const most = 300

/** Everything that waits for this person: tasks to write for, texts sent back or begun, and texts that wait for their hand. */
export async function gatherWork(site: Site, visitor: Visitor, reader: Pick<Reader, 'lang' | 't'>): Promise<WaitingThing[]> {
  const db = site.database.read
  const written = await listUnitIdsUnder(db, reach('documents.write', visitor.posts))
  const tasks = await listTasks(db, { unitIds: written, isOpen: true, opensUntil: site.today(), limit: most })
  const running = await listRunningByTasks(
    db,
    tasks.map((task) => task.id),
  )
  const drafts = await listForDesk(db, { unitIds: written, stages: ['draft'], limit: most })
  const due = await dueDays(site, drafts)
  const duties = new Map((await listDuties(db)).map((duty) => [duty.id, duty]))
  const nameOf = (task: StoredTask): string =>
    (reader.lang === 'zh' ? duties.get(task.dutyId)?.titleZh : duties.get(task.dutyId)?.titleEn) ?? ''
  return [
    ...tasks
      .filter((task) => !running.has(task.id))
      .map((task) => ({
        kind: 'task' as const,
        title: task.matter || nameOf(task),
        unitId: task.unitId,
        dueOn: task.dueOn,
        isProvisional: task.isProvisional,
        taskId: task.id,
        isMaterial: isMaterial(duties.get(task.dutyId)),
        period: task.period.startsWith('event') ? undefined : periodInWords(reader, task),
      })),
    ...drafts.map((line) => fromLine(line, line.isSentBack ? 'sent-back' : 'draft', due)),
    ...(await textsForHand(site, visitor)),
    ...(await readApplicationTodos(site, { personId: visitor.personId, posts: visitor.posts })).map(({ count, ...todo }) =>
      count === undefined ? todo : { ...todo, title: reader.t('desk.mails-waiting', { n: count }) },
    ),
    ...(await askedReports(site, visitor, reader)),
    ...(await readOwed(site, { personId: visitor.personId, posts: visitor.posts }, soon(site))),
  ]
}

/** Reports that the office asks this person's units for. */
async function askedReports(site: Site, visitor: Visitor, reader: Pick<Reader, 'lang' | 't'>): Promise<WaitingThing[]> {
  const unitIds = await listUnitIdsUnder(site.database.read, reach('reports.write', visitor.posts))
  return (await readOwedRounds(site.database.read, unitIds)).map(({ round, line }) => ({
    ...{ kind: 'round' as const, title: roundInWords(reader, round), unitId: line.unit.id, dueOn: round.dueOn },
    path: reportPath(line.report) ?? '/desk/reports',
  }))
}

function isMaterial(duty: StoredDuty | undefined): boolean {
  return duty !== undefined && isHandedIn(duty.rule)
}

/** The first day on which something else opens or falls due for this person, for a page that has nothing to show. */
export async function nextDay(site: Site, visitor: Visitor): Promise<Day | undefined> {
  const unitIds = await listUnitIdsUnder(site.database.read, reach('documents.write', visitor.posts))
  const next = await listTasks(site.database.read, { unitIds, isOpen: true, dueFrom: addDays(site.today(), 1), limit: 1 })
  return next[0]?.dueOn
}

/** What waits for this person's own hand; texts that somebody else must decide are not offered. */
async function textsForHand(site: Site, visitor: Visitor): Promise<WaitingThing[]> {
  const { waiting } = await readQueue(site, { personId: visitor.personId, posts: visitor.posts })
  return waiting.map((one) => ({
    kind: one.move as 'approve' | 'clear' | 'sign',
    title: one.title,
    unitId: one.unit.id,
    dueOn: one.task?.dueOn,
    isProvisional: one.task?.isProvisional,
    innerOn: one.innerDueOn,
    documentId: one.id,
  }))
}

function soon(site: Site): Day {
  return addWorkingDays(site.calendar, site.today(), site.houseRules.dueSoonWorkingDays).on
}

async function dueDays(site: Site, lines: readonly DeskLine[]): Promise<Map<number, Day>> {
  const ids = lines.flatMap((line) => (line.taskId === undefined ? [] : [line.taskId]))
  const tasks = await listTasks(site.database.read, { ids, limit: ids.length + 1 })
  return new Map(tasks.map((task) => [task.id, task.dueOn]))
}

function fromLine(line: DeskLine, kind: WaitingThing['kind'], due: Map<number, Day>): WaitingThing {
  return { kind, title: line.title, unitId: line.unitId, dueOn: due.get(line.taskId ?? 0), documentId: line.id, taskId: line.taskId }
}
