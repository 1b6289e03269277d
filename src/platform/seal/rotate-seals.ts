import { countSeals } from './count-seals.ts'
import type { SealHolder } from './holder.ts'
import { withNewKey, withoutKeys, type Keyring, type SealKey, type SealKeys } from './keyring.ts'
import { BrokenSeal, keyOf, rewrap } from './seal.ts'
import { walkSeals } from './walk-seals.ts'

export interface Rotation {
  /** The key that seals from now on, and whether this run made it. */
  current: number
  isNew: boolean
  /** How many values were put under it. */
  rewrapped: number
  /** Keys that nothing used any more and that are gone. */
  dropped: number[]
  /** Older keys that stay, how many values each still seals, and from when on it may go. */
  waiting: { number: number; values: number; untilAt: Date }[]
  /** Values that do not open with the keys that are there. They were left alone, and so were their keys. */
  broken: { holder: string; id: string }[]
}

export interface RotationOptions {
  now: Date
  /**
   * How long an old key stays after it was retired although nothing uses it: a program that took it a moment before may still be about to
   * save what it sealed.
   */
  graceMs: number
}

/**
 * Changes the keys: makes a new one, puts every sealed value under it, and drops older keys that nothing uses. Where an earlier run was cut
 * off, or an older key is still in its grace, it finishes that and makes no new key. No value is ever under a key that is not kept. Only one
 * at a time: see `rotateAlone`. Throws StartFault for the keys, and whatever a holder throws; then running it again is right.
 */
export async function rotateSeals(keys: SealKeys, holders: readonly SealHolder[], options: RotationOptions): Promise<Rotation> {
  let swept = await rewrapAll(keys, holders)
  const isNew = swept.rewrapped === 0 && olderKeys(keys.ring('open')).every((one) => graceEnd(one, options) <= options.now)
  if (isNew) {
    const seen = await countSeals(holders)
    const ring = keys.ring('open')
    // A number under which something is sealed belongs to a key that somebody may yet bring back.
    keys.change(
      ring,
      withNewKey(ring, options.now, (number) => seen.has(number)),
    )
    swept = await rewrapAll(keys, holders)
  }
  const left = await countSeals(holders)
  const dropped = dropUnused(keys, left, options)
  const ring = keys.ring('open')
  const waiting = olderKeys(ring).map((one) => ({ number: one.number, values: left.get(one.number) ?? 0, untilAt: graceEnd(one, options) }))
  return { current: ring.current, isNew, ...swept, dropped, waiting }
}

const mostPasses = 3

/** Until a pass finds everything under the current key; what others change meanwhile is looked at again. */
async function rewrapAll(keys: SealKeys, holders: readonly SealHolder[]): Promise<Pick<Rotation, 'rewrapped' | 'broken'>> {
  let rewrapped = 0
  for (let pass = 1; ; pass++) {
    const broken: Rotation['broken'] = []
    let missed = 0
    for await (const { holder, id, sealed } of walkSeals(holders)) {
      const anew = tryRewrap(keys, sealed, holder.about(id))
      if (anew === 'broken') broken.push({ holder: holder.name, id })
      else if (anew !== 'current' && (await holder.save(id, sealed, anew))) rewrapped++
      else if (anew !== 'current') missed++
    }
    if (missed === 0 || pass === mostPasses) return { rewrapped, broken }
  }
}

function tryRewrap(keys: SealKeys, sealed: Buffer, about: string): Buffer | 'current' | 'broken' {
  try {
    return keyOf(sealed, about) === keys.ring('open').current ? 'current' : rewrap(keys, sealed, about)
  } catch (error) {
    if (error instanceof BrokenSeal) return 'broken'
    throw error
  }
}

function dropUnused(keys: SealKeys, used: ReadonlyMap<number, number>, options: RotationOptions): number[] {
  const ring = keys.ring('open')
  const idle = olderKeys(ring).filter((one) => !used.has(one.number) && graceEnd(one, options) <= options.now)
  const numbers = idle.map((one) => one.number)
  if (numbers.length > 0) keys.change(ring, withoutKeys(ring, numbers))
  return numbers
}

function olderKeys(ring: Keyring): SealKey[] {
  return ring.keys.filter((one) => one.number !== ring.current)
}

function graceEnd({ retiredAt, madeAt }: SealKey, { graceMs }: RotationOptions): Date {
  return new Date((retiredAt ?? madeAt).getTime() + graceMs)
}
