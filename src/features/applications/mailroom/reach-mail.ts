import { NotAllowed, NotFound } from '../../../kernel/faults.ts'
import type { Db } from '../../../platform/database/index.ts'
import { findUnit, type Unit } from '../../organisations/index.ts'
import { officerMay, type Officer } from '../../publishing/index.ts'
import { candidateSubject, type Candidate } from './candidate.ts'
import { findCandidate, lockCandidate } from './queries.ts'

/** A letter and its unit, held until the transaction ends. Throws NotFound, and NotAllowed where it is not the officer's to decide. */
export async function reachMail(db: Db, officer: Officer, id: number): Promise<{ candidate: Candidate; unit: Unit }> {
  const candidate = await lockCandidate(db, id)
  const unit = candidate && (await findUnit(db, candidate.unitId))
  if (candidate === undefined || unit === undefined) throw new NotFound(candidateSubject(id))
  if (!officerMay(officer, 'applications.register', unit.path)) throw new NotAllowed('applications.register')
  return { candidate, unit }
}

/** The path of the unit that a letter came to, for the edge; undefined where there is no such letter. */
export async function pathOfMail(db: Db, id: string): Promise<string | undefined> {
  const candidate = /^[1-9]\d{0,14}$/.test(id) ? await findCandidate(db, Number(id)) : undefined
  return candidate && (await findUnit(db, candidate.unitId))?.path
}
