import { addDays, type Day } from '../../kernel/day.ts'
import { reach, type Action } from '../../kernel/policy.ts'
import type { Visitor } from '../../platform/http/route.ts'
import type { Site } from '../../platform/site.ts'
import type { Reader } from '../../ui/reader.ts'
import { innerDeadlines, listDuties, listTasks, periodInWords, type StoredTask } from '../catalogue/index.ts'
import { listUnitIdsUnder } from '../organisations/index.ts'
import { listForDesk, listRunningByTasks, type DeskLine, type Stage } from '../publishing/index.ts'
import type { WaitingThing } from './work.ts'

const handOf: Partial<Record<Stage, { kind: 'approve' | 'clear' | 'sign'; action: Action }>> = {
  'with-head': { kind: 'approve', action: 'documents.review' },
  'with-secrecy': { kind: 'clear', action: 'documents.secrecy' },
  'with-signer': { kind: 'sign', action: 'documents.sign' },
}

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
  const waiting = await textsForHand(site, visitor)
  const due = await dueDays(site, [...drafts, ...waiting.map(({ line }) => line)])
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
        period: task.period.startsWith('event') ? undefined : periodInWords(reader, task),
      })),
    ...drafts.map((line) => fromLine(line, line.isSentBack ? 'sent-back' : 'draft', due)),
    ...waiting.map(({ line, kind }) => ({ ...fromLine(line, kind, due), innerOn: innerDay(site, kind, due.get(line.taskId ?? 0)) })),
  ]
}

/** The first day on which something else opens or falls due for this person, for a page that has nothing to show. */
export async function nextDay(site: Site, visitor: Visitor): Promise<Day | undefined> {
  const unitIds = await listUnitIdsUnder(site.database.read, reach('documents.write', visitor.posts))
  const next = await listTasks(site.database.read, { unitIds, isOpen: true, dueFrom: addDays(site.today(), 1), limit: 1 })
  return next[0]?.dueOn
}

async function textsForHand(site: Site, visitor: Visitor): Promise<{ line: DeskLine; kind: 'approve' | 'clear' | 'sign' }[]> {
  const found: { line: DeskLine; kind: 'approve' | 'clear' | 'sign' }[] = []
  for (const [stage, hand] of Object.entries(handOf)) {
    const unitIds = await listUnitIdsUnder(site.database.read, reach(hand.action, visitor.posts))
    const lines = await listForDesk(site.database.read, { unitIds, stages: [stage as Stage], limit: most })
    found.push(...lines.map((line) => ({ line, kind: hand.kind })))
  }
  return found
}

async function dueDays(site: Site, lines: readonly DeskLine[]): Promise<Map<number, Day>> {
  const ids = lines.flatMap((line) => (line.taskId === undefined ? [] : [line.taskId]))
  const tasks = await listTasks(site.database.read, { ids, limit: ids.length + 1 })
  return new Map(tasks.map((task) => [task.id, task.dueOn]))
}

function fromLine(line: DeskLine, kind: WaitingThing['kind'], due: Map<number, Day>): WaitingThing {
  return { kind, title: line.title, unitId: line.unitId, dueOn: due.get(line.taskId ?? 0), documentId: line.id, taskId: line.taskId }
}

function innerDay(site: Site, kind: 'approve' | 'clear' | 'sign', dueOn: Day | undefined): Day | undefined {
  return dueOn === undefined ? undefined : innerDeadlines(dueOn, site.houseRules.chain, site.calendar)[kind]
}
