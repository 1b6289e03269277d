import { may, type Action, type HeldPost, type Role } from '../../kernel/policy.ts'

/** The person who acts on a document, with the posts that count today. */
export interface Officer {
  personId: number
  posts: readonly HeldPost[]
}

/** The officer's name in the record: a pseudonym. */
export function pseudonymOf(officer: Officer): string {
  return `person:${officer.personId}`
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
