import type { Action } from '../../kernel/policy.ts'

/** Something false or incomplete that circulates (OGI-2019 art. 6): from the first report to the answer, or to the reason why there is none. */
export type RumourState = 'reported' | 'assessed' | 'verified' | 'answered' | 'closed'
export type Verdict = 'false' | 'incomplete' | 'true'
export type RumourMove = 'hand-over' | 'assess' | 'verify' | 'answer' | 'brief' | 'close'

type Need = 'words' | 'other-unit' | 'verdict' | 'untrue' | 'not-briefed' | 'major' | 'not-published' | 'no-document'

interface Row {
  name: RumourMove
  from: RumourState
  to: RumourState
  action: Action
  needs: readonly Need[]
}

const write = 'clarifications.write'
const close = { name: 'close', to: 'closed', action: 'clarifications.close' } as const
const brief = { name: 'brief', action: write, needs: ['major', 'not-briefed'] } as const

/** What may be done with it at each state: data, walked by a test. */
export const rumourMoves: readonly Row[] = [
  { name: 'hand-over', from: 'reported', to: 'reported', action: write, needs: ['other-unit', 'words'] },
  { name: 'assess', from: 'reported', to: 'assessed', action: write, needs: ['words'] },
  { name: 'verify', from: 'assessed', to: 'verified', action: write, needs: ['verdict', 'words'] },
  { name: 'answer', from: 'verified', to: 'answered', action: 'documents.write', needs: ['untrue'] },
  { name: 'answer', from: 'answered', to: 'answered', action: 'documents.write', needs: ['untrue', 'no-document'] },
  { ...brief, from: 'assessed', to: 'assessed' },
  { ...brief, from: 'verified', to: 'verified' },
  { ...brief, from: 'answered', to: 'answered' },
  { ...close, from: 'reported', needs: ['words'] },
  { ...close, from: 'assessed', needs: ['words'] },
  { ...close, from: 'verified', needs: ['words'] },
  { ...close, from: 'answered', needs: ['words', 'not-published'] },
]

export interface RumourSituation {
  state: RumourState
  unitId: number
  isMajor: boolean
  verdict?: Verdict | undefined
  isBriefed: boolean
  /** Its clarification: none, on its way, given up, or out. */
  document: 'none' | 'running' | 'dropped' | 'published'
}

export interface RumourRequest {
  move: RumourMove
  words: string
  /** To whom it is handed over. */
  unitId?: number | undefined
  isMajor?: boolean
  verdict?: Verdict | undefined
}

export type RumourObstacle =
  | 'wrong-state'
  | 'no-right'
  | 'words-missing'
  | 'unit-missing'
  | 'verdict-missing'
  | 'nothing-to-clarify'
  | 'briefed-already'
  | 'not-major'
  | 'published-already'
  | 'document-running'

export function rumourMoveFrom(state: RumourState, name: RumourMove): Row | undefined {
  return rumourMoves.find((row) => row.name === name && row.from === state)
}

/** Everything that stands in the way of a move; empty: it may be made. */
export function rumourObstacles(situation: RumourSituation, request: RumourRequest, may: (action: Action) => boolean): RumourObstacle[] {
  const row = rumourMoveFrom(situation.state, request.move)
  if (row === undefined) return ['wrong-state']
  const found: RumourObstacle[] = may(row.action) ? [] : ['no-right']
  for (const need of row.needs) found.push(...unmet(need, situation, request))
  return found
}

function unmet(need: Need, situation: RumourSituation, { words, unitId, verdict }: RumourRequest): RumourObstacle[] {
  switch (need) {
    case 'words':
      return words.trim() === '' ? ['words-missing'] : []
    case 'other-unit':
      return unitId === undefined || unitId === situation.unitId ? ['unit-missing'] : []
    case 'verdict':
      return verdict === undefined ? ['verdict-missing'] : []
    case 'untrue':
      return situation.verdict === 'true' ? ['nothing-to-clarify'] : []
    case 'not-briefed':
      return situation.isBriefed ? ['briefed-already'] : []
    case 'major':
      return situation.isMajor ? [] : ['not-major']
    case 'not-published':
      return situation.document === 'published' ? ['published-already'] : []
    case 'no-document':
      return situation.document === 'dropped' ? [] : ['document-running']
  }
}

/** The instant by which so many hours have passed since it was known. */
export function dueAfter(reportedAt: Date, hours: number): Date {
  return new Date(reportedAt.getTime() + 3_600_000 * hours)
}

export type ClockState = 'running' | 'overdue' | 'in-time' | 'late' | 'closed'

/** How the clock of an answer stands: the answer counts from its release, not from its draft. */
export function clockState(state: RumourState, dueAt: Date, doneAt: Date | undefined, now: Date): ClockState {
  if (doneAt !== undefined) return doneAt <= dueAt ? 'in-time' : 'late'
  if (state === 'closed') return 'closed'
  return now > dueAt ? 'overdue' : 'running'
}

/** What circulates may stand on the public page only where the published text, which all hands have read, says it too. */
export function publicClaim(claim: string, publishedBody: string): string | undefined {
  return publishedBody.includes(claim.trim()) ? claim.trim() : undefined
}
