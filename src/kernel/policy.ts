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

interface Rule {
  /** anyone: no sign-in; signed-in: whoever has a session; else one of these roles in the unit or above it. */
  who: 'anyone' | 'signed-in' | readonly Role[]
  /** The password must have been given within the last minutes. */
  fresh?: true
}

const chain = ['information-officer', 'reviewer', 'secrecy-reviewer', 'signer'] as const
const watchers = ['office', 'supervisor', 'auditor'] as const

export const policy = {
  'public.read': { who: 'anyone' },
  'public.health': { who: 'anyone' },
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
  'documents.write': { who: ['information-officer'] },
  'documents.review': { who: ['reviewer'] },
  'documents.secrecy': { who: ['secrecy-reviewer'] },
  'documents.sign': { who: ['signer'] },
  'documents.change': { who: ['signer', 'office'], fresh: true },
  'record.read': { who: watchers },
  'work.read': { who: ['operator', 'auditor'] },
  'work.retry': { who: ['operator'] },
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

/** A post at `above` covers the unit at `path`: the unit itself or one below it. Paths look like `/1/12/`. */
export function covers(above: string, path: string): boolean {
  return path.startsWith(above)
}

/** The paths under which these posts may do this; an empty list means nowhere. Queries filter by them. */
export function reach(action: Action, posts: readonly HeldPost[]): string[] {
  const rule: Rule = policy[action]
  if (typeof rule.who === 'string') return ['/']
  const allowed = rule.who
  return posts.filter((post) => allowed.includes(post.role)).map((post) => post.unitPath)
}
