import type { FieldError } from '../../../ui/form.tsx'
import type { Reader } from '../../../ui/reader.ts'
import type { Basis } from '../detectors/threshold.ts'
import type { Finding } from '../findings/finding.ts'
import type { ToldFinding } from '../findings/read-listed.ts'
import type { Reason } from '../reasons/reason.ts'

export interface FindingPageProps {
  reader: Reader
  finding: ToldFinding
  basis: Basis
  /** The same fault each time it was there, the newest first. */
  occurrences: readonly Finding[]
  reasons: readonly Reason[]
  /** What was typed into the form that is shown again. */
  values: Record<string, string>
  errors: FieldError[]
  done: string
}
