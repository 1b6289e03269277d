import { done, refused, type Outcome } from '../../kernel/outcome.ts'
import { asOwner, type Database } from '../database/index.ts'
import type { SealHolder } from './holder.ts'
import type { SealKeys } from './keyring.ts'
import { rotateSeals, type Rotation, type RotationOptions } from './rotate-seals.ts'

/** `rotateSeals`, one at a time for a database, from wherever it is started: the lock goes with its connection. Refused while another runs. */
export function rotateAlone(
  database: Database,
  keys: SealKeys,
  holders: readonly SealHolder[],
  options: RotationOptions,
): Promise<Outcome<Rotation, 'rotating'>> {
  return asOwner(database, async (client) => {
    const answer = await client.query<{ taken: boolean }>(`select pg_try_advisory_lock(hashtextextended('seal.rotate', 0)) as taken`)
    return answer.rows[0]!.taken ? done(await rotateSeals(keys, holders, options)) : refused('rotating')
  })
}
