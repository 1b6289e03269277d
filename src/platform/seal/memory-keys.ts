import { StartFault } from '../database/fault.ts'
import { makeRing, type Keyring, type SealKeys } from './keyring.ts'

/** Keys that live and die with the process, for tests. Never for a site: what they seal cannot be opened by the next start. */
export function memoryKeys(first: Keyring = makeRing(new Date())): SealKeys {
  let ring = first
  return {
    ring: () => ring,
    change(from, to) {
      if (from !== ring) throw new StartFault('The keys were changed by another program meanwhile. Run the command again.')
      ring = to
    },
  }
}
