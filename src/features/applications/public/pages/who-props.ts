import type { FieldError } from '../../../../ui/form.tsx'
import type { Reader } from '../../../../ui/reader.ts'
import type { Unit } from '../../../organisations/index.ts'
import type { NamedKind } from '../../law/kind.ts'
import type { Draft } from '../draft.ts'

export interface WhoPageProps {
  reader: Reader
  unit: Unit
  draft: Draft
  once: string
  errors: FieldError[]
  /** Files came with the form and could not be kept: they must be chosen again. */
  hasLostFiles: boolean
  /** The statutory kinds of applicants, and the papers that prove who they are. */
  kinds: { applicants: readonly NamedKind<string>[]; papers: readonly NamedKind<string>[] }
}
