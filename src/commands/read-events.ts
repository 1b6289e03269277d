import { readFileSync, statSync } from 'node:fs'
import { z } from 'zod'
import { type CaseEvent, type CaseEventKind, receiptChannels } from '../kernel/case/index.ts'
import { type Day, isDay } from '../kernel/day.ts'

/** The events of a file, or what is wrong with it: `kind` names what the event should look like, where that is known. */
export type EventsRead =
  | { events: CaseEvent[] }
  | { wrong: 'unreadable' | 'not-json' | 'not-a-list' | 'too-large' }
  | { wrong: 'kind' | 'form'; number: number; field: string; kind?: CaseEventKind }

/** A list of a case's events is short: more is another file by mistake. */
const mostBytes = 1_000_000

const day = z.custom<Day>((text) => typeof text === 'string' && isDay(text))
const consultation = z
  .string()
  .max(200)
  .regex(/^[^\p{Cc}]+$/u)
const forms: { [Kind in CaseEventKind]: z.ZodType<Extract<CaseEvent, { kind: Kind }>> } = {
  received: form('received', { channel: z.enum(receiptChannels), arrivedOn: day, confirmedOn: day.optional() }),
  'clarification-asked': form('clarification-asked', { on: day, answerBy: day }),
  supplemented: form('supplemented', { on: day }),
  'consultation-sent': form('consultation-sent', { consultation, with: z.enum(['third-party', 'co-agency']), on: day }),
  'consultation-delivered': form('consultation-delivered', { consultation, on: day }),
  'consultation-answered': form('consultation-answered', { consultation, on: day }),
  extended: form('extended', { decidedOn: day, toldOn: day }),
  'fee-noticed': form('fee-noticed', { sentOn: day, receivedOn: day.optional() }),
  'fee-paid': form('fee-paid', { on: day }),
  'reasons-asked': form('reasons-asked', { on: day }),
  'reasons-given': form('reasons-given', { on: day }),
  'date-set': form('date-set', { toldOn: day, dueOn: day }),
  replied: form('replied', { on: day }),
  closed: form('closed', { on: day }),
}

/** The kinds of events that a file may hold. */
export const eventKinds = Object.keys(forms) as CaseEventKind[]

/** Reads the events of one case from a JSON file; tells which event is wrong in which field. Changes nothing. */
export function readEvents(path: string): EventsRead {
  const text = textOf(path)
  if (typeof text === 'object') return text
  const list = parsed(text)
  if (list === undefined) return { wrong: 'not-json' }
  if (!Array.isArray(list)) return { wrong: 'not-a-list' }
  const events: CaseEvent[] = []
  for (const [at, item] of list.entries()) {
    const kind = eventKinds.find((each) => each === (item as { kind?: unknown } | null)?.kind)
    if (kind === undefined) return { wrong: 'kind', number: at + 1, field: 'kind' }
    const reading = forms[kind].safeParse(item)
    if (!reading.success) return { wrong: 'form', number: at + 1, field: fieldOf(reading.error), kind }
    events.push(reading.data)
  }
  return { events }
}

function form<Kind extends CaseEventKind, Shape extends z.core.$ZodLooseShape>(kind: Kind, shape: Shape) {
  return z.strictObject({ kind: z.literal(kind), ...shape })
}

function textOf(path: string): string | EventsRead {
  try {
    if (statSync(path).size > mostBytes) return { wrong: 'too-large' }
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  } catch {
    return { wrong: 'unreadable' }
  }
}

/** Undefined for what is no JSON; null and the like come back as they are. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function fieldOf({ issues: [first] }: z.ZodError): string {
  if (first?.code === 'unrecognized_keys') return first.keys.join(', ')
  return first?.path.map(String).join('.') ?? ''
}
