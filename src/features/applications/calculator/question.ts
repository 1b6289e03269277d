import { receiptChannels, type CaseEvent, type ReceiptChannel } from '../../../kernel/case/event.ts'
import { isDay, type Day } from '../../../kernel/day.ts'

/** Every field of the public calculator, by the name it has in its address. Nothing in it is about a person. */
export const clockFields = [
  ...(['channel', 'arrived', 'confirmed', 'asked', 'answerBy', 'supplemented', 'sent', 'delivered', 'answered'] as const),
  ...(['party', 'extended', 'feeSent', 'feePaid', 'replied'] as const),
] as const
export type ClockField = (typeof clockFields)[number]
export type ClockQuestion = Record<ClockField, string>

/** What an address asks of the calculator; absent and strange fields are empty. */
export function questionFrom(query: Readonly<Record<string, string>>): ClockQuestion {
  return Object.fromEntries(clockFields.map((name) => [name, query[name]?.slice(0, 40) ?? ''])) as ClockQuestion
}

/** The fields that hold something which is no day. */
export function wrongDays(question: ClockQuestion): ClockField[] {
  return clockFields.filter((name) => name !== 'channel' && name !== 'party' && question[name] !== '' && !isDay(question[name]))
}

/** The events that a question tells of; empty while it does not say how and when something arrived. */
export function eventsOf(question: ClockQuestion): CaseEvent[] {
  const day = (name: ClockField): Day | undefined => (isDay(question[name]) ? question[name] : undefined)
  const channel = receiptChannels.find((one): one is ReceiptChannel => one === question.channel)
  const [arrivedOn, asked, answerBy, sent] = [day('arrived'), day('asked'), day('answerBy'), day('sent')]
  const [confirmedOn, supplemented, delivered, answered] = [day('confirmed'), day('supplemented'), day('delivered'), day('answered')]
  const [extended, feeSent, feePaid, replied] = [day('extended'), day('feeSent'), day('feePaid'), day('replied')]
  if (channel === undefined || arrivedOn === undefined) return []
  const party = question.party === 'co-agency' ? 'co-agency' : 'third-party'
  return [
    { kind: 'received', channel, arrivedOn, ...(confirmedOn && { confirmedOn }) },
    ...(asked ? [{ kind: 'clarification-asked', on: asked, answerBy: answerBy ?? asked } as const] : []),
    ...(supplemented ? [{ kind: 'supplemented', on: supplemented } as const] : []),
    ...(sent ? [{ kind: 'consultation-sent', consultation: '1', with: party, on: sent } as const] : []),
    ...(delivered ? [{ kind: 'consultation-delivered', consultation: '1', on: delivered } as const] : []),
    ...(answered ? [{ kind: 'consultation-answered', consultation: '1', on: answered } as const] : []),
    ...(extended ? [{ kind: 'extended', decidedOn: extended, toldOn: extended } as const] : []),
    ...(feeSent ? [{ kind: 'fee-noticed', sentOn: feeSent, receivedOn: feeSent } as const] : []),
    ...(feePaid ? [{ kind: 'fee-paid', on: feePaid } as const] : []),
    ...(replied ? [{ kind: 'replied', on: replied } as const] : []),
  ]
}
