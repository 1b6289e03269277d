import { z } from 'zod'
import type { WordKey } from '../../kernel/words.ts'
import type { Site } from '../../platform/site.ts'
import { figureGroups, readOpenAccount, readOpenRecords } from '../reports/index.ts'
import type { Endpoint } from './api-endpoint.ts'
import { code as codeForm } from './api-forms.ts'

/* The account: every figure of a unit and a period, and the records behind each, as far as anybody may know them. */

const asked = {
  unit: codeForm.optional().describe('Code of a unit, asked with all below it; the whole city unless told'),
  period: z
    .string()
    .regex(/^\d{4}(-(Q[1-4]|H[12]|\d{2}))?$/)
    .optional()
    .describe('`2026`, `2026-H1`, `2026-Q3` or `2026-09`; the running year unless told'),
}
const figuresQuery = z.object(asked)
const recordsQuery = z.object({
  ...asked,
  after: z.coerce.number().int().min(0).default(0).describe('Where the list goes on: taken from `next` of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
const figureParams = z.object({
  code: z
    .string()
    .regex(/^[a-z-]{1,60}$/)
    .describe('Code of a figure'),
})

const span = z.object({ code: z.string(), from: z.iso.date(), until: z.iso.date() })
const growth = z
  .object({
    base: z.number().describe('What it was'),
    difference: z.number(),
    share: z.number().nullable().describe('0.25 for a quarter more; null where there was nothing'),
  })
  .nullable()

const figure = z.object({
  code: z.string(),
  group: z.enum(figureGroups),
  ...{ nameZh: z.string(), nameEn: z.string() },
  ...{ meansZh: z.string().describe('What it counts'), meansEn: z.string() },
  ...{ basisZh: z.string().describe('The rule from which it comes'), basisEn: z.string() },
  origin: z.enum(['counted', 'by-hand', 'none']).describe('From records; entered by a unit that vouches for it; not reported'),
  value: z.number().nullable(),
  isAtLeast: z.boolean().describe('The source says “over”'),
  before: growth.describe('Against the period before; one that runs is held against as many days'),
  yearBefore: growth.describe('Against the same period of the year before'),
  url: z.string(),
  records: z.string().nullable().describe('Address of the records behind it; null where there are none'),
})

const account = z.object({
  unit: z.string().nullable().describe('Figures of applications are told for the whole city only'),
  ...{ period: span, cutOff: z.iso.date(), items: z.array(figure) },
})

const record = z.object({
  isInner: z.boolean().describe('Only those who work there may know which it is'),
  label: z.string().nullable().describe('Its number or code'),
  ...{ titleZh: z.string().nullable(), titleEn: z.string().nullable() },
  on: z.string().nullable().describe('The day on account of which it counts; of an inner one its month'),
  unit: z.string().nullable().describe('Code of the unit; never said of an application'),
  url: z.string().nullable(),
})

const recordsPage = z.object({ period: span, cutOff: z.iso.date(), items: z.array(record), total: z.int(), next: z.string().nullable() })

export const accountEndpoints: readonly Endpoint[] = [
  { name: 'listFigures', path: '/api/v1/figures', query: figuresQuery, gives: account, answer: giveAccount },
  {
    name: 'listFigureRecords',
    path: '/api/v1/figures/:code/records',
    params: figureParams,
    query: recordsQuery,
    gives: recordsPage,
    answer: giveRecords,
  },
]

async function giveAccount(site: Site, query: z.infer<typeof figuresQuery>) {
  const { question, values } = await readOpenAccount(site, query)
  const { baseUrl } = site.config
  const asks = new URLSearchParams({ ...(question.unit && { unit: question.unit.code }), period: question.period.code })
  const items = values.map(({ figure: { code, group }, origin, value = null, isAtLeast, growth: last, yearGrowth }) => ({
    ...{ code, group, ...wordsOf(site, code), origin, value, isAtLeast, before: grown(last), yearBefore: grown(yearGrowth) },
    url: `${baseUrl}/account/${code}?${asks}`,
    records: origin === 'counted' ? `${baseUrl}/api/v1/figures/${code}/records?${asks}` : null,
  }))
  return { json: { unit: question.unit?.code ?? null, period: spanOf(question.period), cutOff: question.cutOff, items } }
}

async function giveRecords(site: Site, { code, ...query }: z.infer<typeof figureParams> & z.infer<typeof recordsQuery>) {
  const { question, records, total, next: after } = await readOpenRecords(site, code, query)
  const { baseUrl } = site.config
  const units = new Map(question.units.map((unit) => [unit.id, unit.code]))
  const items = records.map(({ isInner, label, titleZh, titleEn, on, unitId, href }) => ({
    ...{ isInner, label: label || null, titleZh: titleZh || null, titleEn: titleEn || null, on: on || null },
    ...{ unit: units.get(unitId ?? 0) ?? null, url: href === undefined ? null : `${baseUrl}${href}` },
  }))
  const asks = { ...(question.unit && { unit: question.unit.code }), period: question.period.code, limit: String(query.limit) }
  const more = after === undefined ? undefined : new URLSearchParams({ ...asks, after: String(after) })
  const next = more && `${baseUrl}/api/v1/figures/${code}/records?${more}`
  return { json: { period: spanOf(question.period), cutOff: question.cutOff, items, total, next: next ?? null }, next }
}

/** The words of a figure in both languages. */
function wordsOf({ words }: Site, code: string) {
  const said = (language: 'zh' | 'en', part: string): string => words[language](`account.figure.${code}${part}` as WordKey)
  return {
    ...{ nameZh: said('zh', ''), nameEn: said('en', ''), meansZh: said('zh', '.means'), meansEn: said('en', '.means') },
    ...{ basisZh: said('zh', '.basis'), basisEn: said('en', '.basis') },
  }
}

function grown(change: { base: number; difference: number; share?: number | undefined } | undefined): z.infer<typeof growth> {
  return change === undefined ? null : { ...change, share: change.share ?? null }
}

function spanOf({ code, from, until }: z.infer<typeof span>): z.infer<typeof span> {
  return { code, from, until }
}
