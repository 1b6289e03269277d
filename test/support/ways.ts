import { may, type Action } from '../../src/kernel/policy.ts'
import type { Route } from '../../src/platform/http/route.ts'
import type { Town, Walker } from './walk.ts'

/** One way of asking for a route: its address, what is sent along, and a right that its answer asks for besides its policy. */
export interface Way {
  route: Route
  address: string
  sent: Record<string, string>
  also?: Action
}

/** Where a route asks for a unit or a choice in the query or the form instead of the address; several choices are several ways. */
const choices: Record<string, { sent?: Record<string, string>; params?: Record<string, string>; also?: Action }[]> = {
  '/reports/annual/:year/cell': [{ sent: { cell: 't2/1/person' } }],
  '/reports/annual/:year/drift': [{ sent: { cell: 't2/1/person' } }],
  '/desk/reports/:id/drift': [{ sent: { cell: 't2/1/person' } }],
  '/desk/reports/:id/cell': [{ sent: { cell: 't1/charges/amount' } }],
  '/api/v1/clock': [{ sent: { days: '20', start: '2026-06-15' } }],
  'POST /desk/people/:id/access': [{ sent: { act: 'second-factor' }, also: 'people.manage' }],
  '/desk/tasks/register': [{ sent: { unit: 'safety' } }],
  'POST /desk/catalogue/proposals/:id': [{ sent: { unit: 'safety', kind: 'comment', words: '建议给基层留出时间' } }],
  '/desk/units/new': [{ sent: { parent: 'safety' } }],
  '/desk/reports/circulars/:id/cell': [{ sent: { unit: 'safety', figure: 'documents-entered' } }],
  '/desk/reports/circulars/:id/drift': [{ sent: { unit: 'safety', figure: 'documents-entered' } }],
  '/reports/circulars/:id/drift': [{ sent: { unit: 'safety', figure: 'documents-entered' } }],
  '/reports/circulars/:id/cell': [{ sent: { unit: 'safety', figure: 'documents-entered' } }],
  '/desk/applications/identity': [{ sent: { identity: 'E12345678' } }],
  '/account/ranking': [{ sent: { unit: 'safety' } }],
  '/desk/board/remind': [{ sent: { unit: 'safety' } }],
  'POST /desk/reports/rounds': [{ sent: { unit: 'safety', kind: 'quarter', period: '2025-Q4', dueOn: '2026-01-15', asked: 'safety' } }],
  '/desk/overview/records': [{ sent: { cell: 't2/1/total' } }],
  '/desk/reports/rounds/:id/begin': [{ sent: { unit: 'safety' } }],
  '/desk/channels/new': [{ sent: { unit: 'safety' } }],
  '/desk/documents/:id/move/:move': [
    { params: { move: 'submit' }, also: 'documents.write' },
    { params: { move: 'approve' }, also: 'documents.review' },
    { params: { move: 'clear' }, also: 'documents.secrecy' },
    { params: { move: 'sign' }, also: 'documents.sign' },
  ],
  '/desk/documents/:id/move': [
    { sent: { move: 'submit' }, also: 'documents.write' },
    { sent: { move: 'approve' }, also: 'documents.review' },
    { sent: { move: 'clear' }, also: 'documents.secrecy' },
    { sent: { move: 'sign' }, also: 'documents.sign' },
  ],
  'POST /desk/coordination/:id/answer': [
    { sent: { kind: 'agree' }, also: 'coordination.confirm' },
    { sent: { kind: 'decide' }, also: 'coordination.decide' },
  ],
  'POST /desk/clarifications/:id': [
    { sent: { move: 'assess' }, also: 'clarifications.write' },
    { sent: { move: 'close' }, also: 'clarifications.close' },
  ],
}

/** Addresses where there is nothing in this town, for anybody. */
const empty: Record<string, string> = {
  '/reports/summaries/:year': 'no work summary is published',
  '/reports/summaries/:year/figure': 'no work summary is published',
  '/reports/summaries/:year/drift': 'no work summary is published',
  '/reports/summaries/:year/summary.docx': 'no work summary is published',
  '/reports/summaries/:year/summary.pdf': 'no work summary is published',
  '/desk/summaries/:id/drift': 'the work summary is not filed',
  '/desk/reports/statements/:id/drift': 'the statement is not filed',
  '/channels/:code/photo': 'the column has no picture',
  '/desk/postings/:id/proof': 'the posting has no photo',
  '/postings/:id/photo': 'the posting has no photo',
  '/desk/documents/:id/files/:fileId/original': 'only clean copies have a sealed original',
  '/set-up': 'there is an operator, so the first run is over',
  '/desk/account/sessions/:id/end': 'nobody ends the session of another',
  '/desk/saved/:id/open': 'nobody opens the search of another',
  '/desk/saved/:id/remove': 'nobody removes the search of another',
  '/follow/mine/:token': 'only the link out of a mail opens a reader’s own page',
}

/** What is laid down for the whole city, so that a unit's own office may not. */
const ofCity = ['/desk/reports/lines', '/desk/reports/lines/:row', '/desk/reports/bulletins/sections']

/** Every way of asking for a route. Throws for a parameter that nobody gave a value: then the walk would not reach the route. */
export function waysTo(route: Route, town: Town): Way[] {
  return (choices[`${route.method} ${route.path}`] ?? choices[route.path] ?? [{}]).map(({ sent = {}, params = {}, also }) => {
    const parts = route.path.split('/').map((part, index, all) => {
      if (!/^[:*]/.test(part)) return part
      const known = params[part.slice(1)] ?? town.params[all.slice(0, index + 1).join('/')]
      if (known === undefined) throw new Error(`test/support/walk.ts knows no value for ${part} of ${route.method} ${route.path}`)
      return known
    })
    const query = route.method === 'GET' && Object.keys(sent).length > 0 ? `?${new URLSearchParams(sent).toString()}` : ''
    return { route, address: `/en${parts.join('/')}${query}`, sent, also }
  })
}

/** Asks once; what is wrong with the answer, or undefined. */
export async function walk(town: Town, { route, address, sent, also }: Way, walker: Walker): Promise<string | undefined> {
  const { own, above } = town.units
  const unitPath = route.about === undefined ? undefined : ofCity.includes(route.path) ? above.path : own.path
  const isAllowed = may(route.policy, walker.posts, unitPath) && (also === undefined || may(also, walker.posts, town.units.own.path))
  const before = await town.lastEntry()
  const answer = await (route.method === 'GET' ? town.get(walker, address) : town.post(walker, address, sent))
  const { statusCode: status } = answer
  if (status >= 500) return `fell over with ${status}`
  if (Object.hasOwn(empty, route.path) && isAllowed) return status === 404 ? undefined : `${status} where there is nothing`
  const isSentAway = status === 401 || (status === 303 && String(answer.headers.location).startsWith('/en/sign-in?next='))
  const isRefused = isSentAway || status === 403 || status === 404
  if (isAllowed) return isRefused ? `refused with ${status}` : undefined
  if (!isRefused) return `let in with ${status}`
  if (walker.posts === undefined && !isSentAway) return `${status} instead of the way to the sign-in`
  if (route.method === 'POST' && (await town.lastEntry()) !== before) return 'refused, and yet something was recorded'
  return undefined
}
