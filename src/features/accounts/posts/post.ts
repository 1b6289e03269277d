import { addDays, type Day, isDay } from '../../../kernel/day.ts'
import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import { type Role, roles } from '../../../kernel/policy.ts'

/** A role that a person holds in a unit and everything below it, from a day to a day. */
export interface Post {
  id: number
  personId: number
  unitId: number
  role: Role
  sinceOn: Day
  /** The last day on which it counts; without one it runs on. */
  untilOn?: Day
  /** Whose work a stand-in does. A stand-in always has an end. */
  standsInForId?: number
  reason: string
}

/** As much of a unit as decides whether a post in it counts. */
export interface UnitSpan {
  sinceOn: Day
  untilOn?: Day
}

/** Does this post count on a day? Its first and its last day both count; in a unit that is dissolved no post does. */
export function countsOn(post: Post, unit: UnitSpan | undefined, day: Day): boolean {
  if (unit === undefined || day < unit.sinceOn || (unit.untilOn !== undefined && unit.untilOn < day)) return false
  return post.sinceOn <= day && (post.untilOn === undefined || day <= post.untilOn)
}

/** What is asked about a new post; days as they were typed. */
export interface PostDraft {
  role: string
  sinceOn: string
  untilOn: string
  reason: string
}

/** What only the register knows about a new post. */
export interface PostFacts {
  unit: UnitSpan | undefined
  isDisabled: boolean
  /** The posts that the person holds in the same unit. */
  held: readonly Post[]
  today: Day
}

export type GrantRefusal =
  | 'role-unknown'
  | 'unit-unknown'
  | 'unit-dissolved'
  | 'person-disabled'
  | 'since-form'
  | 'until-form'
  | 'ends-before-start'
  | 'ended-already'
  | 'held-already'

type NewPost = Pick<Post, 'role' | 'sinceOn' | 'untilOn' | 'reason'>

/** Gives a post. Refuses with every reason. */
export function grant(draft: PostDraft, facts: PostFacts): Outcome<NewPost, GrantRefusal> {
  const [since, until] = [draft.sinceOn.trim(), draft.untilOn.trim()]
  const refusals: GrantRefusal[] = []
  if (!isRole(draft.role)) refusals.push('role-unknown')
  if (facts.unit === undefined) refusals.push('unit-unknown')
  else if (facts.unit.untilOn !== undefined && facts.unit.untilOn < facts.today) refusals.push('unit-dissolved')
  if (facts.isDisabled) refusals.push('person-disabled')
  if (!isDay(since)) refusals.push('since-form')
  if (until !== '' && !isDay(until)) refusals.push('until-form')
  else if (until !== '' && isDay(since) && until < since) refusals.push('ends-before-start')
  else if (until !== '' && until < facts.today) refusals.push('ended-already')
  if (refusals.length > 0 || !isRole(draft.role) || !isDay(since)) return refused(...refusals)
  const post: NewPost = { role: draft.role, sinceOn: since, untilOn: isDay(until) ? until : undefined, reason: draft.reason.trim() }
  return facts.held.some((held) => held.role === post.role && overlap(held, post)) ? refused('held-already') : done(post)
}

export type StandInRefusal = GrantRefusal | 'oneself' | 'until-missing' | 'reason-missing' | 'not-held'

/**
 * Names a stand-in for somebody's own post: the same role in the same unit, with an end and a reason. Refused where the other person
 * does not hold that post on the whole span (a stand-in is never more than the one stood in for) and where that post is itself one of
 * a stand-in.
 */
export function nameStandIn(draft: PostDraft, facts: PostFacts & { original: Post; isOneself: boolean }): Outcome<NewPost, StandInRefusal> {
  const { original } = facts
  const refusals: StandInRefusal[] = []
  if (facts.isOneself) refusals.push('oneself')
  if (draft.untilOn.trim() === '') refusals.push('until-missing')
  if (draft.reason.trim() === '') refusals.push('reason-missing')
  const given = grant({ ...draft, role: original.role }, facts)
  const isHeld =
    original.standsInForId === undefined &&
    original.sinceOn <= draft.sinceOn.trim() &&
    (original.untilOn === undefined || draft.untilOn.trim() <= original.untilOn)
  if (!given.ok) refusals.push(...given.refusals)
  else if (!isHeld) refusals.push('not-held')
  return refusals.length > 0 || !given.ok ? refused(...refusals) : given
}

export type EndRefusal = 'end-form' | 'ended-already' | 'in-the-past' | 'last-operator' | 'reason-missing'

/**
 * Ends a post. `on` is the last day on which it counts; empty: it ends at once, as if yesterday had been that day. Never further back,
 * so that what was done under it stays explained.
 */
export function end(post: Post, facts: { on: string; today: Day; isLastOperator: boolean; reason: string }): Outcome<Post, EndRefusal> {
  const on = facts.on.trim() === '' ? addDays(facts.today, -1) : facts.on.trim()
  const refusals: EndRefusal[] = []
  if (!isDay(on)) refusals.push('end-form')
  else if (on < addDays(facts.today, -1)) refusals.push('in-the-past')
  if (post.untilOn !== undefined && post.untilOn < facts.today) refusals.push('ended-already')
  if (facts.isLastOperator) refusals.push('last-operator')
  if (facts.reason.trim() === '') refusals.push('reason-missing')
  return refusals.length > 0 || !isDay(on) ? refused(...refusals) : done({ ...post, untilOn: on })
}

export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text)
}

/** What the record vouches for. */
export function postContent(post: Post): Record<string, string | number | null> {
  return {
    id: post.id,
    personId: post.personId,
    unitId: post.unitId,
    role: post.role,
    sinceOn: post.sinceOn,
    untilOn: post.untilOn ?? null,
    standsInForId: post.standsInForId ?? null,
    reason: post.reason,
  }
}

/** The subject of entries about a post. */
export function postSubject(id: number): string {
  return `accounts.post:${id}`
}

function overlap(a: { sinceOn: Day; untilOn?: Day }, b: { sinceOn: Day; untilOn?: Day }): boolean {
  return (a.untilOn === undefined || b.sinceOn <= a.untilOn) && (b.untilOn === undefined || a.sinceOn <= b.untilOn)
}
