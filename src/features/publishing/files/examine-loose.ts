import type { Site } from '../../../platform/site.ts'
import { checkRules } from '../check-rules.ts'
import { factsOf } from '../examine-document.ts'
import { fileRules } from './file-rules.ts'
import type { FileReading } from './reading.ts'
import { workApart, type FileWork } from './work-apart.ts'

/**
 * Looks into a file of a unit that belongs to no document, in a process of its own, with the same checks. Throws only what is wrong with
 * the machine: what is wrong with the file is a finding.
 */
export async function examineLoose(
  site: Site,
  unitId: number,
  { name, bytes }: { name: string; bytes: Buffer },
  work: FileWork = workApart(),
): Promise<FileReading> {
  const { look, textChecks } = fileRules()
  const { unitLevel, contacts, today } = await factsOf(site, site.database.read, unitId, '')
  const question = { name, limits: look, facts: { title: '', unitLevel, contacts, today }, rules: checkRules(), textChecks }
  return work.examine(question, bytes)
}
