import { Unreadable } from '../../../platform/extract/look.ts'
import { runChild } from '../../../platform/extract/run-child.ts'
import type { FileQuestion } from './examine-bytes.ts'
import { fileRules } from './file-rules.ts'
import type { FileReading } from './reading.ts'

/** How files are examined and cleaned: in a process of their own, where nothing of theirs can hurt; tests may do it nearer. */
export interface FileWork {
  examine(question: FileQuestion, bytes: Buffer): Promise<FileReading>
  /** Undefined where no copy could be made. */
  clean(question: { limits: FileQuestion['limits'] }, bytes: Buffer): Promise<Buffer | undefined>
}

const folder = 'features/publishing/files'

/** The work on files in child processes, one for each piece of work. Whatever becomes of a child, there is an answer. */
export function workApart(limits = fileRules().child): FileWork {
  return {
    async examine(question, bytes) {
      try {
        const output = await runChild({ module: `${folder}/examine-bytes.js`, function: 'examineBytes', question, bytes }, limits)
        return JSON.parse(output.toString('utf8')) as FileReading
      } catch (fault) {
        return unreadable(fault)
      }
    },
    async clean(question, bytes) {
      try {
        return await runChild({ module: `${folder}/clean-bytes.js`, function: 'cleanBytes', question, bytes }, limits)
      } catch (fault) {
        unreadable(fault)
        return undefined
      }
    },
  }
}

function unreadable(fault: unknown): FileReading {
  if (!(fault instanceof Unreadable)) throw fault
  const { because } = fault
  return { state: 'unreadable', because, text: '', findings: [{ check: 'unreadable', because, count: 1, spots: [] }] }
}
