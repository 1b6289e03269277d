import { NotFound } from '../../kernel/faults.ts'
import type { Ask } from '../../platform/http/route.ts'

/** A number in the address, such as that of a person. Throws NotFound for anything else: there is no such page. */
export function numberIn(ask: Ask, name: string): number {
  const text = ask.params[name] ?? ''
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new NotFound(ask.reader.path)
  return Number(text)
}
