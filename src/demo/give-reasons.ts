import { addDays, type Day } from '../kernel/day.ts'
import type { Role } from '../kernel/policy.ts'
import { listPeopleWithRole } from '../features/accounts/index.ts'
import { findDutyByCode } from '../features/catalogue/index.ts'
import { findUnitByCode } from '../features/organisations/index.ts'
import { decideReason, giveReason, listFindings } from '../features/supervision/index.ts'
import type { DemoPack } from './read-pack.ts'
import { mustSucceed, type Stage } from './stage.ts'

/** Units say why some of their columns are empty; the office has accepted one of the reasons and must still judge the other. */
export async function giveReasons({ site }: Stage, pack: DemoPack, today: Day): Promise<void> {
  const db = site.database.read
  for (const given of pack.reasons) {
    const [duty, unit] = [await findDutyByCode(db, given.duty), await findUnitByCode(db, given.unit)]
    if (unit === undefined) throw new Error(`the demo city has no unit ${given.unit}`)
    const findings = await listFindings(db, { today, unitIds: [unit.id], detector: 'empty-column', limit: pack.catalogue.duties.length })
    const finding = findings.find((one) => one.dutyId === duty?.id)
    // On another day the city may have published something there: then there is nothing to explain.
    if (finding === undefined) continue
    const idOf = async (login: string, role: Role): Promise<number> => personId(await listPeopleWithRole(db, role, unit.path, today), login)
    const untilOn = addDays(today, given.untilDays)
    const words = { words: given.wordsZh, untilOn }
    mustSucceed(await giveReason(site, await idOf(given.by, 'information-officer'), finding.id, words), `the reason of ${given.unit}`)
    if (given.acceptedBy === undefined) continue
    const judged = { choice: 'accepted', untilOn, remark: '' }
    mustSucceed(await decideReason(site, await idOf(given.acceptedBy, 'office'), finding.id, judged), `the judgement on ${given.unit}`)
  }
}

function personId(people: readonly { id: number; login: string }[], login: string): number {
  const person = people.find((one) => one.login === login)
  if (person === undefined) throw new Error(`in the demo city ${login} does not hold the post`)
  return person.id
}
