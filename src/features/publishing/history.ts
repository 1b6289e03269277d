import type { PublicKind } from './change.ts'
import { showsText, type Standing } from './document.ts'

/** As much of a public change as decides which texts may be held against each other. */
export interface Past {
  kind: PublicKind
  version?: number
  hidesEarlier?: true
}

const withText: readonly PublicKind[] = ['released', 'corrected', 'changed', 'reinstated']

/**
 * The version that each change brought, by the change's place; undefined where it brought none. Changes of old know theirs only by the
 * signature of the same rank.
 */
export function versionsOf(past: readonly Past[], signedVersions: readonly number[]): (number | undefined)[] {
  let rank = 0
  return past.map((change) => {
    if (!withText.includes(change.kind)) return undefined
    const signed = signedVersions[rank]
    rank += 1
    return change.version ?? signed
  })
}

/** The versions that the public may still read, oldest first: none of a text that was taken back, and none from before one that hides them. */
export function openVersions(standing: Standing, past: readonly Past[], signedVersions: readonly number[]): number[] {
  if (!showsText(standing)) return []
  const from = Math.max(
    0,
    past.findLastIndex((change) => change.hidesEarlier === true),
  )
  return versionsOf(past, signedVersions)
    .slice(from)
    .filter((version) => version !== undefined)
}
