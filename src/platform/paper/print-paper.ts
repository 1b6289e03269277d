import { printPdf, type PrintOrder } from '../pdf/index.ts'
import { eachText, fitForPaper, missingMark } from './characters.ts'
import { readFont } from './read-font.ts'

/** A finished paper. `missing` are the characters for which there was no type: each stands as 〓 and has to be written in by hand. */
export interface Paper {
  pdf: Buffer
  missing: string[]
}

/** The setter's words when a tagged file would hold a character that no type on the machine has. */
const noType = /could not be displayed|disallowed codepoint/

/**
 * Sets a paper in which strangers have a say: a name with a rare character, a request with a picture in it. What the type of the program
 * lacks is looked for in the types of the machine, and marked where none has it; a letter never fails because of it. Throws PressBusy.
 */
export async function printPaper(order: PrintOrder): Promise<Paper> {
  const content = eachText(order.content, fitForPaper)
  try {
    return { pdf: await printPdf({ ...order, content }), missing: [] }
  } catch (fault) {
    if (!(fault instanceof Error && noType.test(fault.message))) throw fault
  }
  const has = await readFont()
  const missing = new Set<string>()
  const marked = eachText(content, (text) =>
    Array.from(text, (character) => {
      if (character === '\n' || has(character)) return character
      missing.add(character)
      return missingMark
    }).join(''),
  )
  return { pdf: await printPdf({ ...order, content: marked }), missing: [...missing] }
}
