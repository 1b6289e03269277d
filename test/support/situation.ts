import type { Stage } from '../../src/features/publishing/document.ts'
import type { Hand, MoveName, Mover, Situation } from '../../src/features/publishing/move.ts'

export const stages: readonly Stage[] = ['draft', 'with-head', 'with-secrecy', 'with-signer', 'scheduled', 'released', 'dropped']
const everything = (): boolean => true
export const now = new Date('2026-06-15T02:00:00Z')
export const tomorrow = new Date('2026-06-16T02:00:00Z')

/** A draft that is ready to go on, written by person 1. */
export const ready: Situation = {
  stage: 'draft',
  contentHash: 'text-1',
  missing: [],
  findings: [],
  isBeingRead: false,
  authors: [1],
  hands: [],
  hasWaiver: false,
  isProactive: true,
  isSecret: false,
  longestYears: { low: 10, high: 20, top: 30 },
  agreements: [],
  now,
  releaseAt: now,
  emergencyKinds: ['warning'],
  emergency: { authors: [1], byId: 2 },
}

/** Somebody who may do everything and has filled every field of the form. */
export function mover(id: number, rest: Partial<Mover> = {}): Mover {
  return {
    id,
    may: everything,
    remark: 'because',
    conclusion: 'may-publish',
    basis: 'art. 14',
    releaseAt: tomorrow,
    kind: 'warning',
    ...rest,
  }
}

/** The hands that a text at a stage has been through, each another person's. */
export function handsAt(stage: Stage, contentHash = 'text-1'): Hand[] {
  const order: MoveName[] = ['submit', 'approve', 'clear', 'schedule']
  const length = { draft: 0, 'with-head': 1, 'with-secrecy': 2, 'with-signer': 3, scheduled: 4, released: 3, dropped: 0 }[stage]
  return order.slice(0, length).map((move, at) => ({ move, personId: at + 1, contentHash }))
}
