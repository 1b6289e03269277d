import { may, type Action, type HeldPost, type Role } from '../../kernel/policy.ts'

/** The person who acts on a document, with the posts that count today. */
export interface Officer {
  personId: number
  posts: readonly HeldPost[]
  /** A system of the unit acts in this person's name: the person is the author, the record names the system. */
  systemId?: number
}

/** The officer's name in the record, or that of the system that acts for them: a pseudonym. */
export function pseudonymOf(officer: Officer): string {
  return officer.systemId === undefined ? `person:${officer.personId}` : `system:${officer.systemId}`
}

/** May the officer do this for the unit at `unitPath`? */
export function officerMay(officer: Officer, action: Action, unitPath: string): boolean {
  return may(action, officer.posts, unitPath)
}

/** The role in which the officer does this here: what the chain of hands shows beside the name. */
export function roleFor(officer: Officer, action: Action, unitPath: string): Role | '' {
  const posts = officer.posts.filter((post) => may(action, [post], unitPath))
  return posts.sort((a, b) => b.unitPath.length - a.unitPath.length)[0]?.role ?? ''
}
