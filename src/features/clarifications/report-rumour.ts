import { NotAllowed } from '../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../kernel/outcome.ts'
import { may } from '../../kernel/policy.ts'
import { record } from '../../platform/journal/index.ts'
import type { Site } from '../../platform/site.ts'
import { exists, findUnitByCode } from '../organisations/index.ts'
import type { Officer } from '../publishing/index.ts'
import { findByForm, insertRumour, insertRumourStep } from './queries.ts'
import { rumourContent, rumourSubject } from './read-content.ts'

export interface Report {
  /** Code of the unit whose matter it seems to be. */
  unit: string
  claim: string
  place: string
  reporter: string
  isMajor: boolean
  /** When the unit learned of it: the clock starts then. */
  reportedAt: Date | undefined
  /** Made with the form: the same form twice registers one thing. */
  formKey: string
}

export type ReportRefusal = 'unit-missing' | 'claim-missing' | 'claim-too-long' | 'place-missing' | 'time-missing' | 'time-ahead'

const longest = 2000

/** Registers something false or incomplete that circulates: what, where, who told of it, and when. Gives its number. */
export async function reportRumour(site: Site, officer: Officer, report: Report): Promise<Outcome<number, ReportRefusal>> {
  return site.database.transaction(async (db) => {
    const before = await findByForm(db, report.formKey)
    if (before !== undefined) return done(before)
    const unit = await findUnitByCode(db, report.unit)
    const isThere = unit !== undefined && exists(unit, site.today())
    if (isThere && !may('clarifications.write', officer.posts, unit.path)) throw new NotAllowed('clarifications.write')
    const refusals = refusalsOf(report, isThere, site.now())
    if (refusals.length > 0 || unit === undefined || report.reportedAt === undefined) return refused(...refusals)
    const { claim, place, reporter, isMajor, reportedAt, formKey } = report
    const by = { registeredBy: officer.personId, registeredAt: site.now() }
    const id = await insertRumour(db, { unitId: unit.id, claim, place, reporter, isMajor, reportedAt, ...by }, formKey)
    // The same form at the same time on another connection was first.
    if (id === 0) return done((await findByForm(db, formKey)) ?? 0)
    await insertRumourStep(db, id, { move: 'report', words: '', byId: officer.personId, at: site.now() })
    await record(db, {
      at: site.now(),
      actor: `person:${officer.personId}`,
      act: 'clarifications.report',
      subject: rumourSubject(id),
      unitId: unit.id,
      content: await rumourContent(db, id),
    })
    return done(id)
  })
}

function refusalsOf(report: Report, isThere: boolean, now: Date): ReportRefusal[] {
  const refusals: ReportRefusal[] = []
  if (!isThere) refusals.push('unit-missing')
  if (report.claim.trim() === '') refusals.push('claim-missing')
  if (report.claim.length > longest) refusals.push('claim-too-long')
  if (report.place.trim() === '') refusals.push('place-missing')
  if (report.reportedAt === undefined) refusals.push('time-missing')
  else if (report.reportedAt > now) refusals.push('time-ahead')
  return refusals
}
