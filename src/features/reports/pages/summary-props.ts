import type { FieldError } from '../../../ui/form.tsx'
import type { Reader } from '../../../ui/reader.ts'
import type { SummaryView } from '../summaries/read-summary.ts'

/** What the page of a work summary in the making is handed. */
export interface SummaryPageProps {
  reader: Reader
  view: SummaryView
  done: string
  /** What was typed, when a form comes back. */
  typed?: { texts: Record<string, string>; taken: string[] } | undefined
  errors?: FieldError[]
}
