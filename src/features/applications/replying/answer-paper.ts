import type { Answer } from '../../../platform/http/route.ts'
import type { Letter } from '../../../platform/paper/letter.ts'
import { writeLetter } from '../../../platform/paper/write-letter.ts'
import { writeWord } from '../../../platform/paper/write-word.ts'

/** As which file an official letter is taken away. */
export const paperKinds = ['pdf', 'docx'] as const
export type PaperKind = (typeof paperKinds)[number]

/** An official letter as a file, under a name without its ending. Throws PressBusy. */
export async function answerPaper(paper: Letter, kind: PaperKind, name: string): Promise<Answer> {
  if (kind === 'pdf') return { file: (await writeLetter(paper)).pdf, type: 'application/pdf', name: `${name}.pdf` }
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  return { file: writeWord(paper), type, name: `${name}.docx` }
}
