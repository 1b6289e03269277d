import type { WordKey } from '../../../kernel/words.ts'
import type { FieldError } from '../../../ui/form.tsx'
import type { Reader } from '../../../ui/reader.ts'

/** Every reason of a refusal as an error beside its field. `fields` tells the field of each reason; `rules` fills the words. */
export function errorsOf<Refusal extends string>(
  reader: Reader,
  refusals: readonly Refusal[],
  fields: Record<Refusal, string>,
  rules: Record<string, string | number> = {},
): FieldError[] {
  return refusals.map((refusal) => ({ field: fields[refusal], message: reader.t(`accounts.refused.${refusal}` as WordKey, rules) }))
}
