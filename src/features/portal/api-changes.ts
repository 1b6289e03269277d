import { z } from 'zod'
import type { Site } from '../../platform/site.ts'
import { listChanges, type ChangeLine } from '../publishing/index.ts'
import { changeKind } from './api-forms.ts'
import type { Endpoint } from './api-endpoint.ts'
import { asDocumentLine } from './api-views.ts'
import { readPlaces, type Places } from './read-places.ts'

const changesQuery = z.object({
  after: z.coerce
    .number()
    .int()
    .min(0)
    .default(0)
    .describe('Only what became true after the change of this number: keep the `last` of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(100),
})

const changeLine = z.object({
  number: z.number().int().describe('Rises in the order in which changes became true; there may be gaps'),
  kind: changeKind,
  reason: z.string().describe('The public reason; empty for a first release'),
  at: z.iso.datetime(),
  isMinor: z.boolean().describe('A slip of the pen was put right'),
  effectiveOn: z.iso.date().nullable().describe('The day with which it ends, or ended'),
  indexNumber: z.string(),
  title: z.string().nullable().describe('null when the document was removed'),
  unit: z.string().describe('Code of the unit'),
  duty: z.string().nullable().describe('Code of the line of the catalogue'),
  standing: z.enum(['published', 'cancelled', 'ended', 'withdrawn', 'replaced', 'removed']).describe('As the document stands now'),
  other: z.string().nullable().describe('Index number of the document that took its place, or that it went into'),
  url: z.string(),
  api: z.string(),
})

const changesPage = z.object({
  items: z.array(changeLine),
  last: z.number().int().describe('The number to go on from, also when nothing is new'),
  next: z.string().nullable().describe('The next page, when there is one now'),
})

/** The public changes in the order in which they became true, so that another system can follow them and miss none. */
export const changesEndpoint: Endpoint = {
  name: 'listChanges',
  path: '/api/v1/changes',
  query: changesQuery,
  gives: changesPage,
  answer: giveChanges,
}

async function giveChanges(site: Site, { after, limit }: z.infer<typeof changesQuery>) {
  const { baseUrl } = site.config
  const places = await readPlaces(site, site.database.read)
  const lines = await listChanges(site.database.read, { after, limit: limit + 1 })
  const shown = lines.slice(0, limit)
  const last = shown.at(-1)?.changeId ?? after
  const next = lines.length > limit ? `${baseUrl}/api/v1/changes?after=${last}&limit=${limit}` : undefined
  return { json: { items: shown.map((line) => asChange(baseUrl, places, line)), last, next: next ?? null }, next }
}

function asChange(baseUrl: string, places: Places, line: ChangeLine): z.infer<typeof changeLine> {
  const { unit, duty, url, api } = asDocumentLine(baseUrl, places, line)
  const isGone = line.standing === 'removed'
  return {
    number: line.changeId,
    kind: line.kind,
    reason: line.reason,
    at: line.at.toISOString(),
    isMinor: line.isMinor,
    effectiveOn: line.effectiveOn ?? null,
    indexNumber: line.indexNumber,
    title: isGone ? null : line.title,
    unit: unit.code,
    duty,
    standing: line.standing as z.infer<typeof changeLine>['standing'],
    other: line.other ?? null,
    url,
    api,
  }
}
