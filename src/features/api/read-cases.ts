import type { Call, CallAnswer } from '../../platform/http/api/call.ts'
import { listRegister, readDeskCase } from '../applications/index.ts'
import { casesQuery } from './case-forms.ts'
import { tagOfCase } from './own-case.ts'
import { officerOf } from './own-draft.ts'
import { readParameters } from './read-body.ts'
import { viewCase, viewCaseLine } from './view-case.ts'

/** The register of the system's unit and those below it: open cases by their due day, others by number. */
export async function readCases(call: Call): Promise<CallAnswer> {
  const { site, query } = call
  const { after = '', limit, ...asked } = readParameters(call, casesQuery, query)
  const { view, unit = '', channel = '', kind = '', leaf = '', year = '', ended = '', timing = '', extended = '', text = '' } = asked
  const listing = { view, unit, channel, kind, leaf, year, ended, timing, extended, text: text.trim() } as const
  const found = await listRegister(site, officerOf(call), listing, { after, limit })
  const items = found.lines.map((line) => viewCaseLine(call, line, line))
  const next = found.next && `${site.config.baseUrl}/api/v1/desk/applications?${new URLSearchParams({ ...query, after: found.next })}`
  return { body: { items, next: next ?? null }, next }
}

/** One case, whole. */
export async function readOneCase(call: Call): Promise<CallAnswer> {
  const found = await readDeskCase(call.site, call.site.database.read, call.params['ref'] ?? '')
  const body = await viewCase(call, found)
  return { body, tag: tagOfCase(found, body) }
}
