import { z } from 'zod'
import { NotFound } from '../../kernel/faults.ts'
import type { Site } from '../../platform/site.ts'
import { countNames, readStatistics, type ShownCount } from '../applications/index.ts'
import type { Endpoint } from './api-endpoint.ts'
import { yearNumber } from './api-forms.ts'

/* The public figures of applications, as the statistics page gives them: what is small is not said. */

const figuresQuery = z.object({
  unit: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .optional()
    .describe('Code of one unit; its figures alone, the total stays that of all'),
  year: yearNumber.optional().describe('The running year unless told'),
})

const cell = z.object({
  state: z
    .enum(['shown', 'small', 'hidden'])
    .describe('`small`: below `smallest`; `hidden`: kept back so that no sum gives a small one away'),
  count: z.int().nullable().describe('Null unless shown'),
})

const counts = z.object(Object.fromEntries(countNames.map((name) => [name, cell])) as Record<(typeof countNames)[number], typeof cell>)

const figures = z.object({
  year: z.int(),
  years: z.array(z.int()).describe('The years that have figures'),
  smallest: z.int().describe('Counts below this are not shown'),
  units: z.array(
    z.object({
      unit: z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() }),
      counts,
      medianDays: z.number().nullable().describe('Working days from receipt to reply; null where few were answered'),
    }),
  ),
  total: counts,
})

export const figuresEndpoint: Endpoint = {
  name: 'readApplicationFigures',
  path: '/api/v1/applications/statistics',
  query: figuresQuery,
  gives: figures,
  answer: giveFigures,
}

async function giveFigures(site: Site, { unit: code, year: asked }: z.infer<typeof figuresQuery>) {
  const { year, years, units, figures: shown, smallest } = await readStatistics(site, asked)
  if (asked !== undefined && asked !== year) throw new NotFound(`figures of ${asked}`)
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const rows = shown.rows.flatMap(({ unitId, shown: cells, medianDays = null }) => {
    const unit = byId.get(unitId)
    if (unit === undefined || (code !== undefined && unit.code !== code)) return []
    return [{ unit: { code: unit.code, nameZh: unit.nameZh, nameEn: unit.nameEn }, counts: told(cells), medianDays }]
  })
  return { json: { year, years: [...years], smallest, units: rows, total: told(shown.total) } }
}

/** Only what is shown has a number: the rest of an answer would be read by programs, whatever its state says. */
function told(cells: Record<(typeof countNames)[number], ShownCount>): z.infer<typeof counts> {
  const entries = countNames.map((name) => {
    const { state, count } = cells[name]
    return [name, { state, count: state === 'shown' ? count : null }] as const
  })
  return Object.fromEntries(entries) as z.infer<typeof counts>
}
