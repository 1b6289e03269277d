import type { Site } from '../../../platform/site.ts'
import { listUnits, type Unit } from '../../organisations/index.ts'
import type { Made } from '../annual/make-report.ts'
import { tellFacts, toldFigures } from '../annual/tell-facts.ts'
import type { FactSentence } from '../annual/sentence.ts'
import { figures } from '../figures/all-figures.ts'
import { marksOf, type Mark } from '../figures/mark.ts'
import { periodFrom } from '../figures/period.ts'
import { readAccount } from '../figures/read-account.ts'
import type { MadeReport } from './made.ts'

/** What the records say in the sections of a report, by numeral: the same sentences on its page and in the text that is published. */
export async function readFacts(
  site: Site,
  report: Pick<MadeReport, 'period' | 'withBelow'>,
  unit: Unit,
  made: Pick<Made, 'form' | 'report' | 'cells'>,
): Promise<Map<string, FactSentence[]>> {
  const period = periodFrom(report.period)
  if (period === undefined) return new Map()
  const question = { units: await listUnits(site.database.read), unit, isAlone: !report.withBelow, period, cutOff: site.today() }
  const asked = figures.filter(({ code }) => toldFigures.some((one) => one === code))
  const cells = { cells: made.report.cells, marks: marksIn(made) }
  return tellFacts(made.form, cells, await readAccount(site, question, asked))
}

/** What must be said with the numbers of a report, by the address of the cell. */
export function marksIn({ cells }: Pick<Made, 'cells'>): Map<string, Mark> {
  return marksOf(cells.map((filled) => [filled.cell.address, filled]))
}
