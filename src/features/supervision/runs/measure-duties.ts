import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { detect } from '../detectors/detect.ts'
import { compare } from '../findings/finding.ts'
import { insertFindings, listOpen, saveClosed, saveSeen } from '../findings/queries.ts'
import { thresholdsOf } from './load-thresholds.ts'
import { insertRun, listOfRun, lockWatch } from './queries.ts'
import { readTexts } from './read-texts.ts'
import { readView } from './read-view.ts'
import { runContent, runSubject, type Run } from './run.ts'

/**
 * Measures the whole city against its promises: opens what is wrong since the last time, closes what was mended, and leaves one entry in
 * the record that vouches for the list of both. One run at a time; a run that dies leaves nothing behind and is run again.
 * `askedBy` is `system` at night, else whoever pressed the button.
 */
export async function measureDuties(site: Site, askedBy: string): Promise<Run> {
  const beganAt = site.now()
  await readTexts(site)
  return site.database.transaction(async (db) => {
    await lockWatch(db)
    const measuredOn = site.today()
    const thresholds = thresholdsOf()
    const seen = detect(await readView(db, measuredOn, thresholds), thresholds)
    const open = await listOpen(db)
    const { opened, closed, changed } = compare(open, seen)
    const stillOpen = open.length + opened.length - closed.length
    const counts = { opened: opened.length, closed: closed.length, stillOpen }
    const run = await insertRun(db, { measuredOn, beganAt, endedAt: site.now(), askedBy, ...counts })
    await insertFindings(db, run.id, measuredOn, opened)
    await saveClosed(
      db,
      run.id,
      measuredOn,
      closed.map((finding) => finding.id),
    )
    await saveSeen(db, changed)
    const list = await listOfRun(db, run.id)
    const content = runContent(run, list.opened, list.closed)
    await record(db, { at: site.now(), actor: askedBy, act: 'supervision.measure', subject: runSubject(run.id), content })
    return run
  })
}
