import type { Ask } from '../../platform/http/route.ts'
import type { Officer } from '../publishing/index.ts'

/** The officer who asks. Throws where the edge let somebody through who is not signed in. */
export function officerIn(ask: Ask): Officer {
  if (ask.visitor === undefined) throw new Error('an act without a visitor')
  return { personId: ask.visitor.personId, posts: ask.visitor.posts }
}
