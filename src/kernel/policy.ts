/**
 * Who may do what: the one table. Pages ask it which buttons to show, the edge asks it before a route answers,
 * the tests walk it. A post in a unit covers that unit and everything below it.
 */
export const roles = [
  'information-officer',
  'reviewer',
  'secrecy-reviewer',
  'signer',
  'office',
  'supervisor',
  'auditor',
  'operator',
] as const

export type Role = (typeof roles)[number]

/** One post as it counts today: the role, and the path of the unit whose subtree it covers. */
export interface HeldPost {
  role: Role
  unitPath: string
}

/** What a system of a unit may be let do through the API: never a hand in the chain of review. */
export const scopes = [
  'read:desk',
  'documents:write',
  'files:write',
  'tasks:write',
  'units:write',
  'catalogue:write',
  'applications:read',
  'applications:write',
  'reports:read',
  'reports:write',
  'figures:write',
] as const

export type Scope = (typeof scopes)[number]

interface Rule {
  /** anyone: no sign-in; signed-in: whoever has a session; else one of these roles in the unit or above it. */
  who: 'anyone' | 'signed-in' | readonly Role[]
  /** The password must have been given within the last minutes. */
  fresh?: true
  /** Only a system does this, whose token has this scope; `who` is then asked of the person who answers for it. */
  scope?: Scope
}

const chain = ['information-officer', 'reviewer', 'secrecy-reviewer', 'signer'] as const
const watchers = ['office', 'supervisor', 'auditor'] as const

export const policy = {
  'public.read': { who: 'anyone' },
  'public.health': { who: 'anyone' },
  'subscriptions.own': { who: 'anyone' },
  'session.start': { who: 'anyone' },
  'session.own': { who: 'signed-in' },
  'desk.read': { who: 'signed-in' },
  'setup.begin': { who: 'anyone' },
  'units.read': { who: [...chain, ...watchers, 'operator'] },
  'units.profile': { who: ['information-officer', 'office'] },
  'units.arrange': { who: ['office'], fresh: true },
  'people.read': { who: ['office', 'auditor', 'operator'] },
  'people.manage': { who: ['operator'], fresh: true },
  'waivers.grant': { who: ['office'], fresh: true },
  'catalogue.read': { who: [...chain, ...watchers] },
  'catalogue.arrange': { who: ['office'] },
  'proposals.answer': { who: ['reviewer', 'signer', 'office'] },
  'tasks.read': { who: [...chain, ...watchers] },
  'materials.return': { who: ['reviewer', 'signer'] },
  'tasks.register': { who: ['information-officer'] },
  'documents.read': { who: [...chain, ...watchers] },
  'documents.original': { who: ['information-officer', 'secrecy-reviewer'] },
  'documents.write': { who: ['information-officer'] },
  'documents.review': { who: ['reviewer'] },
  'documents.secrecy': { who: ['secrecy-reviewer'] },
  'documents.sign': { who: ['signer'] },
  'documents.change': { who: ['signer', 'office'], fresh: true },
  'board.read': { who: watchers },
  'board.remind': { who: ['office'] },
  'channels.read': { who: [...chain, ...watchers] },
  'channels.keep': { who: ['information-officer', 'office'] },
  'gazettes.publish': { who: ['signer', 'office'] },
  'searches.keep': { who: [...chain, ...watchers] },
  'searches.read': { who: watchers },
  'searches.decide': { who: ['office'] },
  'searches.synonyms': { who: ['office'] },
  'findings.read': { who: [...chain, ...watchers] },
  'findings.measure': { who: ['office'] },
  'findings.explain': { who: ['information-officer'] },
  'findings.decide': { who: ['office'] },
  'documents.emergency': { who: ['signer', 'office'], fresh: true },
  'documents.review-after': { who: ['reviewer', 'secrecy-reviewer', 'signer', 'office'] },
  'documents.ask': { who: chain },
  'documents.reassess': { who: ['reviewer', 'secrecy-reviewer', 'signer'] },
  'coordination.read': { who: [...chain, ...watchers] },
  'coordination.confirm': { who: ['reviewer', 'signer'] },
  'coordination.decide': { who: ['office'] },
  'clarifications.read': { who: [...chain, ...watchers] },
  'clarifications.write': { who: ['information-officer', 'office'] },
  'clarifications.close': { who: ['signer', 'office'] },
  'applications.ask': { who: 'anyone' },
  'applications.follow': { who: 'anyone' },
  'applications.read': { who: [...chain, ...watchers] },
  'applications.register': { who: ['information-officer'] },
  'applications.handle': { who: ['information-officer'] },
  'applications.assign': { who: ['information-officer', 'reviewer', 'signer'] },
  'applications.lead': { who: ['reviewer', 'signer'] },
  'applications.original': { who: chain },
  'applications.reveal': { who: ['information-officer', 'signer'], fresh: true },
  'applications.review': { who: ['reviewer'] },
  'applications.secrecy': { who: ['secrecy-reviewer'] },
  'applications.sign': { who: ['signer'] },
  'applications.errand': { who: ['information-officer', 'reviewer'] },
  'applications.board': { who: watchers },
  'applications.counters': { who: ['office'] },
  'figures.read': { who: [...chain, ...watchers] },
  'figures.enter': { who: ['information-officer', 'office'] },
  'reports.read': { who: [...chain, ...watchers] },
  'reports.write': { who: ['information-officer'] },
  'reports.judge': { who: ['office'] },
  'reports.lines': { who: ['office'] },
  'reports.rounds': { who: ['office'] },
  'reports.overview': { who: watchers },
  'circulars.write': { who: ['office'] },
  'calendars.read': { who: [...chain, ...watchers] },
  'calendars.propose': { who: ['office'] },
  'calendars.sign': { who: ['signer', 'office'], fresh: true },
  'record.read': { who: watchers },
  'subscriptions.read': { who: ['office', 'operator', 'auditor'] },
  'work.read': { who: ['operator', 'auditor'] },
  'work.retry': { who: ['operator'] },
  'systems.read': { who: ['office', 'auditor', 'operator'] },
  'systems.manage': { who: ['office', 'operator'], fresh: true },
  'imports.read': { who: watchers },
  'imports.decide': { who: ['office'], fresh: true },
  'api.read': { who: ['information-officer', 'office'], scope: 'read:desk' },
  'api.write': { who: ['information-officer'], scope: 'documents:write' },
  'api.attach': { who: ['information-officer'], scope: 'files:write' },
  'api.register': { who: ['information-officer'], scope: 'tasks:write' },
  'api.profile': { who: ['information-officer', 'office'], scope: 'units:write' },
  'api.lay-down': { who: ['office'], scope: 'catalogue:write' },
  'api.applications': { who: ['information-officer', 'office'], scope: 'applications:read' },
  'api.applications-handle': { who: ['information-officer'], scope: 'applications:write' },
  'api.reports': { who: ['information-officer', 'office'], scope: 'reports:read' },
  'api.reports-write': { who: ['information-officer'], scope: 'reports:write' },
  'api.figures': { who: ['information-officer', 'office'], scope: 'figures:write' },
} as const satisfies Record<string, Rule>

export type Action = keyof typeof policy

/**
 * May someone with these posts do this? Without `unitPath` the question is "anywhere?", which is what a menu asks.
 * `posts` is undefined for somebody who is not signed in.
 */
export function may(action: Action, posts: readonly HeldPost[] | undefined, unitPath?: string): boolean {
  const rule: Rule = policy[action]
  if (rule.who === 'anyone') return true
  if (posts === undefined) return false
  if (rule.who === 'signed-in') return true
  const allowed = rule.who
  return posts.some((post) => allowed.includes(post.role) && (unitPath === undefined || covers(post.unitPath, unitPath)))
}

/** Does this act ask for the password again when it was given long ago? */
export function needsFreshSignIn(action: Action): boolean {
  const rule: Rule = policy[action]
  return rule.fresh === true
}

/** The scope that a system needs for this; undefined for what people do. */
export function scopeOf(action: Action): Scope | undefined {
  const rule: Rule = policy[action]
  return rule.scope
}

/** The roles of which a person must hold one to let a system have this scope. */
export function rolesForScope(scope: Scope): Role[] {
  return Object.values<Rule>(policy).flatMap((rule) => (rule.scope === scope && typeof rule.who !== 'string' ? rule.who : []))
}

/** A post at `above` covers the unit at `path`: the unit itself or one below it. Paths look like `/1/12/`. */
export function covers(above: string, path: string): boolean {
  return path.startsWith(above)
}

/** Those of some units for which somebody with these posts may do this, in their order. */
export function inReach<Unit extends { path: string }>(units: readonly Unit[], action: Action, posts: readonly HeldPost[]): Unit[] {
  const paths = reach(action, posts)
  return units.filter(({ path }) => paths.some((above) => covers(above, path)))
}

/** The paths under which these posts may do this; an empty list means nowhere. Queries filter by them. */
export function reach(action: Action, posts: readonly HeldPost[]): string[] {
  const rule: Rule = policy[action]
  if (typeof rule.who === 'string') return ['/']
  const allowed = rule.who
  return posts.filter((post) => allowed.includes(post.role)).map((post) => post.unitPath)
}
