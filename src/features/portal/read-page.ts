import { dayOf } from '../../kernel/day.ts'
import { NotFound } from '../../kernel/faults.ts'
import { Gone } from '../../platform/http/faults.tsx'
import { drawCode, type DrawnCode } from '../../platform/codes/draw-code.ts'
import type { Site } from '../../platform/site.ts'
import { findPublicLine, type PublicLineOfDuty, type TimeRule } from '../catalogue/index.ts'
import { readPostedOn, type PostedOn } from '../channels/index.ts'
import { findUnit, type Unit } from '../organisations/index.ts'
import { readPublic, type PublicDocument } from '../publishing/index.ts'
import { documentPath, indexNumberFrom, wholeAddress } from './address.ts'
import { pledgeOf, type Pledge } from './pledge.ts'

/** A document's page: the document, who published it, the duty it answers, the promise it kept or broke, and where else it hangs. */
export interface DocumentView extends PublicDocument {
  unit: Unit
  /** The units that issued it together with that one. */
  jointUnits: Unit[]
  line?: PublicLineOfDuty
  pledge?: Pledge
  posted: PostedOn[]
  /** The code of the permanent address, for paper. */
  code: DrawnCode
}

/**
 * Reads what a document's page says, in nine statements, two more where it hangs somewhere, and one more for each co-issuer. Throws NotFound for what was never published or is not for everybody, and Gone
 * for what was removed.
 */
export async function readPage(site: Site, number: string | undefined): Promise<DocumentView> {
  const db = site.database.read
  const indexNumber = indexNumberFrom(number)
  const found = indexNumber === undefined ? 'none' : await readPublic(db, indexNumber)
  if (found === 'gone') throw new Gone(indexNumber)
  if (found === 'none') throw new NotFound(`document ${indexNumber ?? ''}`)
  const { document } = found
  const unit = await findUnit(db, document.unitId)
  if (unit === undefined) throw new NotFound(`unit ${document.unitId}`)
  const line = document.dutyId === undefined ? undefined : await findPublicLine(db, document.dutyId, document.taskId)
  const jointUnits: Unit[] = []
  for (const id of found.coIssuers) jointUnits.push(...[await findUnit(db, id)].filter((one) => one !== undefined))
  const posted = await readPostedOn(db, document.id)
  const code = await drawCode(wholeAddress(site.config.baseUrl, documentPath(document.indexNumber)))
  return { ...found, unit, jointUnits, line, pledge: pledgeFor(site, found, line), posted, code }
}

/** The promise that this very document fulfilled; another one of the same task says nothing about it. */
function pledgeFor(site: Site, { document }: PublicDocument, line: PublicLineOfDuty | undefined): Pledge | undefined {
  const task = line?.task
  if (line === undefined || task?.fulfilledBy !== document.indexNumber || document.publishedAt === undefined) return undefined
  return pledgeOf(task, task.fulfilledOn ?? dayOf(document.publishedAt), termOf(site, line.rule), site.calendar)
}

function termOf(site: Site, rule: TimeRule) {
  if (rule.kind === 'at-once') return site.houseRules.atOnce
  return rule.kind === 'within' ? { days: rule.days, count: rule.count } : undefined
}
