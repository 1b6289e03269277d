import { checkRules } from '../../src/features/publishing/check-rules.ts'
import type { FileQuestion } from '../../src/features/publishing/files/examine-bytes.ts'
import { fileRules } from '../../src/features/publishing/files/file-rules.ts'
import type { FileReading } from '../../src/features/publishing/files/reading.ts'
import { workApart } from '../../src/features/publishing/files/work-apart.ts'
import { asDay } from '../../src/kernel/day.ts'

/** What a child may take, as the pack says. */
export const limits = fileRules().child

/** What is asked about a file of this name, in a city on a day. */
export function questionOf(name: string): FileQuestion {
  const facts = { title: '', unitLevel: 'city' as const, contacts: [], today: asDay('2026-06-15') }
  const { look, textChecks } = fileRules()
  return { name, limits: look, facts, rules: checkRules(), textChecks }
}

/** Examines a file as the site does: in a child process, of the compiled program. */
export function examineApart(name: string, bytes: Buffer, within = limits): Promise<FileReading> {
  return workApart(within).examine(questionOf(name), bytes)
}
