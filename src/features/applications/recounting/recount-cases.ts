import { done } from '../../../kernel/outcome.ts'
import { enqueue } from '../../../platform/jobs/index.ts'
import { recordAll, type Change } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { clockEvents } from '../cases/application.ts'
import { caseContent, caseSubject } from '../cases/case-content.ts'
import { runEvents } from '../cases/read-clock.ts'
import { datesUnder, openCasesWithEvents } from './list-moved-cases.ts'
import { listPromises, saveRecounted, type OpenCase, type Recounted } from './queries.ts'

/** Cases a transaction: entries in the record make everybody else wait until theirs ends. */
const aTransaction = 200

/**
 * Counts every open case anew under the calendar of today, after a notice was signed: saves what moved, with an entry for each, and
 * tells the applicants. Cases that ended keep their dates. Right to do again. Answers how many moved.
 */
export async function recountCases(site: Site): Promise<number> {
  const promises = await listPromises(site.database.read)
  let count = 0
  for await (const some of openCasesWithEvents(site)) {
    const moved = some.flatMap(({ one, events }) => {
      const facts = clockEvents(events)
      const dates = datesUnder(site, facts, site.calendar)
      if (dates === undefined) return []
      const waitsUntil = dates.supplementBy ?? dates.payBy ?? dates.pauses.find((pause) => pause.isOpen)?.until
      const promise = promises.get(one.unitId)
      const promisedOn = promise === undefined ? undefined : runEvents(site, facts, promise).promisedOn
      const { dueOn, baseDueOn, isProvisional } = dates
      const is: Recounted = { id: one.id, version: one.version, dueOn, baseDueOn, waitsUntil, promisedOn, isProvisional }
      return isSame(one, is) ? [] : [{ was: one, is }]
    })
    for (let at = 0; at < moved.length; at += aTransaction) await saveSome(site, moved.slice(at, at + aTransaction))
    count += moved.length
  }
  return count
}

function isSame(was: OpenCase, is: Recounted): boolean {
  return (
    was.dueOn === is.dueOn && was.baseDueOn === is.baseDueOn && was.waitsUntil === is.waitsUntil && was.isProvisional === is.isProvisional
  )
}

async function saveSome(site: Site, moved: readonly { was: OpenCase; is: Recounted }[]): Promise<void> {
  await site.database.transaction(async (db) => {
    const saved = await saveRecounted(
      db,
      moved.map(({ is }) => is),
    )
    const changes: Change[] = []
    for (const { was, is } of moved) {
      if (!saved.has(was.id)) continue
      changes.push({
        ...{ at: site.now(), actor: 'system', act: 'applications.recount', subject: caseSubject(was.id), unitId: was.unitId },
        content: await caseContent(db, was.id),
        details: { was: was.dueOn ?? '', is: is.dueOn ?? '' },
      })
      if (was.dueOn !== is.dueOn) await enqueue(db, 'applications.tell', { id: was.id, letter: 'recounted' })
    }
    await recordAll(db, changes)
    return done(undefined)
  })
}
