import type { Action } from '../../../kernel/policy.ts'
import type { Outcome } from '../../../kernel/outcome.ts'
import type { Site } from '../../../platform/site.ts'
import type { Officer } from '../../publishing/index.ts'
import type { CaseAt } from '../cases/change-case.ts'
import type { CaseView } from '../cases/read-case.ts'

/** One field of a deed's form. `day`: today unless told. `choice`: its options come with the case. */
export interface DeedField {
  name: string
  kind: 'day' | 'line' | 'text' | 'number' | 'choice' | 'file'
  isOptional?: true
  /** What stands there before anybody typed. */
  value?: string
  /** Of a choice: the values, with their names in the reader's language. */
  options?: readonly { value: string; label: string }[]
}

/** What somebody typed: a text per field, and the files. */
export interface Typed {
  text(name: string): string
  files(name: string): { name: string; bytes: Buffer }[]
}

/**
 * One thing that can be done to a case with a short form: where it is offered, what the form asks, and the act behind it. Its words are
 * `applications.deed.<verb>.title`, `.lead`, `.field.<name>`, `.button`; a refusal's words `applications.refused.<refusal>`.
 */
export interface Deed {
  verb: string
  policy: Action
  /** Offered, and answered, only where this holds; the act decides for itself all the same. */
  isOffered(view: CaseView): boolean
  fields(view: CaseView, site: Site, lang: 'zh' | 'en'): DeedField[] | Promise<DeedField[]>
  act(site: Site, officer: Officer, at: CaseAt, typed: Typed): Promise<Outcome<unknown, string>>
  /** The field that mends a refusal; others stand over the form. */
  fieldOf?: Record<string, string>
  /** It ends the case, or cannot be taken back: drawn as a warning. */
  isGrave?: true
}
