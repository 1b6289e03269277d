import type { FieldError } from '../../../../ui/form.tsx'
import type { Reader } from '../../../../ui/reader.ts'
import type { Part } from '../circular.ts'
import type { CircularPack } from '../load-circular-pack.ts'
import type { CircularView } from '../read-circular.ts'

/** What the page of a circular in the making is handed. */
export interface CircularPageProps {
  reader: Reader
  view: CircularView
  pack: CircularPack
  done?: string
  /** The proposals stand in the empty fields, to be made into words. */
  takesOver: boolean
  /** What was typed when it could not be saved. */
  typed?: Partial<Record<Part | 'method', string>>
  errors?: FieldError[]
}
