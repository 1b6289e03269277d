import type { VNode } from 'preact'
import { workingDaysBetween, type Calendar } from '../../../kernel/calendar.ts'
import { dayOf } from '../../../kernel/day.ts'
import type { Role } from '../../../kernel/policy.ts'
import { ChainOfHands, type ChainStep } from '../../../ui/chain.tsx'
import { nameIn, type Reader } from '../../../ui/reader.ts'
import type { Colleague } from '../../accounts/index.ts'
import { chainOf, type HandInChain, type Step } from '../hand.ts'
import { EmergencyHands } from '../emergencies/pages/emergency-hands.tsx'
import type { DeskDocument } from '../read-desk.ts'

const roleOf = { submit: 'information-officer', approve: 'reviewer', clear: 'secrecy-reviewer', sign: 'signer' } as const satisfies Record<
  string,
  Role
>
type Hand = keyof typeof roleOf

/** Who did what with this document, and who is missing now, by name. */
export function Hands({ reader, desk, calendar }: { reader: Reader; desk: DeskDocument; calendar: Calendar }): VNode {
  const { document, contentHash, publicHash } = desk.whole
  if (desk.emergency !== undefined && desk.emergency.version === document.currentVersion && document.stage === 'released')
    return <EmergencyHands reader={reader} desk={desk} emergency={desk.emergency} />
  const steps = stepsThatCount(desk)
  const chain = chainOf(steps, document.stage, document.stage === 'released' ? (publicHash ?? contentHash) : contentHash)
  return <ChainOfHands reader={reader} steps={chain.map((hand, at) => stepOf(reader, desk, calendar, hand, chain[at - 1]))} />
}

/** A released document shows the hands that released it, also after a correction was given up. */
function stepsThatCount(desk: DeskDocument): Step[] {
  const steps = desk.whole.steps.map((step) => ({ ...step, personName: '' }))
  if (desk.whole.document.stage !== 'released') return steps
  return steps.slice(0, steps.findLastIndex((step) => step.move === 'sign' || step.move === 'schedule') + 1)
}

function stepOf(reader: Reader, desk: DeskDocument, calendar: Calendar, hand: HandInChain, before: HandInChain | undefined): ChainStep {
  const move = hand.move as Hand
  if (hand.step !== undefined) return doneStep(reader, desk, calendar, hand.step, hand.state, before)
  const holders = hand.state === 'next' ? namesOf(reader, desk.holders) : undefined
  return {
    state: hand.state,
    label: reader.t(`publishing.hand.${move}.next`),
    post: reader.t(`accounts.role.${roleOf[move]}`),
    who: holders,
    initials: hand.state === 'next' && desk.holders.length === 1 ? initialsOf(reader, desk.holders[0]) : undefined,
    daysTaken: hand.state === 'next' ? waitedSince(reader, calendar, before?.step) : undefined,
  }
}

function doneStep(
  reader: Reader,
  desk: DeskDocument,
  calendar: Calendar,
  step: Step,
  state: HandInChain['state'],
  before: HandInChain | undefined,
): ChainStep {
  const person = desk.people.get(step.personId)
  return {
    state,
    label: reader.t(`publishing.hand.${step.move as Hand | 'schedule'}.done`),
    post: reader.t(`accounts.role.${step.move === 'schedule' ? 'signer' : roleOf[step.move as Hand]}`),
    who: person && nameIn(reader, person),
    initials: initialsOf(reader, person),
    at: step.at,
    daysTaken: before?.step && workingDaysBetween(calendar, dayOf(before.step.at), dayOf(step.at)),
  }
}

function waitedSince(reader: Reader, calendar: Calendar, step: Step | undefined): number | undefined {
  return step && workingDaysBetween(calendar, dayOf(step.at), reader.today)
}

/** Names in a row; says so when there is nobody. */
export function namesOf(reader: Reader, people: readonly Colleague[]): string {
  if (people.length === 0) return reader.t('publishing.hand.nobody')
  return people.map((person) => nameIn(reader, person)).join(reader.lang === 'zh' ? '、' : ', ')
}

/** The first character of a Chinese name, the first letters of another. */
export function initialsOf(reader: Reader, person: Colleague | undefined): string | undefined {
  if (person === undefined) return undefined
  if (reader.lang === 'zh') return person.nameZh.slice(0, 1)
  return person.nameEn
    .split(/\s+/)
    .map((part) => part.slice(0, 1).toUpperCase())
    .join('')
    .slice(0, 2)
}
