import { z } from 'zod'
import { profileKeys } from '../organisations/index.ts'

/* The forms of everything that systems are given. */

const day = z.iso.date()
const instant = z.iso.datetime()
const named = z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() })

export const draftFile = z.object({
  id: z.int(),
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int(),
  sha256: z.string().describe('In hex'),
})

const weight = z
  .enum(['block', 'answer', 'advice'])
  .describe('What blocks must be mended; what asks for an answer is answered by a person at the desk')

/** A file as it stands in a draft: what became of looking into it, and what was found. */
export const examinedFile = draftFile.extend({
  state: z
    .enum(['waiting', 'looked', 'not-checked', 'unreadable'])
    .describe('Waiting: it is still being looked into. Not checked: it has no text layer, so nothing can be said of it'),
  findings: z.array(z.object({ check: z.string(), weight, isAnswered: z.boolean(), reason: z.string(), advice: z.string() })),
})

const finding = z.object({
  check: z.string(),
  weight,
  isAnswered: z.boolean(),
  place: z.object({ in: z.enum(['head', 'text']), line: z.int(), column: z.int(), start: z.int(), end: z.int() }),
  passage: z.string(),
  reason: z.string(),
  advice: z.string(),
})

export const draftLine = z.object({
  id: z.int(),
  reference: z.string(),
  indexNumber: z.string(),
  unit: named,
  title: z.string(),
  stage: z.enum(['draft', 'with-head', 'with-secrecy', 'with-signer', 'scheduled', 'released', 'dropped']),
  standing: z.enum(['unpublished', 'published', 'cancelled', 'ended', 'withdrawn', 'replaced', 'removed', 'kept']),
  version: z.int(),
  savedAt: instant,
  api: z.string().describe('Its own address'),
  desk: z.string().describe('Where people see it'),
  url: z.string().nullable().describe('Where the public reads it; null while it is not public'),
})

export const draftsPage = z.object({ items: z.array(draftLine), next: z.string().nullable() })

export const draftWhole = draftLine.extend({
  duty: z.string().nullable(),
  task: z.int().nullable(),
  summary: z.string(),
  body: z.string(),
  language: z.enum(['zh', 'en']),
  attribute: z.string(),
  ground: z.string(),
  groundReason: z.string(),
  audience: z.string(),
  documentNumber: z.string(),
  subject: z.string(),
  genre: z.string(),
  served: z.string(),
  keywords: z.array(z.string()),
  formedOn: day.nullable(),
  validUntil: day.nullable(),
  files: z.array(examinedFile),
  findings: z.array(finding),
  obstacles: z.array(z.object({ code: z.string(), message: z.string() })).describe('What stands in the way of submitting it'),
  sentBack: z.object({ at: instant, remark: z.string() }).nullable().describe('The remark with which it was last sent back'),
})

export const taskLine = z.object({
  id: z.int(),
  duty: named.pick({ code: true }).extend({ titleZh: z.string(), titleEn: z.string() }),
  unit: named,
  period: z.string(),
  matter: z.string(),
  formedOn: day.nullable(),
  opensOn: day,
  dueOn: day,
  isProvisional: z.boolean().describe('The day may move: the holidays of its year are not announced yet'),
  state: z.enum(['not-open', 'open', 'due-soon', 'overdue', 'on-time', 'late']),
})

export const tasksPage = z.object({ items: z.array(taskLine), next: z.string().nullable() })

export const profileWhole = z
  .object(Object.fromEntries(profileKeys.map((key) => [key, z.string()])) as Record<(typeof profileKeys)[number], z.ZodString>)
  .extend({ code: z.string(), profileOn: day.describe('The day on which it was last saved') })
