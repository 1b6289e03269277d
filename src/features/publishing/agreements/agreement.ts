import type { Day } from '../../../kernel/day.ts'
import type { Stage } from '../document.ts'

/** co-issue: the unit issues the text together with its publisher; concern: the text is about something of that unit. */
export type AgreementKind = 'co-issue' | 'concern'
export type AnswerKind = 'agree' | 'object' | 'propose' | 'decide'

export interface AgreementAnswer {
  kind: AnswerKind
  words: string
  /** The text that was read: an answer holds for exactly that one. */
  seenHash: string
  byId: number
  at: Date
}

/** A unit's word that a text needs, and what it has said so far. */
export interface Agreement {
  id: number
  documentId: number
  unitId: number
  kind: AgreementKind
  reason: string
  askedBy: number
  askedAt: Date
  taskId?: number
  answers: AgreementAnswer[]
}

export type AgreementState = 'agreed' | 'open' | 'objected'

/** What a co-issuer puts its name to: the text, and with whom. */
export function seenBy(kind: AgreementKind, contentHash: string, coIssuers: readonly number[]): string {
  if (kind === 'concern') return contentHash
  return `${contentHash}:${[...coIssuers].sort((a, b) => a - b).join('.')}`
}

/** The answer to the text as it stands; one to another text is void. */
export function answerTo(agreement: Pick<Agreement, 'answers'>, seenHash: string): AgreementAnswer | undefined {
  return agreement.answers.findLast((answer) => answer.seenHash === seenHash)
}

export function agreementState(agreement: Pick<Agreement, 'answers'>, seenHash: string): AgreementState {
  const answer = answerTo(agreement, seenHash)
  if (answer === undefined) return 'open'
  return answer.kind === 'agree' || answer.kind === 'decide' ? 'agreed' : 'objected'
}

/** The text changed after the last answer, so that the unit is asked again. */
export function isVoided(agreement: Pick<Agreement, 'answers'>, seenHash: string): boolean {
  return agreement.answers.length > 0 && answerTo(agreement, seenHash) === undefined
}

export type AskRefusal = 'wrong-stage' | 'unit-missing' | 'own-unit' | 'asked-already' | 'reason-missing'

const stagesFor: Record<AgreementKind, readonly Stage[]> = {
  // Who issues a text is part of what every hand signs for.
  'co-issue': ['draft'],
  concern: ['draft', 'with-head', 'with-secrecy', 'with-signer'],
}

/** May units be asked at this stage? */
export function mayAskAt(kind: AgreementKind, stage: Stage): boolean {
  return stagesFor[kind].includes(stage)
}

/** Every reason why a unit is not asked. */
export function askRefusals(
  document: { stage: Stage; unitId: number },
  asked: { kind: AgreementKind; unitId: number | undefined; reason: string },
  others: readonly Pick<Agreement, 'kind' | 'unitId'>[],
): AskRefusal[] {
  const refusals: AskRefusal[] = []
  if (!mayAskAt(asked.kind, document.stage)) refusals.push('wrong-stage')
  if (asked.unitId === undefined) refusals.push('unit-missing')
  if (asked.unitId === document.unitId) refusals.push('own-unit')
  if (others.some((one) => one.kind === asked.kind && one.unitId === asked.unitId)) refusals.push('asked-already')
  if (asked.kind === 'concern' && asked.reason.trim() === '') refusals.push('reason-missing')
  return refusals
}

export type AnswerRefusal = 'not-running' | 'settled' | 'read-another-text' | 'words-missing' | 'own-text' | 'not-yet-due' | 'not-to-decide'

export interface AnswerSituation {
  stage: Stage
  state: AgreementState
  kind: AgreementKind
  seenHash: string
  authors: readonly number[]
  dueOn: Day
  today: Day
}

/** Every reason why an answer is not taken. The office decides only where a unit is silent beyond its day, or objects. */
export function answerRefusals(
  situation: AnswerSituation,
  answer: { kind: AnswerKind; words: string; seen: string; byId: number },
): AnswerRefusal[] {
  const refusals: AnswerRefusal[] = []
  if (situation.stage === 'released' || situation.stage === 'dropped') refusals.push('not-running')
  if (situation.state === 'agreed') refusals.push('settled')
  if (answer.seen !== situation.seenHash) refusals.push('read-another-text')
  if (answer.kind !== 'agree' && answer.words.trim() === '') refusals.push('words-missing')
  if (situation.authors.includes(answer.byId)) refusals.push('own-text')
  if (answer.kind !== 'decide') return refusals
  if (situation.kind === 'co-issue') refusals.push('not-to-decide')
  if (situation.state === 'open' && situation.today <= situation.dueOn) refusals.push('not-yet-due')
  return refusals
}
