import { z } from 'zod'
import type { Site } from '../../platform/site.ts'
import { findPublishedReport, listPublished, openContent, readPublishedDrift } from '../reports/index.ts'
import type { Endpoint } from './api-endpoint.ts'
import { code as codeForm } from './api-forms.ts'

/* Annual reports that units published: as they were frozen, and what has changed in the records since. */

const yearParams = z.object({
  year: z
    .string()
    .regex(/^\d{4}$/)
    .describe('The year reported on'),
})
const unitQuery = z.object({ unit: codeForm.optional().describe('Code of the unit; the highest that published one unless told') })

const line = z.object({
  year: z.int(),
  unit: z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() }),
  cutOff: z.iso.date().describe('What happened later is not in it'),
  filedAt: z.iso.datetime(),
  filing: z.int().describe('Which of its filings it is, corrections counted'),
  fingerprint: z
    .string()
    .describe(
      'SHA-256 over the report, every cell with where it comes from and the records behind it, the texts, the last day in it and which filing it is',
    ),
  indexNumber: z.string().describe('Index number of the official text'),
  ...{ url: z.string(), api: z.string() },
})

const cellAddress = z.string().describe('Table, row and column: `t2/3.1/person`')
const numbers = z.record(cellAddress, z.number().nullable())

const driftKind = z
  .enum(['records', 'entered-anew', 'counted-now'])
  .describe('Others would be counted; entered anew by hand; or entered by hand then and counted from records now')

const frozenCell = z.object({
  cell: cellAddress,
  origin: z.enum(['counted', 'by-hand', 'sum']),
  value: z.number(),
  isAtLeast: z.boolean().describe('The source says “over”'),
  records: z.int().nullable().describe('How many records stand behind it; null unless counted'),
  fingerprint: z.string().nullable(),
})

const whole = line.extend({
  schema: z.string().describe('Address of the JSON Schema of `report`'),
  report: z
    .object({ format: z.literal('gongkai-annual-report/1'), edition: z.string(), year: z.int(), cells: numbers })
    .loose()
    .describe('As it was filed: what `npx gongkai report check` reads'),
  textsEn: z.record(z.string(), z.string()).describe('What people wrote in English, by the numeral of the section'),
  cells: z.array(frozenCell).describe('Each frozen number and where it came from'),
  drift: z
    .array(
      z.object({ cell: cellAddress, kind: driftKind, filed: z.number(), now: z.number().nullable(), added: z.int(), removed: z.int() }),
    )
    .describe('Numbers that would be others now; `added` and `removed` count records, both 0 for what was filed by hand'),
})

const reportsPage = z.object({ items: z.array(line) })

export const reportEndpoints: readonly Endpoint[] = [
  { name: 'listReports', path: '/api/v1/reports', gives: reportsPage, answer: giveReports },
  {
    name: 'readAnnualReport',
    path: '/api/v1/reports/annual/:year',
    params: yearParams,
    query: unitQuery,
    gives: whole,
    answer: giveReport,
  },
]

async function giveReports(site: Site) {
  return { json: { items: (await listPublished(site)).map((one) => asLine(site, one)) } }
}

const english = '/en'

async function giveReport(site: Site, { year, unit }: z.infer<typeof yearParams> & z.infer<typeof unitQuery>) {
  const view = await findPublishedReport(site, year, unit)
  const textsEn = Object.entries(view.filing.texts).filter(([key]) => key.endsWith(english))
  const drift = await readPublishedDrift(site, view)
  return {
    json: {
      ...asLine(site, view),
      schema: `${site.config.baseUrl}/reports/annual-report.schema.json`,
      report: await openContent(site, view),
      textsEn: Object.fromEntries(textsEn.map(([key, text]) => [key.slice(0, -english.length), text])),
      cells: [...view.cells.values()].map(({ cell, origin, value, isAtLeast, ids, fingerprint }) => ({
        ...{ cell, origin, value, isAtLeast, records: ids?.length ?? null, fingerprint: fingerprint || null },
      })),
      drift: drift.map(({ added, removed, ...one }) => ({ ...one, added: added.length, removed: removed.length })),
    },
  }
}

function asLine({ config: { baseUrl } }: Site, { unit, report, filing, document }: Awaited<ReturnType<typeof listPublished>>[number]) {
  const { code, nameZh, nameEn } = unit
  return {
    year: Number(report.period),
    unit: { code, nameZh, nameEn },
    ...{ cutOff: filing.cutOff, filedAt: filing.filedAt.toISOString(), filing: filing.serial, fingerprint: filing.fingerprint },
    indexNumber: document.indexNumber,
    url: `${baseUrl}/reports/annual/${report.period}?unit=${code}`,
    api: `${baseUrl}/api/v1/reports/annual/${report.period}?unit=${code}`,
  }
}
