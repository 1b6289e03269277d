import { NotAllowed, NotFound } from '../../kernel/faults.ts'
import type { Db } from '../../platform/database/index.ts'
import { findUnit } from '../organisations/index.ts'
import type { ChangeSituation } from './change.ts'
import { officerMay, type Officer } from './officer.ts'
import { listPublicChanges } from './queries-changes.ts'
import { documentSubject, publishedText, readLocked, type WholeDocument } from './read-document.ts'

export interface Prepared {
  whole: WholeDocument
  unitPath: string
  situation: ChangeSituation
}

/** Locks a document for a public change and reads what decides about it. Throws NotFound and NotAllowed. */
export async function prepareChange(db: Db, officer: Officer, id: number): Promise<Prepared> {
  const whole = await readLocked(db, id)
  if (whole === undefined) throw new NotFound(documentSubject(id))
  const unitPath = (await findUnit(db, whole.document.unitId))?.path ?? ''
  if (!officerMay(officer, 'documents.change', unitPath)) throw new NotAllowed('documents.change')
  const { standing, stage } = whole.document
  const formedOn = (await publishedText(db, whole.document))?.formedOn
  const changeCount = (await listPublicChanges(db, id)).length
  return { whole, unitPath, situation: { id, standing, isBeingCorrected: stage !== 'released', changeCount, formedOn } }
}
