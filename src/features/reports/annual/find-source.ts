import type { Facts } from '../../../platform/facts.ts'
import { casesThat, challengesThat } from '../../applications/index.ts'
import { documentsThat } from '../../publishing/index.ts'
import type { Cell } from './form.ts'
import { readCounted } from './read-counted.ts'

/** The lines of the catalogue whose documents are counted in a row of table 1, by the row's code. */
export type LinesByRow = ReadonlyMap<string, readonly number[]>

/** The records that a cell of the annual report counts; undefined for a cell that is entered by hand. */
export function findSource({ counts }: Cell, lines: LinesByRow): Facts | undefined {
  const counted = readCounted(counts)
  if (counted === undefined) return undefined
  if (counted.of === 'cases') return casesThat(counted)
  if (counted.of === 'challenges') return challengesThat(counted)
  if (counted.lines === undefined) return documentsThat({ stand: counted.stand })
  const dutyIds = lines.get(counted.lines) ?? []
  return dutyIds.length === 0 ? undefined : documentsThat({ stand: counted.stand, dutyIds })
}
