import type { StripDay } from '../../../../ui/day-strip.tsx'
import type { FieldError } from '../../../../ui/form.tsx'
import type { Reader } from '../../../../ui/reader.ts'
import type { OwnCase } from '../read-own-case.ts'

export interface OwnCasePageProps {
  reader: Reader
  own: OwnCase
  days: StripDay[]
  once: string
  errors: FieldError[]
  /** What was typed into a form that came back. */
  typed: Record<string, string>
  /** What was just done. */
  said?: string | undefined
  recallMinutes: number
}
