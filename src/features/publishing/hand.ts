import type { Hand, MoveName, StepName } from './move.ts'
import type { Stage } from './document.ts'

/** One step as it is stored. */
export interface Step extends Hand {
  id: number
  version: number
  personName: string
  post: string
  at: Date
  remark: string
}

export interface HandInChain {
  move: MoveName
  state: 'done' | 'next' | 'later' | 'voided'
  step?: Step
}

const order: readonly { move: MoveName; waitsAt: Stage }[] = [
  { move: 'submit', waitsAt: 'draft' },
  { move: 'approve', waitsAt: 'with-head' },
  { move: 'clear', waitsAt: 'with-secrecy' },
  { move: 'sign', waitsAt: 'with-signer' },
]

const startsAgain: readonly StepName[] = ['send-back', 'take-back', 'edit', 'correct']

/** The steps that count: those since the last submission, that one included. A text sent back starts again; a time taken back was never set. */
export function runningHands<One extends Hand>(steps: readonly One[]): One[] {
  const last = steps.findLastIndex((step) => step.move === 'submit')
  const since = last === -1 ? [] : steps.slice(last)
  if (since.some((step) => startsAgain.includes(step.move))) return []
  const undone = since.findLastIndex((step) => step.move === 'unschedule')
  return since.filter((step, at) => at > undone || (step.move !== 'schedule' && step.move !== 'unschedule'))
}

/**
 * The chain of hands as it stands: who did what, who is next, who comes later. A hand that saw another text than the one there is now
 * is voided.
 */
export function chainOf(steps: readonly Step[], stage: Stage, contentHash: string): HandInChain[] {
  const running = runningHands(steps)
  const waiting = order.findIndex((one) => one.waitsAt === stage)
  return order.map(({ move }, index) => {
    const step = running.find((one) => one.move === move || (move === 'sign' && one.move === 'schedule'))
    if (step !== undefined) return { move, step, state: step.contentHash === contentHash ? 'done' : 'voided' }
    return { move, state: index === waiting ? 'next' : 'later' }
  })
}
