import { done, refused, type Outcome } from '../../../kernel/outcome.ts'

/** What a unit hands in to the office before a period ends (seed rows S1-057, S1-058), on its way through two signatures. */
export interface Material {
  id: number
  taskId: number
  words: string
  /** The department head who signed. */
  headId?: number
  headAt?: Date
  /** The leader in charge who signed. */
  leaderId?: number
  leaderAt?: Date
  handedAt?: Date
  version: number
}

export const materialMoves = ['write', 'sign-head', 'sign-leader', 'send-back', 'hand-in'] as const
export type MaterialMove = (typeof materialMoves)[number]

export type MaterialState = 'missing' | 'written' | 'head-signed' | 'signed' | 'handed-in'

/** How far it has come: nothing, written, one signature, both, handed in. */
export function stateOfMaterial(material: Material | undefined): MaterialState {
  if (material === undefined) return 'missing'
  if (material.handedAt !== undefined) return 'handed-in'
  if (material.headId === undefined) return 'written'
  return material.leaderId === undefined ? 'head-signed' : 'signed'
}

export type MaterialRefusal =
  | ('words-missing' | 'reason-missing' | 'nothing-written' | 'handed-in-already' | 'signed-already' | 'head-first')
  | ('same-person' | 'not-signed' | 'nothing-to-send-back' | 'edited-meanwhile' | 'not-open')

export interface MaterialRequest {
  move: MaterialMove
  personId: number
  at: Date
  /** The version that whoever asks has read; 0 before anything was written. */
  version: number
  /** The text that is written, or why it is sent back. */
  words: string
  isOpen: boolean
}

/**
 * One step of the material: written by the unit, signed by the department head and then by the leader in charge, who is somebody else,
 * handed in. New words, or being sent back, take the signatures away. Refuses with every reason.
 */
export function movedMaterial(
  material: Material | undefined,
  request: MaterialRequest,
): Outcome<Omit<Material, 'id' | 'taskId'>, MaterialRefusal> {
  const { move, personId, at } = request
  const refusals = refusalsOf(material, request)
  if (refusals.length > 0) return refused(...refusals)
  const version = (material?.version ?? 0) + 1
  const words = move === 'write' ? request.words.trim() : (material?.words ?? '')
  if (move === 'write' || move === 'send-back') return done({ words, version })
  const { headId, headAt, leaderId, leaderAt } = material ?? {}
  const signed = { words, version, headId, headAt, leaderId, leaderAt }
  if (move === 'sign-head') return done({ ...signed, headId: personId, headAt: at })
  if (move === 'sign-leader') return done({ ...signed, leaderId: personId, leaderAt: at })
  return done({ ...signed, handedAt: at })
}

function refusalsOf(material: Material | undefined, { move, personId, version, words, isOpen }: MaterialRequest): MaterialRefusal[] {
  const refusals: MaterialRefusal[] = []
  const state = stateOfMaterial(material)
  const text = words.trim()
  if (!isOpen) refusals.push('not-open')
  if (state === 'handed-in') return [...refusals, 'handed-in-already']
  if ((material?.version ?? 0) !== version) refusals.push('edited-meanwhile')
  if (move === 'write') return text === '' ? [...refusals, 'words-missing'] : refusals
  if (material === undefined) return [...refusals, 'nothing-written']
  if (move === 'sign-head' && state !== 'written') refusals.push('signed-already')
  if (move === 'sign-leader' && state === 'written') refusals.push('head-first')
  if (move === 'sign-leader' && state === 'signed') refusals.push('signed-already')
  if (move === 'sign-leader' && material.headId === personId) refusals.push('same-person')
  if (move === 'send-back' && state === 'written') refusals.push('nothing-to-send-back')
  if (move === 'send-back' && text === '') refusals.push('reason-missing')
  if (move === 'hand-in' && state !== 'signed') refusals.push('not-signed')
  return refusals
}
