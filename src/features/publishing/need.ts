import { addMonths, dayOf } from '../../kernel/day.ts'
import type { Stage } from './document.ts'
import type { Mover, Obstacle, Situation, StepName } from './situation.ts'

/** What a move may ask for besides the right person. */
export type Need =
  | 'complete'
  | 'checked'
  | 'unblocked'
  | 'same-text'
  | 'remark'
  | 'conclusion'
  | 'agreed'
  | 'consented'
  | 'public'
  | 'set-time'
  | 'due'
  | 'emergency-kind'
  | 'under-review'
  | 'another-person'

/** What is still missing of a need. */
export function unmet(need: Need, situation: Situation, mover: Mover): Obstacle[] {
  switch (need) {
    case 'complete':
      return situation.missing.length > 0 ? ['incomplete'] : []
    case 'checked':
      return [...blocking(situation), ...unanswered(situation)]
    case 'unblocked':
      return blocking(situation)
    case 'same-text':
      return isSeenByAll(situation) ? [] : ['text-changed']
    case 'remark':
      return mover.remark.trim() === '' ? ['remark-missing'] : []
    case 'conclusion':
      return unmetConclusion(situation, mover)
    case 'agreed':
      return [...unagreed(situation, 'concern'), ...unagreed(situation, 'co-issue')]
    case 'consented':
      return unagreed(situation, 'co-issue')
    case 'public':
      return situation.isProactive ? [] : ['not-for-public']
    default:
      return unmetInTime(need, situation, mover)
  }
}

function unmetInTime(need: Need, situation: Situation, mover: Mover): Obstacle[] {
  switch (need) {
    case 'set-time':
      return unmetTime(situation, mover)
    case 'due':
      return situation.releaseAt !== undefined && situation.releaseAt <= situation.now ? [] : ['not-yet']
    case 'emergency-kind':
      if (mover.kind === undefined || mover.kind === '') return ['kind-missing']
      return situation.emergencyKinds.includes(mover.kind) ? [] : ['kind-not-allowed']
    case 'under-review':
      return situation.emergency === undefined ? ['nothing-to-review'] : []
    default:
      return unmetOther(situation, mover)
  }
}

const handsBefore: Partial<Record<Stage, readonly StepName[]>> = {
  'with-head': ['submit'],
  'with-secrecy': ['submit', 'approve'],
  'with-signer': ['submit', 'approve', 'clear'],
  scheduled: ['submit', 'approve', 'clear', 'schedule'],
}

/** Every hand before this one is on record, and saw the text as it is now. */
function isSeenByAll({ stage, hands, contentHash }: Situation): boolean {
  const needed = handsBefore[stage] ?? []
  return hands.every((hand) => hand.contentHash === contentHash) && needed.every((name) => hands.some((hand) => hand.move === name))
}

/** What is still being looked into may hold anything. */
function blocking({ findings, isBeingRead }: Situation): Obstacle[] {
  const found: Obstacle[] = isBeingRead ? ['being-read'] : []
  return findings.some((finding) => finding.weight === 'block') ? [...found, 'blocked'] : found
}

function unanswered({ findings }: Situation): Obstacle[] {
  return findings.some((finding) => finding.weight === 'answer' && !finding.isAnswered) ? ['unanswered'] : []
}

/** A text that stays closed may be found to be a secret; one that is for the public may not. */
function unmetConclusion(situation: Situation, mover: Mover): Obstacle[] {
  if (mover.conclusion === undefined || mover.conclusion === '') return ['conclusion-missing']
  const found: Obstacle[] = []
  if ((mover.basis ?? '').trim() === '') found.push('basis-missing')
  const stays = !situation.isProactive && mover.conclusion === 'may-not'
  if (mover.conclusion !== 'may-publish' && !stays) found.push('not-cleared')
  if (situation.isSecret) found.push(...unmetLevel(situation, mover))
  return found
}

function unmetLevel({ longestYears, now }: Situation, { level, classifiedUntil }: Mover): Obstacle[] {
  if (level === undefined || level === '' || classifiedUntil === undefined) return ['level-missing']
  const longest = addMonths(dayOf(now), 12 * longestYears[level])
  return classifiedUntil <= dayOf(now) || classifiedUntil > longest ? ['too-long-secret'] : []
}

function unagreed({ agreements }: Situation, kind: 'co-issue' | 'concern'): Obstacle[] {
  const states = agreements.filter((one) => one.kind === kind).map((one) => one.state)
  const found: Obstacle[] = []
  if (states.includes('open')) found.push(kind === 'concern' ? 'awaits-confirmation' : 'awaits-consent')
  if (states.includes('objected')) found.push(kind === 'concern' ? 'objected' : 'co-issuer-objects')
  return found
}

function unmetTime({ now, dueOn }: Situation, { releaseAt, knowsLate }: Mover): Obstacle[] {
  if (releaseAt === undefined) return ['time-missing']
  if (releaseAt <= now) return ['time-past']
  return dueOn !== undefined && dayOf(releaseAt) > dueOn && knowsLate !== true ? ['would-be-late'] : []
}

/** Whoever reviews a release that skipped the hands is neither who wrote it nor who released it; no waiver loosens that. */
function unmetOther({ emergency }: Situation, { id }: Mover): Obstacle[] {
  if (emergency === undefined) return []
  if (emergency.authors.includes(id)) return ['own-text']
  return emergency.byId === id ? ['second-hand'] : []
}
