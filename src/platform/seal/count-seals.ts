import type { SealHolder } from './holder.ts'
import { keyOf } from './seal.ts'
import { walkSeals } from './walk-seals.ts'

/** How many values each key seals, by its number. A value that is no sealed value counts under 0, which is no key. */
export async function countSeals(holders: readonly SealHolder[]): Promise<Map<number, number>> {
  const counts = new Map<number, number>()
  for await (const { sealed } of walkSeals(holders)) {
    const number = numberOf(sealed)
    counts.set(number, (counts.get(number) ?? 0) + 1)
  }
  return counts
}

function numberOf(sealed: Buffer): number {
  try {
    return keyOf(sealed)
  } catch {
    return 0
  }
}
