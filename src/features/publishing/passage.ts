/** How much of the text stands around a passage, and how much of a long passage is shown, in characters. */
const around = 60
const longest = 240

/** A passage with the words around it on the same line, shortened for a page: `…` marks what was cut. */
export function passageAround(text: string, start: number, end: number): { before: string; passage: string; after: string } {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const lineEnd = text.indexOf('\n', end)
  const before = [...text.slice(lineStart, start)]
  const after = [...text.slice(end, lineEnd === -1 ? text.length : lineEnd)]
  return {
    before: before.length > around ? `…${before.slice(-around).join('')}` : before.join(''),
    passage: shortened(text.slice(start, end)),
    after: after.length > around ? `${after.slice(0, around).join('')}…` : after.join(''),
  }
}

function shortened(passage: string): string {
  const characters = [...passage]
  if (characters.length <= longest) return passage
  return `${characters.slice(0, longest / 2).join('')} […] ${characters.slice(-longest / 2).join('')}`
}

/** Does a passage that a remark points at still stand in the text? Blanks and line breaks do not matter. */
export function stillStands(text: string, passage: string): boolean {
  const bare = (words: string) => words.replace(/\s+/gu, '')
  return bare(passage) !== '' && bare(text).includes(bare(passage))
}
