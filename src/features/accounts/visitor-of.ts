import type { Ask, Visitor } from '../../platform/http/route.ts'

/** Who asks, on a route that the edge opens to nobody without a session. */
export function visitorOf(ask: Ask): Visitor {
  if (ask.visitor === undefined) throw new Error(`nobody is signed in at ${ask.reader.path}`)
  return ask.visitor
}
