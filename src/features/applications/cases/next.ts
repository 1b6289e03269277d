import type { CaseState } from '../../../kernel/case/clock.ts'
import type { Action } from '../../../kernel/policy.ts'
import type { LetterStage } from '../replying/hands.ts'

/** What decides about the next step of a case. */
export interface NextState {
  state: CaseState
  /** The applicant's last day has passed. */
  isLapsed: boolean
  hasHandler: boolean
  /** The first requested item whose decision is not complete. */
  openItemId: number | undefined
  /** Of the reply; absent while nobody wrote one. */
  stage: LetterStage | undefined
  may(action: Action): boolean
}

export interface NextAct {
  name: 'confirm' | 'assign' | 'supplement' | 'close' | 'paid' | 'decide' | 'write' | 'hands' | 'send'
  /** Behind the case's own address, or a place on its page. */
  path: string
}

/** The one act that brings a case on, for whoever may do it; undefined where the next step is another's, or there is none. */
export function nextActOf({ state, isLapsed, hasHandler, openItemId, stage, may }: NextState): NextAct | undefined {
  const first = (...acts: [NextAct, Action][]): NextAct | undefined => acts.find(([, action]) => may(action))?.[0]
  if (state === 'unconfirmed') return first([{ name: 'confirm', path: 'confirm' }, 'applications.register'])
  if (state === 'awaiting-supplement' || state === 'awaiting-payment') {
    if (isLapsed) return first([{ name: 'close', path: 'close' }, 'applications.lead'])
    if (state === 'awaiting-payment') return first([{ name: 'paid', path: 'paid' }, 'applications.handle'])
    return first([{ name: 'supplement', path: 'supplement' }, 'applications.handle'])
  }
  if (state !== 'running') return undefined
  if (!hasHandler) return first([{ name: 'assign', path: 'assign' }, 'applications.assign'])
  if (stage === 'signed') return first([{ name: 'send', path: 'send' }, 'applications.handle'])
  if (stage === 'with-head') return first([{ name: 'hands', path: '#reply' }, 'applications.review'])
  if (stage === 'with-secrecy') return first([{ name: 'hands', path: '#reply' }, 'applications.secrecy'])
  if (stage === 'with-signer') return first([{ name: 'hands', path: '#reply' }, 'applications.sign'])
  if (openItemId !== undefined) return first([{ name: 'decide', path: `items/${openItemId}` }, 'applications.handle'])
  if (stage === undefined) return first([{ name: 'write', path: 'reply' }, 'applications.handle'])
  return first([{ name: 'hands', path: '#reply' }, 'applications.handle'])
}
