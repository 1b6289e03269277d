import { reach } from '../../../kernel/policy.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Site } from '../../../platform/site.ts'
import { findUnit, listUnitIdsUnder, type Unit } from '../../organisations/index.ts'
import type { Officer } from '../officer.ts'
import { readDocument, type WholeDocument } from '../read-document.ts'
import { findAgreement, listAsked } from './queries.ts'
import { readAgreements, type StandingAgreement } from './read-agreements.ts'

/** A word that a unit is asked for, with the text that it is about. */
export interface Asked {
  one: StandingAgreement
  whole: WholeDocument
  /** The unit that publishes the text. */
  publisher: Unit
}

const most = 100

/** What the units in this person's reach are asked, the longest-waiting first. */
export async function readAskedOf(site: Site, officer: Officer): Promise<Asked[]> {
  const db = site.database.read
  const unitIds = await listUnitIdsUnder(db, reach('coordination.read', officer.posts))
  const found: Asked[] = []
  for (const { id } of await listAsked(db, unitIds, most)) {
    const asked = await readOneAsked(site, db, id)
    if (asked !== undefined) found.push(asked)
  }
  return found
}

/** One of them; undefined when there is no such request. */
export async function readOneAsked(site: Site, db: Db, id: number): Promise<Asked | undefined> {
  const documentId = (await findAgreement(db, id))?.documentId
  const whole = documentId === undefined ? undefined : await readDocument(db, documentId)
  const publisher = whole && (await findUnit(db, whole.document.unitId))
  const one = whole && (await readAgreements(site, db, whole)).find((agreement) => agreement.id === id)
  return whole === undefined || publisher === undefined || one === undefined ? undefined : { one, whole, publisher }
}
