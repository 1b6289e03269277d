import type { Standing } from './standing.ts'

/** What one person is reminded of, by unit. */
export interface Letter {
  personId: number
  lines: LetterLine[]
}

export interface LetterLine {
  unitId: number
  overdue: number
  dueSoon: number
  /** Texts that wait for this person's own hand. */
  waiting: number
}

/** One letter for each person, whatever number of units and hands it is about; people are in the order of their first line. */
export function lettersFor(standings: readonly Standing[]): Letter[] {
  const letters = new Map<number, Letter>()
  const lineOf = (personId: number, unitId: number): LetterLine => {
    const letter = letters.get(personId) ?? { personId, lines: [] }
    letters.set(personId, letter)
    const known = letter.lines.find((line) => line.unitId === unitId)
    if (known !== undefined) return known
    const line = { unitId, overdue: 0, dueSoon: 0, waiting: 0 }
    letter.lines.push(line)
    return line
  }
  for (const { unitId, overdue, dueSoon, officers, waits } of standings) {
    if (overdue + dueSoon > 0) for (const personId of idsOf(officers)) Object.assign(lineOf(personId, unitId), { overdue, dueSoon })
    for (const wait of waits) for (const personId of idsOf(wait.with)) lineOf(personId, unitId).waiting += wait.count
  }
  return [...letters.values()]
}

function idsOf(holders: readonly { personId: number }[]): number[] {
  return [...new Set(holders.map((one) => one.personId))]
}
