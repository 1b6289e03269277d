import { NotAllowed } from '../../kernel/faults.ts'
import { type Action, type HeldPost, may } from '../../kernel/policy.ts'

/** Who does an act: somebody signed in, with the posts that count today, or the program itself (a command, the demonstration). */
export type Actor = 'system' | { personId: number; posts: readonly HeldPost[] }

/** The name of an actor in the record: a pseudonym, never a name. */
export function pseudonym(actor: Actor): string {
  return actor === 'system' ? 'system' : personPseudonym(actor.personId)
}

/** The pseudonym of a person. */
export function personPseudonym(personId: number): string {
  return `person:${personId}`
}

/** Throws NotAllowed unless the policy lets the actor do this in the unit at `unitPath`, or anywhere when there is no unit. */
export function mustBeAllowed(actor: Actor, action: Action, unitPath?: string): void {
  if (actor !== 'system' && !may(action, actor.posts, unitPath)) throw new NotAllowed(`${action} ${unitPath ?? ''}`)
}
