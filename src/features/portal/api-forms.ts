import { z } from 'zod'

/* The forms of everything that the read API takes and gives. Routes parse by them and the description is written from them. */

export const day = z.iso.date().describe('A civil day in Asia/Shanghai')
const instant = z.iso.datetime().describe('An instant in UTC')
export const code = z.string().regex(/^[a-z0-9-]{1,60}$/)
const named = { nameZh: z.string(), nameEn: z.string() }
const address = z.string().describe('A whole address')
export const yearNumber = z.coerce.number().int().min(1900).max(2099)

const placeText = z
  .string()
  .regex(/^(?:[012]\.)?\d{4}-\d{2}-\d{2}\.\d{1,15}$/)
  .describe('Where the list goes on: taken from `next` of the page before')

export const documentsQuery = z.object({
  q: z.string().max(200).optional().describe('Words to be found; synonyms of the field and the other language are found too'),
  unit: code.optional().describe('Code of a unit; the units below it count too'),
  category: code.optional().describe('Code of a category; the categories below it count too'),
  duty: code.optional().describe('Code of one line of the catalogue'),
  year: yearNumber.optional().describe('Year of publication'),
  before: placeText.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})

export const numberParams = z.object({ indexNumber: z.string().describe('Index number; its slash may stand as it is or as %2F') })
export const codeParams = z.object({ code })

const unitName = z.object({ code: z.string(), ...named })

export const documentLine = z.object({
  indexNumber: z.string(),
  title: z.string(),
  summary: z.string(),
  language: z.enum(['zh', 'en']),
  documentNumber: z.string(),
  unit: unitName,
  duty: z.string().nullable().describe('Code of the line of the catalogue that it answers'),
  standing: z.enum(['published', 'cancelled', 'ended', 'withdrawn', 'replaced']),
  publishedOn: day,
  publishedAt: instant,
  url: address,
  api: address,
})

export const documentsPage = z.object({
  items: z.array(documentLine),
  total: z.number().int().describe('Not counted beyond `totalCap`'),
  totalCap: z.number().int(),
  next: address.nullable(),
})

export const changeKind = z.enum([
  'released',
  'corrected',
  'changed',
  'reinstated',
  'cancelled',
  'ended',
  'withdrawn',
  'replaced',
  'merged',
  'absorbed',
  'removed',
])

const pastChange = z.object({
  kind: changeKind,
  reason: z.string(),
  at: instant,
  isMinor: z.boolean().describe('A slip of the pen was put right'),
  effectiveOn: day.nullable().describe('The day with which it ends, or ended'),
})

const linked = z.object({ indexNumber: z.string(), title: z.string(), url: address })

export const documentWhole = documentLine.extend({
  body: z.string().nullable().describe('Markdown; null when the text is no longer shown'),
  formedOn: day.nullable(),
  validUntil: day.nullable(),
  subject: z.string().describe('Class of the State Council list, 1 to 22'),
  genre: z.string(),
  served: z.string(),
  audience: z.enum(['society', 'group']),
  keywords: z.array(z.string()),
  files: z.array(z.object({ name: z.string(), mediaType: z.string(), sizeBytes: z.number().int(), sha256: z.string(), url: address })),
  changes: z.array(pastChange),
  hands: z
    .array(z.object({ move: z.string(), post: z.string(), at: instant }))
    .describe('The posts that the text passed before its release'),
  coIssuers: z.array(z.object({ code: z.string(), ...named })).describe('The units that issued it together with `unit`'),
  emergency: z
    .object({ on: day, dueOn: day, reviewedOn: day.nullable() })
    .nullable()
    .describe('Released in an emergency: the day, by when another person reviews it, and when that was done'),
  olderSite: z
    .object({ name: z.string(), address: z.string(), publishedOn: day })
    .nullable()
    .describe('Where and since when it was public before this site took it over; `publishedAt` is the instant here'),
  related: z.array(linked),
  replaces: z.array(linked),
  replacedBy: linked.nullable(),
  promise: z
    .object({ formedOn: day.nullable(), dueOn: day, publishedOn: day, workingDaysLate: z.number().int(), isProvisional: z.boolean() })
    .nullable(),
})

export const unitLine = z.object({
  code: z.string(),
  kind: z.string(),
  level: z.string(),
  parent: z.string().nullable(),
  organisationCode: z.string().nullable(),
  ...named,
  sinceOn: day,
  untilOn: day.nullable(),
  url: address,
  api: address,
})

export const unitsPage = z.object({ items: z.array(unitLine) })

export const unitWhole = unitLine.extend({
  functionsZh: z.string(),
  functionsEn: z.string(),
  addressZh: z.string(),
  addressEn: z.string(),
  hoursZh: z.string(),
  hoursEn: z.string(),
  telephone: z.string(),
  fax: z.string(),
  email: z.string(),
  web: z.string(),
  responsibleZh: z.string(),
  responsibleEn: z.string(),
  contactZh: z.string(),
  contactEn: z.string(),
  profileOn: day,
  duties: z.array(z.string()).describe('Codes of the lines of the catalogue that it owes'),
  kept: z
    .object({ onTime: z.number().int(), late: z.number().int(), empty: z.number().int() })
    .describe('What fell due in the last twelve months'),
  history: z
    .array(z.object({ kind: z.string(), happenedOn: day, ...named, reason: z.string(), into: z.string().nullable() }))
    .describe('What happened to it, the newest first; names are those before'),
})

export const dutyLine = z.object({
  code: z.string(),
  category: z.string(),
  titleZh: z.string(),
  titleEn: z.string(),
  audience: z.enum(['society', 'group']),
  mode: z.enum(['proactive', 'on-application']),
  api: address,
})

export const cataloguePage = z.object({
  categories: z.array(z.object({ code: z.string(), parent: z.string().nullable(), ...named })),
  duties: z.array(dutyLine),
})

export const dutyWhole = dutyLine.extend({
  elementsZh: z.string(),
  elementsEn: z.string(),
  basisZh: z.string(),
  basisEn: z.string(),
  rule: z.looseObject({ kind: z.enum(['within', 'at-once', 'periodic', 'standing']) }).describe('The time rule as data'),
  channels: z.array(z.string()),
  levels: z.array(z.string()),
  isRequired: z.boolean(),
  sinceOn: day,
  untilOn: day.nullable(),
  units: z.array(unitName).describe('The units that owe it'),
  documents: address.describe('Its documents'),
})

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional(),
    field: z.string().optional().describe('The parameter that cannot be used'),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  })
  .describe('RFC 9457')
