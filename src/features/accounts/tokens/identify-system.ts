import type { Caller, NoCaller } from '../../../platform/http/api/call.ts'
import type { Site } from '../../../platform/site.ts'
import { exists, findUnit } from '../../organisations/index.ts'
import { findPerson } from '../people/queries.ts'
import { readHeldPosts } from '../posts/read-held-posts.ts'
import { isSecret, partsOfToken } from './make-api-token.ts'
import { findSystemByPrefix, saveSystemUse } from './queries.ts'
import { lentPosts, tokenState } from './system.ts'

/**
 * Which system sent this token, with the posts it is lent today. Asked anew at every request, so that a revoked token counts no more,
 * and neither does one whose person has left or whose unit is gone.
 */
export async function identifySystem(site: Site, token: string): Promise<Caller | NoCaller> {
  const parts = partsOfToken(token)
  if (parts === undefined) return 'token-unknown'
  const db = site.database.read
  const system = await findSystemByPrefix(db, parts.prefix)
  if (!isSecret(parts.secret, system?.secretHash) || system === undefined) return 'token-unknown'
  const today = site.today()
  const state = tokenState(system, today)
  if (state !== 'counts') return `token-${state}`
  const [unit, person] = [await findUnit(db, system.unitId), await findPerson(db, system.responsibleId)]
  if (unit === undefined || !exists(unit, today) || person === undefined || person.disabledAt !== undefined) return 'token-orphaned'
  const held = person.hasTemporaryPassword ? [] : await readHeldPosts(db, person.id, today)
  const posts = lentPosts(held, system.scopes, unit.path)
  if (posts.length === 0) return 'token-orphaned'
  if (system.lastUsedOn !== today) await site.database.transaction((own) => saveSystemUse(own, system.id, today))
  return { systemId: system.id, personId: person.id, unitId: unit.id, unitPath: unit.path, scopes: system.scopes, posts }
}
