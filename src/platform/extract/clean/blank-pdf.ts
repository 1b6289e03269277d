/**
 * A PDF whose fields on its makers are blank. Nothing moves: each word is written over with as many blanks, so that every place in the file
 * stays right. What lies in compressed objects is not reached.
 */
export function blankPdf(bytes: Buffer): Buffer {
  const source = bytes.toString('latin1')
  const blank = (_all: string, before: string, words: string, after: string): string => before + words.replace(/[^\r\n]/g, ' ') + after
  const cleaned = source
    .replace(/(\/(?:Author|Company|Manager|SourceModified)\s*\()((?:\\.|[^()\\])*)(\))/g, blank)
    .replace(/(\/(?:Author|Company|Manager|SourceModified)\s*<)([0-9a-fA-F\s]*)(>)/g, blank)
    .replace(/(<(?:dc:creator|pdfx:Company|pdf:Author)>)([\s\S]*?)(<\/(?:dc:creator|pdfx:Company|pdf:Author)>)/g, blank)
  return Buffer.from(cleaned, 'latin1')
}
