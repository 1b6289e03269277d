import { addDays, isDay, type Day } from '../../../kernel/day.ts'
import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import { covers, type HeldPost, rolesForScope, type Scope, scopes } from '../../../kernel/policy.ts'

/** A system of a unit that speaks to the API. Its token is known here by its beginning and a hash only. */
export interface System {
  id: number
  name: string
  unitId: number
  /** Answers for all that the system writes, and counts as its author. */
  responsibleId: number
  scopes: Scope[]
  prefix: string
  secretHash: string
  issuedAt: Date
  issuedById: number
  /** The last day on which the token counts. */
  expiresOn: Day
  revokedAt?: Date
  lastUsedOn?: Day
}

export interface TokenDraft {
  name: string
  unit: string
  /** The login of the person who answers for it. */
  responsible: string
  scopes: readonly string[]
  expiresOn: string
}

export type TokenRefusal =
  | 'system-name-missing'
  | 'system-name-long'
  | 'unit-unknown'
  | 'unit-dissolved'
  | 'responsible-unknown'
  | 'responsible-without-right'
  | 'scopes-missing'
  | 'until-form'
  | 'ended-already'
  | 'lasts-too-long'

/** What is known of the unit and the person when a token is asked for. */
export interface TokenFacts {
  unit: { path: string; untilOn?: Day } | undefined
  /** The posts of the responsible person that count today; undefined when there is no such person. */
  posts: readonly HeldPost[] | undefined
  today: Day
  longestDays: number
}

const longestName = 80

/** Decides on a token: nobody lets a system do what they may not do themselves in that unit. Refuses with every reason. */
export function grantToken(draft: TokenDraft, facts: TokenFacts): Outcome<Pick<System, 'name' | 'scopes' | 'expiresOn'>, TokenRefusal> {
  const [name, until] = [draft.name.trim(), draft.expiresOn.trim()]
  const wanted = scopes.filter((one) => draft.scopes.includes(one))
  const refusals: TokenRefusal[] = []
  if (name === '') refusals.push('system-name-missing')
  if (name.length > longestName) refusals.push('system-name-long')
  if (facts.unit === undefined) refusals.push('unit-unknown')
  else if (facts.unit.untilOn !== undefined && facts.unit.untilOn < facts.today) refusals.push('unit-dissolved')
  if (facts.posts === undefined) refusals.push('responsible-unknown')
  else if (facts.unit !== undefined && wanted.some((scope) => !mayLet(scope, facts.posts ?? [], facts.unit!.path)))
    refusals.push('responsible-without-right')
  if (wanted.length === 0) refusals.push('scopes-missing')
  if (!isDay(until)) refusals.push('until-form')
  else if (until < facts.today) refusals.push('ended-already')
  else if (until > addDays(facts.today, facts.longestDays)) refusals.push('lasts-too-long')
  return refusals.length > 0 || !isDay(until) ? refused(...refusals) : done({ name, scopes: wanted, expiresOn: until })
}

/** May somebody with these posts let a system of the unit at `unitPath` have this scope? */
export function mayLet(scope: Scope, posts: readonly HeldPost[], unitPath: string): boolean {
  const roles = rolesForScope(scope)
  return posts.some((post) => roles.includes(post.role) && covers(post.unitPath, unitPath))
}

/**
 * The posts with which a system acts: those of the person who answers for it, cut down to the unit's subtree and to the roles that some
 * scope asks for. Whoever reviews, clears or signs lends none of that to a machine.
 */
export function lentPosts(posts: readonly HeldPost[], own: readonly Scope[], unitPath: string): HeldPost[] {
  const roles = own.flatMap(rolesForScope)
  return posts.flatMap((post) => {
    if (!roles.includes(post.role)) return []
    if (covers(post.unitPath, unitPath)) return { role: post.role, unitPath }
    return covers(unitPath, post.unitPath) ? { role: post.role, unitPath: post.unitPath } : []
  })
}

export type TokenState = 'counts' | 'expired' | 'revoked'

/** Does the token count on a day? */
export function tokenState(system: Pick<System, 'expiresOn' | 'revokedAt'>, today: Day): TokenState {
  if (system.revokedAt !== undefined) return 'revoked'
  return system.expiresOn < today ? 'expired' : 'counts'
}

/** What the record vouches for: everything but the day of the last use. */
export function systemContent(system: System): Record<string, unknown> {
  const { lastUsedOn: _, ...rest } = system
  return {
    ...rest,
    scopes: [...system.scopes],
    issuedAt: system.issuedAt.toISOString(),
    revokedAt: system.revokedAt?.toISOString() ?? null,
  }
}

/** The subject of entries about a system. */
export function systemSubject(id: number): string {
  return `accounts.system:${id}`
}

/** How the record names a system that acts. */
export function systemPseudonym(id: number): string {
  return `system:${id}`
}
