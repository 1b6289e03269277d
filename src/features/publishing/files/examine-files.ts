import type { Db } from '../../../platform/database/index.ts'
import { passageHash } from '../fingerprint-content.ts'
import { listAnswers } from '../queries-chain.ts'
import type { StoredFile } from '../queries-files.ts'
import { fileRules } from './file-rules.ts'
import { endingOf } from './name.ts'
import { listReadings } from './queries-reading.ts'
import { mayClean, nameOf, type FileFinding, type FileWeight, type ReadingState } from './reading.ts'
import { weighFinding } from './weigh-finding.ts'

/** Something found in a file, with its weight and the answer that the unit gave to it, if any. */
export interface AnsweredFileFinding extends FileFinding {
  /** What answers are kept under: the finding's name, told from those in the text. */
  answerCheck: string
  passageHash: string
  weight: FileWeight
  answer?: string
  /** It was found by the checks that texts go through. */
  isOfText: boolean
  /** A clean copy leaves it out. */
  mayClean: boolean
}

export interface ExaminedFile {
  file: StoredFile
  state: ReadingState | 'waiting'
  because: string
  findings: AnsweredFileFinding[]
}

/** The files of a document with what was found in each. An answer holds for a file as it is: other bytes want another answer. */
export async function examineFiles(db: Db, documentId: number, files: readonly StoredFile[]): Promise<ExaminedFile[]> {
  if (files.length === 0) return []
  const readings = await listReadings(db, documentId)
  const answers = await listAnswers(db, documentId)
  const textChecks = fileRules().textChecks
  return files.map((file) => {
    const reading = readings.get(file.id)
    if (reading === undefined) return { file, state: 'waiting', because: '', findings: [] }
    const findings = reading.findings.map((finding): AnsweredFileFinding => {
      const answerCheck = `file.${nameOf(finding)}`
      const hash = passageHash(answerCheck, file.sha256)
      const answer = answers.find((one) => one.check === answerCheck && one.passageHash === hash)?.words
      const facts = { isOfText: textChecks.includes(finding.check), mayClean: mayClean(finding, endingOf(file.name)) }
      return { ...finding, answerCheck, passageHash: hash, weight: weighFinding(finding), answer, ...facts }
    })
    return { file, state: reading.state, because: reading.because, findings }
  })
}
