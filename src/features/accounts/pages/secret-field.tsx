import type { VNode } from 'preact'
import { TextField } from '../../../ui/field.tsx'
import type { FieldError } from '../../../ui/form.tsx'
import type { Reader } from '../../../ui/reader.ts'

export interface SecretFieldProps {
  reader: Reader
  name: string
  label: string
  hint?: string
  /** A new password is for the browser's own keeper to offer, the present one for it to fill. */
  kind: 'current-password' | 'new-password'
  errors: FieldError[]
}

/** A password. Never filled again after a refusal: it would stand in the page. */
export function SecretField({ kind, ...props }: SecretFieldProps): VNode {
  return <TextField {...props} type="password" autocomplete={kind} width={30} />
}
