import type { Db } from '../../../platform/database/index.ts'
import type { Site } from '../../../platform/site.ts'
import { listHolders } from '../../accounts/index.ts'
import { listDuties, listTasks } from '../../catalogue/index.ts'
import { listUnits, type Unit } from '../../organisations/index.ts'
import { listStandings } from '../../publishing/index.ts'
import { answerableFor, answerableRoles, type Holder } from './answerable.ts'
import { stateOf, type FindingState } from './finding.ts'
import type { ListedFinding } from './queries.ts'

/** A finding with everything that a page says of it. */
export interface ToldFinding extends ListedFinding {
  state: FindingState
  unit: Unit
  /** Who answers for the unit today; undefined where there is nobody. */
  answerable?: Holder
  duty?: { code: string; nameZh: string; nameEn: string }
  task?: { period: string; opensOn: Unit['sinceOn']; matter: string }
  document?: { title: string; indexNumber: string }
}

/** Adds to some findings the names of what they are about and who answers for them, with a handful of questions for all of them. */
export async function readListed(site: Site, findings: readonly ListedFinding[]): Promise<ToldFinding[]> {
  const db: Db = site.database.read
  const ids = (of: (finding: ListedFinding) => number | undefined): number[] => [...new Set(findings.flatMap((one) => of(one) ?? []))]
  const units = new Map((await listUnits(db)).map((unit) => [unit.id, unit]))
  const holders = await listHolders(db, answerableRoles, site.today())
  const taskIds = ids((one) => one.taskId)
  const duties = new Map((await listDuties(db)).map((duty) => [duty.id, duty]))
  const tasks = new Map((await listTasks(db, { ids: taskIds, limit: taskIds.length + 1 })).map((task) => [task.id, task]))
  const documents = await listStandings(
    db,
    ids((one) => one.documentId),
  )
  return findings.flatMap((finding) => {
    const unit = units.get(finding.unitId)
    if (unit === undefined) return []
    const duty = duties.get(finding.dutyId ?? 0)
    return {
      ...finding,
      state: stateOf(finding, finding.isExcused),
      unit,
      answerable: answerableFor(unit.path, holders),
      duty: duty && { code: duty.code, nameZh: duty.titleZh, nameEn: duty.titleEn },
      task: tasks.get(finding.taskId ?? 0),
      document: documents.get(finding.documentId ?? 0),
    }
  })
}
