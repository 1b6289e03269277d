import { sayDate } from '../../kernel/translate.ts'
import { linesOf, type Letter } from './letter.ts'
import { printPaper, type Paper } from './print-paper.ts'

/**
 * An official letter as a PDF (PDF/UA-1), after GB/T 9704-2012 as far as our identity allows: head, number, title, addressee, text,
 * attachments, signature with room for the seal. The same letter gives the same bytes. Throws PressBusy when too much waits.
 */
export async function writeLetter(letter: Letter): Promise<Paper> {
  const { language, at, unit, number, title, addressee, attachments, notes, labels } = letter
  return printPaper({
    template: 'letter',
    at,
    content: {
      lang: language,
      ...{ unit, number, title, addressee, attachments, notes, labels },
      lines: linesOf(letter),
      signed: { by: letter.signedBy, on: sayDate(letter.signedOn, language) },
      case: letter.caseNumber === '' ? '' : `${labels.caseNumber}${language === 'zh' ? '：' : ': '}${letter.caseNumber}`,
      follow: letter.follow,
    },
  })
}
