import { z } from 'zod'
import { caseBreaches, type CaseClock, type CaseEvent, receiptChannels } from '../../kernel/case/index.ts'
import { isDay, type Day } from '../../kernel/day.ts'

/* The forms of the clock of an application: the events that it reads, and what it says. */

const day = z.iso.date({ abort: true }).refine(isDay)
const answered = z.iso.date().nullable()
const consultation = z.string().min(1).max(200)
const event = <Kind extends string, Shape extends z.core.$ZodLooseShape>(kind: Kind, shape: Shape) =>
  z.strictObject({ kind: z.literal(kind), ...shape })

/** The events of one case. Strict: a field that is not known is a slip of the pen, which must not move a date unnoticed. */
export const eventsForm = z
  .array(
    z.discriminatedUnion('kind', [
      event('received', { channel: z.enum(receiptChannels), arrivedOn: day, confirmedOn: day.optional() }),
      event('clarification-asked', { on: day, answerBy: day }),
      event('supplemented', { on: day }),
      event('consultation-sent', { consultation, with: z.enum(['third-party', 'co-agency']), on: day }),
      event('consultation-delivered', { consultation, on: day }),
      event('consultation-answered', { consultation, on: day }),
      event('extended', { decidedOn: day, toldOn: day }),
      event('fee-noticed', { sentOn: day, receivedOn: day.optional() }),
      event('fee-paid', { on: day }),
      event('reasons-asked', { on: day }),
      event('reasons-given', { on: day }),
      event('date-set', { toldOn: day, dueOn: day }),
      event('replied', { on: day }),
      event('closed', { on: day }),
    ]),
  )
  .max(500)
  .transform((events) => events as CaseEvent[])

/** The clock of an application, as it is given. */
export const caseClockForm = z.object({
  edition: z.string().describe('The edition of the regulations that governs the case'),
  state: z.enum(['unconfirmed', 'running', 'awaiting-supplement', 'awaiting-payment', 'replied', 'closed']),
  receivedOn: answered.describe('The legal day of receipt'),
  receivedBy: z.string().nullable().describe('The rule that set it'),
  startOn: answered.describe('Day 0 of the count that runs, or ran last'),
  startedBy: z.enum(['received', 'supplemented', 'fee-paid']).nullable(),
  clarifyBy: answered,
  supplementBy: answered,
  payBy: answered,
  baseDueOn: answered.describe('The due day without an extension and without a date of art. 35'),
  dueOn: answered.describe('Null while nothing runs, or a pause has no end yet'),
  dueBy: z.enum(['term', 'extension', 'set-date']).nullable(),
  termDays: z.int().nullable(),
  isProvisional: z.boolean().describe('The day may move: the holidays of its year are not announced yet'),
  days: z.array(
    z.object({ on: z.iso.date(), counted: z.boolean(), why: z.string(), consultations: z.array(z.string()), forReasons: z.boolean() }),
  ),
  pauses: z.array(
    z.object({
      ...{ after: z.iso.date(), until: answered, isOpen: z.boolean(), forReasons: z.boolean() },
      consultations: z.array(z.string()),
    }),
  ),
  breaches: z.array(z.enum(caseBreaches)).describe('What the unit did too late; the dates stand all the same'),
  endedOn: answered,
  isInTime: z.boolean().nullable(),
})

/** A clock in that form: what is absent is null. */
export function asCaseClock(edition: string, clock: CaseClock): z.infer<typeof caseClockForm> {
  const or = (on: Day | undefined): Day | null => on ?? null
  return {
    ...{ edition, state: clock.state, receivedOn: or(clock.receivedOn), receivedBy: clock.receivedBy ?? null },
    ...{ startOn: or(clock.startOn), startedBy: clock.startedBy ?? null, clarifyBy: or(clock.clarifyBy) },
    ...{ supplementBy: or(clock.supplementBy), payBy: or(clock.payBy), baseDueOn: or(clock.baseDueOn), dueOn: or(clock.dueOn) },
    ...{ dueBy: clock.dueBy ?? null, termDays: clock.termDays ?? null, isProvisional: clock.isProvisional },
    days: clock.days.map(({ on, counted, why, consultations = [], forReasons = false }) => ({
      ...{ on, counted, why, consultations: [...consultations], forReasons },
    })),
    pauses: clock.pauses.map(({ after, until, isOpen, consultations, forReasons = false }) => ({
      ...{ after, until: or(until), isOpen, forReasons, consultations: [...consultations] },
    })),
    ...{ breaches: [...clock.breaches], endedOn: or(clock.endedOn), isInTime: clock.isInTime ?? null },
  }
}
