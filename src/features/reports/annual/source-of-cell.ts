import type { Facts, Scope } from '../../../platform/facts.ts'
import type { Filing } from '../making/made.ts'
import { findSource } from './find-source.ts'
import { cellsOf, type AnnualForm } from './form.ts'

/** The records that a filing asked for one of its cells, with the lines that counted and what was known then; undefined where it asked none. */
export function sourceOfCell(
  { form, filing, scope }: { form: AnnualForm; filing: Pick<Filing, 'lines' | 'cutOff'>; scope: Scope },
  address: string,
): { facts: Facts; scope: Scope } | undefined {
  const cell = cellsOf(form).find((one) => one.address === address)
  const facts = cell && findSource(cell, new Map(Object.entries(filing.lines)))
  return facts && { facts, scope: { ...scope, cutOff: filing.cutOff } }
}
