import { randomUUID } from 'node:crypto'
import { NotFound } from '../../kernel/faults.ts'
import { field, type Ask } from '../../platform/http/route.ts'
import type { CaseAt } from './cases/change-case.ts'

const form = /^[0-9a-f-]{36}$/

/** The case that a form at the desk is about: its address, the key of the form, and the version that the form showed. */
export function caseAtIn(ask: Ask): CaseAt {
  const version = Number(field(ask, 'version'))
  return { ref: ask.params['ref'] ?? '', once: onceIn(ask), ...(Number.isInteger(version) && version > 0 ? { version } : {}) }
}

/** The key that makes a second sending of the same form harmless; undefined where none came. Throws NotFound for one that is not ours. */
export function onceIn(ask: Ask): string | undefined {
  const once = field(ask, '_once')
  if (once === '') return undefined
  if (!form.test(once)) throw new NotFound('no such form')
  return once
}

/** The same for a form that must have a key: a new one where none came that looks like ours. */
export function onceOrNew(ask: Ask): string {
  const once = field(ask, '_once')
  return form.test(once) ? once : randomUUID()
}
