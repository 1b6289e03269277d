import type { z } from 'zod'
import type { Translate } from '../../kernel/words.ts'
import type { Site } from '../../platform/site.ts'

export type EndpointName =
  | 'listDocuments'
  | 'readDocument'
  | 'listChanges'
  | 'listUnits'
  | 'readUnit'
  | 'readCatalogue'
  | 'readDuty'
  | 'listPromises'
  | 'readCalendar'
  | 'countTerm'
  | 'readApplicationFigures'
  | 'listFigures'
  | 'listFigureRecords'
  | 'listReports'
  | 'readAnnualReport'

/** One address of the API: what it takes, what it gives, and how it is answered. Routes and description are both made from it. */
export interface Endpoint {
  name: EndpointName
  /** As routes write it: `:code`, or `*` for an index number with its slash. */
  path: string
  params?: z.ZodObject
  query?: z.ZodObject
  gives: z.ZodType
  /** `query` is as it came, for the address of the next page; `t` says what is wrong in the reader's language. */
  answer(site: Site, asked: never, query: Record<string, string>, t: Translate): Promise<{ json: unknown; next?: string }>
}
