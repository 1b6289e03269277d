import { sayDate } from '../../kernel/translate.ts'
import { linesOf, type Letter, type LetterLine } from './letter.ts'
import { element, pagesXml, paragraph, run } from './wordml.ts'
import { footerRelation, packWord } from './wordpackage.ts'

/**
 * An official letter as a Word file that a clerk can go on writing in: A4, margins 37, 35, 28 and 26 mm, 仿宋 at 16 pt on lines of 29 pt,
 * after GB/T 9704-2012; every paragraph has a style. It names nobody as its author. The same letter gives the same bytes.
 */
export function writeWord(letter: Letter): Buffer {
  const { title, at, language } = letter
  return packWord({ title, at, lang: language, document: `${bodyXml(letter)}${sectionXml}`, footer: footerXml(letter) })
}

function bodyXml(letter: Letter): string {
  const { unit, number, title, addressee, notes } = letter
  const some = (style: string, text: string) => (text === '' ? '' : paragraph(style, run(text)))
  const lines = linesOf(letter)
  return [
    some('Head', unit),
    some('Number', number),
    some('Title', title),
    some('Addressee', addressee),
    ...lines.map((line, at) => lineXml(line, letter, at === lines.length - 1)),
    ...attachmentsXml(letter),
    ...signatureXml(letter),
    ...notes.map((note) => some('Note', note)),
  ].join('')
}

/** The last paragraph stays with what follows, so that the signature never stands alone on a page. */
function lineXml({ kind, depth, number, head, text }: LetterLine, { language }: Letter, isLast: boolean): string {
  const keep = isLast ? '<w:keepNext/>' : ''
  if (kind !== 'item') return paragraph({ heading: 'Heading1', quote: 'Quote', paragraph: 'Text' }[kind], run(text), keep)
  const isZh = language === 'zh'
  const before = number === '' ? '' : isZh ? run(number) : `${run(number)}<w:r><w:tab/></w:r>`
  // Further paragraphs of an item in English stand under its text, not under its number.
  const place = number === '' && !isZh ? element('w:ind', { 'w:left': 440 * depth, 'w:firstLine': 0 }) : ''
  return paragraph(`Item${depth}`, before + run(head === '' || isZh ? head : `${head} `, 'strong') + run(text), keep + place)
}

function attachmentsXml({ attachments, labels, language }: Letter): string[] {
  return attachments.map((name, at) => {
    const isFirst = at === 0
    // An empty line before the list, and the word only before its first name: the others stand under that.
    const space = isFirst ? element('w:spacing', { 'w:before': language === 'zh' ? 580 : 240 }) : ''
    const before = isFirst ? run(labels.attachments) + '<w:r><w:tab/></w:r>' : '<w:r><w:tab/></w:r>'
    return paragraph('Attachment', before + run(`${at + 1}. ${name}`), space)
  })
}

/** Unit and day under each other in the right half, below three lines that are left free for the seal. */
function signatureXml({ signedBy, signedOn, language }: Letter): string[] {
  const room = element('w:spacing', { 'w:before': language === 'zh' ? 1160 : 1000 })
  return [paragraph('Signature', run(signedBy), room), paragraph('Signature', run(sayDate(signedOn, language)), '<w:keepNext w:val="0"/>')]
}

/** A4 in twentieths of a point, with the margins of official papers. */
const sectionXml = element(
  'w:sectPr',
  {},
  [
    element('w:footerReference', { 'w:type': 'default', 'r:id': footerRelation }),
    element('w:pgSz', { 'w:w': 11906, 'w:h': 16838 }),
    element('w:pgMar', {
      ...{ 'w:top': 2098, 'w:right': 1474, 'w:bottom': 1984, 'w:left': 1587 },
      ...{ 'w:header': 851, 'w:footer': 1134, 'w:gutter': 0 },
    }),
  ].join(''),
)

function footerXml({ labels, caseNumber, follow, language }: Letter): string {
  const number = caseNumber === '' ? '' : `${labels.caseNumber}${language === 'zh' ? '：' : ': '}${caseNumber}`
  // Page at the right end of the first line.
  const end = '<w:tabs><w:tab w:val="right" w:pos="8845"/></w:tabs>'
  const first = paragraph('Footer', `${run(number)}<w:r><w:tab/></w:r>${pagesXml(labels.pages)}`, end)
  return first + (follow === '' ? '' : paragraph('Footer', run(follow)))
}
