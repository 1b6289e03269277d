import { NotFound } from '../../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { type Db } from '../../../platform/database/index.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { findUnit, findUnitByCode, type Unit } from '../../organisations/index.ts'
import { type Actor, mustBeAllowed, pseudonym } from '../actor.ts'
import { findPersonByLogin } from '../people/queries.ts'
import { readHeldPosts } from '../posts/read-held-posts.ts'
import { apiRules } from './load-api-rules.ts'
import { makeApiToken } from './make-api-token.ts'
import { insertSystem, lockSystem, saveSystem } from './queries.ts'
import { grantToken, type System, systemContent, systemSubject, type TokenDraft, type TokenRefusal } from './system.ts'

type Granter = Exclude<Actor, 'system'>

/** A token as it is shown once. */
export interface IssuedToken {
  system: System
  token: string
}

/** Registers a system of a unit and gives it a token. The token is answered once and kept nowhere. */
export async function issueToken(site: Site, by: Granter, draft: TokenDraft): Promise<Outcome<IssuedToken, TokenRefusal>> {
  return site.database.transaction(async (db) => {
    const unit = await findUnitByCode(db, draft.unit.trim())
    mustBeAllowed(by, 'systems.manage', unit?.path)
    const granted = await decide(site, db, unit, draft)
    if (!granted.ok || unit === undefined) return granted as Outcome<never, TokenRefusal>
    const { token, ...kept } = makeApiToken()
    const rest = { ...granted.value, ...kept, unitId: unit.id, issuedAt: site.now(), issuedById: by.personId }
    return done(await keep(site, db, by, await insertSystem(db, rest), token))
  })
}

/** Gives a system another token, with a new end and perhaps another person who answers for it. The old one ends at once. */
export async function renewToken(
  site: Site,
  by: Granter,
  id: number,
  draft: Omit<TokenDraft, 'unit' | 'name'>,
): Promise<Outcome<IssuedToken, TokenRefusal>> {
  return site.database.transaction(async (db) => {
    const before = await lockSystem(db, id)
    if (before === undefined) throw new NotFound(systemSubject(id))
    const unit = await findUnit(db, before.unitId)
    mustBeAllowed(by, 'systems.manage', unit?.path)
    const granted = await decide(site, db, unit, { ...draft, name: before.name, unit: unit?.code ?? '' })
    if (!granted.ok) return granted
    const { token, ...kept } = makeApiToken()
    const renewed: System = { ...before, ...granted.value, ...kept, issuedAt: site.now(), issuedById: by.personId, revokedAt: undefined }
    await saveSystem(db, renewed)
    return done(await keep(site, db, by, renewed, token))
  })
}

async function decide(
  site: Site,
  db: Db,
  unit: Unit | undefined,
  draft: TokenDraft,
): Promise<Outcome<Pick<System, 'name' | 'scopes' | 'expiresOn' | 'responsibleId'>, TokenRefusal>> {
  const person = await findPersonByLogin(db, draft.responsible.trim())
  const isThere = person !== undefined && person.disabledAt === undefined
  const posts = isThere ? await readHeldPosts(db, person.id, site.today()) : undefined
  const outcome = grantToken(draft, { unit, posts, today: site.today(), longestDays: apiRules.tokens.longestDays })
  if (!outcome.ok) return outcome
  return person === undefined ? refused('responsible-unknown') : done({ ...outcome.value, responsibleId: person.id })
}

async function keep(site: Site, db: Db, by: Granter, system: System, token: string): Promise<IssuedToken> {
  await record(db, {
    at: site.now(),
    actor: pseudonym(by),
    act: 'accounts.issue-token',
    subject: systemSubject(system.id),
    content: systemContent(system),
    unitId: system.unitId,
    details: { scopes: system.scopes.join(' '), expiresOn: system.expiresOn },
  })
  return { system, token }
}
