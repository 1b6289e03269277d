import type { Breach } from './breach.ts'
import { wrongClaims } from './claim.ts'
import { tooLate } from './deadline.ts'
import { wrongFigures } from './figure.ts'
import type { AnnualForm } from './form.ts'
import { brokenLedger, type Ledger } from './ledger.ts'
import { brokenParts } from './part.ts'
import type { AnnualReport } from './report.ts'
import { brokenStatistics } from './statistic.ts'
import { brokenSums } from './sum.ts'
import { brokenYears } from './year.ts'

/**
 * Every identity that a report breaks, in the order of their numbers. Give the form of the report's year. I4, I7, I8 and I14 need
 * `previous`, I13 needs `parts`, I10 to I12 the ledger; without them they are silent, and a blank cell counts nothing in a sum.
 * Sources: the forms 国办公开办函〔2019〕60号 and 〔2021〕30号, 国办发〔2014〕32号; OGI-2019 art. 49 and 50.
 */
export function breachesIn(form: AnnualForm, report: AnnualReport, ledger?: Ledger): Breach[] {
  const found = [
    ...brokenSums(form, report),
    ...brokenYears(form, report),
    ...wrongFigures(form, report),
    ...wrongClaims(form, report),
    ...brokenLedger(form, report, ledger),
    ...brokenParts(form, report),
    ...tooLate(form, report),
    ...brokenStatistics(form, report),
  ]
  return found.sort((a, b) => rank(a) - rank(b))
}

/** I1 to I15, then S1 to S7. */
function rank({ id }: Breach): number {
  return (id.startsWith('S') ? 100 : 0) + Number(id.slice(1))
}
