import type { FieldError } from '../../../../ui/form.tsx'
import type { Reader } from '../../../../ui/reader.ts'
import type { Unit } from '../../../organisations/index.ts'
import type { FileReading } from '../../../publishing/index.ts'
import type { TypedRequest } from '../../intake/typed-form.ts'
import type { Candidate } from '../candidate.ts'
import type { OpenedMail } from '../read-mail.ts'

/** What the page of one letter by mail is handed. */
export interface MailPageProps {
  reader: Reader
  unit: Unit
  candidate: Candidate
  /** Undefined once it was decided. */
  opened: OpenedMail | undefined
  /** Where the case lies that was made of it. */
  caseRef: string | undefined
  /** What was found in the enclosed files, by their place; undefined where nobody asked. */
  looks: ReadonlyMap<number, FileReading> | undefined
  typed: TypedRequest
  items: string
  /** Places of the enclosed files that are chosen. */
  chosen: readonly string[]
  errors: FieldError[]
}
