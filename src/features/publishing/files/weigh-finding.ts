import { checkRules } from '../check-rules.ts'
import { fileRules } from './file-rules.ts'
import { weightOf, type FileFinding, type FileWeight } from './reading.ts'

/** What a finding in a file weighs: what the text checks found weighs as in a text, everything else as the pack says of files. */
export function weighFinding(finding: Pick<FileFinding, 'check' | 'because'>): FileWeight {
  return weightOf(finding, { ...checkRules().weights, ...fileRules().weights })
}
