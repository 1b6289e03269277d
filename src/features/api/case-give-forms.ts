import { z } from 'zod'
import { caseClockForm } from '../portal/index.ts'

/* The forms of everything that systems are given about applications: never who asked, only a masked form of it. */

const day = z.iso.date()
const named = z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() })
const state = z.enum(['unconfirmed', 'running', 'awaiting-supplement', 'awaiting-payment', 'replied', 'closed'])

const standing = {
  ref: z.string(),
  number: z.string(),
  unit: named,
  state,
  receivedOn: day.nullable().describe('The legal day of receipt; null until it is confirmed where the channel asks for that'),
  dueOn: day.nullable(),
  isProvisional: z.boolean().describe('The day may move: the holidays of its year are not announced yet'),
  waitsUntil: day.nullable().describe('The last day of whoever is waited for'),
  endedOn: day.nullable(),
  isInTime: z.boolean().nullable(),
  api: z.string().describe('Its own address'),
  desk: z.string().describe('Where people see it'),
}

/** Where a case stands after something was done to it. */
export const caseStanding = z.object(standing)

export const registeredCase = caseStanding.extend({
  code: z
    .string()
    .nullable()
    .describe('The secret with which whoever asked follows the case: given once, kept nowhere; null when a request comes again'),
  follow: z.string().describe('Where the case is followed by number and code'),
})

const lineForm = caseStanding.extend({
  kind: z.enum(['information', 'correction']),
  channel: z.string(),
  arrivedOn: day,
  innerDueOn: day.nullable(),
  applicant: z.object({ kind: z.string(), masked: z.string() }),
  wanted: z.string().describe('Clipped in a list'),
  leaf: z.string().describe('Its outcome in the statutory table; empty until it has one'),
})
export const caseLine = lineForm
export const casesPage = z.object({ items: z.array(lineForm), next: z.string().nullable() })

const file = z.object({ id: z.int(), role: z.string(), name: z.string(), sizeBytes: z.int(), sha256: z.string().describe('In hex') })

const item = z.object({
  position: z.int(),
  words: z.string(),
  leaf: z.string(),
  ...{ ground: z.string(), facts: z.string(), harm: z.string(), discretion: z.string(), search: z.string(), pointer: z.string() },
  withheld: z.array(z.string()),
  missing: z.array(z.string()).describe('What the decision still needs before a reply can be sent'),
  files: z.array(file),
})

const field = z.object({
  name: z.string(),
  kind: z.enum(['day', 'line', 'text', 'number', 'choice', 'file']),
  isOptional: z.boolean(),
  options: z
    .array(z.object({ value: z.string(), label: z.string() }))
    .nullable()
    .describe('Of a choice'),
})

export const caseWhole = lineForm.extend({
  documentHint: z.string(),
  reason: z.string(),
  form: z.string(),
  way: z.string(),
  promisedOn: day.nullable().describe('By the unit’s own stricter promise; never in place of the legal day'),
  clock: caseClockForm,
  events: z
    .array(z.object({ id: z.int(), kind: z.string(), on: day, at: z.iso.datetime(), fields: z.record(z.string(), z.string()) }))
    .describe('What happened, without the words of anybody'),
  items: z.array(item),
  outcomes: z.array(z.object({ code: z.string(), labelZh: z.string(), labelEn: z.string() })).describe('What may be decided'),
  reply: z
    .object({
      ...{ number: z.string(), title: z.string(), body: z.string(), bodyEn: z.string() },
      stage: z.enum(['draft', 'with-head', 'with-secrecy', 'with-signer', 'signed', 'sent', 'dropped']),
      way: z.string().nullable(),
      sentOn: day.nullable(),
      servedOn: day.nullable(),
      obstacles: z.array(z.string()).describe('Position and need of each item that is not complete'),
    })
    .nullable(),
  consultations: z.array(
    z.object({
      ...{ id: z.int(), party: z.enum(['third-party', 'co-agency']), unit: z.string().nullable() },
      masked: z.string().describe('Who is asked, masked; empty for a unit of this city'),
      ...{ answer: z.string().nullable(), isFounded: z.boolean().nullable(), isOverridden: z.boolean() },
    }),
  ),
  errands: z.array(z.object({ unit: z.string(), dueOn: day, isAnswered: z.boolean() })).describe('Sections at work'),
  challenges: z.array(
    z.object({
      ...{ id: z.int(), kind: z.string(), filedOn: day, acceptedOn: day.nullable(), dueOn: day.nullable() },
      ...{ result: z.string(), decidedOn: day.nullable() },
    }),
  ),
  deeds: z.array(z.object({ verb: z.string(), fields: z.array(field) })).describe('What this system may do now, and what each deed asks'),
})
