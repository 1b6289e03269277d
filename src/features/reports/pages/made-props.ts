import type { FieldError } from '../../../ui/form.tsx'
import type { Reader } from '../../../ui/reader.ts'
import type { MadeView } from '../making/read-made.ts'

/** What the page of a report in the making is handed. */
export interface MadePageProps {
  reader: Reader
  view: MadeView
  done: string
  /** What was typed, when a form comes back. */
  typed?: { texts: Record<string, string>; notes: Record<string, string>; remark: string; verdict?: string } | undefined
  errors?: FieldError[]
}
