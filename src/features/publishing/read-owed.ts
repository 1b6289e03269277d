import type { Day } from '../../kernel/day.ts'
import { reach } from '../../kernel/policy.ts'
import type { Site } from '../../platform/site.ts'
import { listUnitIdsUnder } from '../organisations/index.ts'
import { rightToAnswer } from './agreements/answer-agreement.ts'
import { readAskedOf } from './agreements/read-asked-of.ts'
import { readUnreviewed } from './emergencies/read-unreviewed.ts'
import { releaseRules } from './load-release-rules.ts'
import { officerMay, type Officer } from './officer.ts'
import { listKept } from './reassessments/queries.ts'
import { assessmentDue } from './reassessments/reassessment.ts'

/** Something about a document that a person owes besides a hand in its chain. */
export interface Owed {
  kind: 'confirm' | 'decide' | 'after-review' | 'reassess'
  title: string
  unitId: number
  dueOn: Day
  /** Where it is done, at the desk. */
  path: string
}

const mostKept = 500

/** Words for other units, reviews after an emergency, and assessments whose day is near: what is due until `horizon`. */
export async function readOwed(site: Site, officer: Officer, horizon: Day): Promise<Owed[]> {
  return [...(await askedWords(site, officer)), ...(await reviews(site, officer)), ...(await assessments(site, officer, horizon))]
}

/** A unit's own people answer; where its time is over, the office decides. */
async function askedWords(site: Site, officer: Officer): Promise<Owed[]> {
  const owed: Owed[] = []
  for (const { one, whole } of await readAskedOf(site, officer)) {
    if (one.state === 'agreed' || whole.authors.includes(officer.personId)) continue
    const isOwn = one.state === 'open' && officerMay(officer, rightToAnswer(one.kind, 'agree'), one.unit.path)
    const isOver = one.state === 'objected' || one.dueOn < site.today()
    const mayDecide = one.kind === 'concern' && isOver && officerMay(officer, 'coordination.decide', one.unit.path)
    if (!isOwn && !mayDecide) continue
    const { title } = whole.version
    owed.push({ kind: isOwn ? 'confirm' : 'decide', title, unitId: one.unitId, dueOn: one.dueOn, path: `/desk/coordination/${one.id}` })
  }
  return owed
}

async function reviews(site: Site, officer: Officer): Promise<Owed[]> {
  const unreviewed = await readUnreviewed(site, officer)
  return unreviewed.map(({ id, title, unitId, dueOn }) => ({
    ...{ kind: 'after-review' as const, title, unitId, dueOn },
    path: `/desk/documents/${id}/after-review`,
  }))
}

async function assessments(site: Site, officer: Officer, horizon: Day): Promise<Owed[]> {
  const unitIds = await listUnitIdsUnder(site.database.read, reach('documents.reassess', officer.posts))
  const kept = await listKept(site.database.read, unitIds, mostKept)
  return kept
    .map((line) => ({ line, dueOn: assessmentDue(line, releaseRules.reassessment.months) }))
    .filter(({ dueOn }) => dueOn <= horizon)
    .map(({ line: { id, title, unitId }, dueOn }) => ({
      ...{ kind: 'reassess' as const, title, unitId, dueOn },
      path: `/desk/documents/${id}/reassess`,
    }))
}
