import { cleanFile } from '../../../platform/extract/clean-file.ts'
import type { LookLimits } from '../../../platform/extract/look.ts'

/** A clean copy of a file. Runs in the process of the file alone. */
export function cleanBytes(question: { limits: LookLimits }, bytes: Buffer): Promise<Buffer> {
  return cleanFile(bytes, question.limits)
}
