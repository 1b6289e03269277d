import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { letterEn, letterZh, longLetter } from '../../../test/support/letter-papers.ts'
import { lookIntoFile } from '../extract/look-into-file.ts'
import { fitForPaper } from './characters.ts'
import { linesOf, type Letter } from './letter.ts'
import { escapeXml } from './wordml.ts'
import { writeWord } from './write-word.ts'

const limits = { inflatedBytes: 50_000_000, entries: 100, depth: 2, pages: 100, textCharacters: 5_000_000 }

/** The paragraphs as our own reader of Word files gives them. */
async function read(letter: Letter) {
  const look = await lookIntoFile(writeWord(letter), 'letter.docx', limits)
  return { ...look, texts: look.parts.map(({ text }) => text) }
}

/** The parts of the file, each parsed: throws for one that is not well formed. */
function parse(letter: Letter) {
  const parser = new DOMParser({ onError: onErrorStopParsing })
  return Object.fromEntries(
    Object.entries(unzipSync(writeWord(letter))).map(([path, bytes]) => [path, parser.parseFromString(strFromU8(bytes), 'text/xml')]),
  )
}

const hostile = `<w:p>&amp;"'\u0000\u0008\u001b]]></w:t>😀\ud800 \u202eשלום\u2066 مرحبا\ufffe\uffff 𠀀\n第二行\t后`

describe('a letter for Word', () => {
  test.each([
    ['Chinese', letterZh],
    ['English', letterEn],
    ['several pages', longLetter],
  ])('in %s is read back whole and in order, with nothing hidden in it', async (_, letter) => {
    const { state, found, texts } = await read(letter)
    expect({ state, found }).toEqual({ state: 'looked', found: [] })
    const zh = letter.language === 'zh'
    const lines = linesOf(letter).map(
      ({ number, head, text }) => `${number}${number === '' || zh ? '' : ' '}${head}${head === '' || zh ? '' : ' '}${text}`,
    )
    const attached = letter.attachments.map((name, at) => `${at === 0 ? letter.labels.attachments : ''} ${at + 1}. ${name}`)
    const { unit, number, title, addressee, signedBy, notes } = letter
    const day = zh ? '2026年3月27日' : '27 March 2026'
    const said = [unit, number, title, addressee, ...lines, ...attached, signedBy, day, ...notes]
    expect(texts.slice(0, said.length)).toEqual(said)
    expect(texts.join('\n')).toContain(letter.follow)
    expect(texts.join('\n')).toContain(letter.caseNumber)
  })

  test('is well formed in every part, and each part has its type and its relation', () => {
    for (const letter of [letterZh, letterEn]) {
      const parts = parse(letter)
      const types = [...parts['[Content_Types].xml']!.getElementsByTagName('Override')].map((one) => one.getAttribute('PartName')?.slice(1))
      const written = Object.keys(parts).filter((path) => path.endsWith('.xml') && path !== '[Content_Types].xml')
      expect(new Set(written)).toEqual(new Set(types))
      const targets = [...parts['word/_rels/document.xml.rels']!.getElementsByTagName('Relationship')].map(
        (one) => `word/${one.getAttribute('Target')}`,
      )
      expect(targets.filter((path) => parts[path] === undefined)).toEqual([])
      const styles = new Set([...parts['word/styles.xml']!.getElementsByTagName('w:style')].map((one) => one.getAttribute('w:styleId')))
      const used = ['word/document.xml', 'word/footer.xml'].flatMap((path) =>
        ['w:pStyle', 'w:rStyle'].flatMap((name) => [...parts[path]!.getElementsByTagName(name)].map((one) => one.getAttribute('w:val'))),
      )
      expect(used.filter((style) => !styles.has(style))).toEqual([])
    }
  })

  test('has the measures of official papers: A4, margins 37, 35, 28 and 26 mm, two characters of indent, lines of 28 to 30 points', () => {
    const parts = parse(letterZh)
    const margin = parts['word/document.xml']!.getElementsByTagName('w:pgMar')[0]!
    const millimetres = (name: string) => Math.round((Number(margin.getAttribute(name)) / 1440) * 25.4)
    expect(['w:top', 'w:bottom', 'w:left', 'w:right'].map(millimetres)).toEqual([37, 35, 28, 26])
    const text = [...parts['word/styles.xml']!.getElementsByTagName('w:style')].find((one) => one.getAttribute('w:styleId') === 'Text')!
    expect(text.getElementsByTagName('w:ind')[0]!.getAttribute('w:firstLineChars')).toBe('200')
    const line = Number(parts['word/styles.xml']!.getElementsByTagName('w:spacing')[0]!.getAttribute('w:line')) / 20
    expect(line).toBeGreaterThanOrEqual(28)
    expect(line).toBeLessThanOrEqual(30)
    const faces = [...parts['word/styles.xml']!.getElementsByTagName('w:rFonts')].map((one) => one.getAttribute('w:eastAsia'))
    expect(faces).toEqual(expect.arrayContaining(['仿宋_GB2312', '黑体', '宋体', '方正小标宋简体']))
  })

  test('counts its pages by itself and names nobody as its author', () => {
    const parts = parse(letterZh)
    const asked = [...parts['word/footer.xml']!.getElementsByTagName('w:instrText')].map((one) => one.textContent?.trim())
    expect(asked).toEqual(['PAGE', 'NUMPAGES'])
    const properties = strFromU8(unzipSync(writeWord(letterZh))['docProps/core.xml']!)
    expect(properties).not.toMatch(/creator|lastModifiedBy|Company|Manager/)
    expect(properties).toContain(letterZh.title)
  })

  test('has the same bytes for the same words', () => {
    expect(writeWord(letterZh).equals(writeWord(letterZh))).toBe(true)
  })

  test('takes hostile words as words, wherever they stand', async () => {
    const words = {
      unit: hostile,
      number: hostile,
      title: hostile,
      addressee: hostile,
      attachments: [hostile],
      notes: [hostile],
      signedBy: hostile,
    }
    const item = { head: hostile, texts: [hostile, hostile], items: [{ texts: [hostile] }] }
    const body: Letter['body'] = [
      { kind: 'paragraph', text: hostile },
      { kind: 'quote', text: hostile },
      { kind: 'items', items: [item] },
    ]
    const labels = { attachments: hostile, remedies: hostile, seal: hostile, pages: `${hostile} # %`, caseNumber: hostile }
    const all = { ...letterZh, ...words, body, remedies: [hostile], caseNumber: hostile, follow: hostile, labels }
    parse(all)
    const { found, texts } = await read(all)
    expect(found).toEqual([])
    // A line end is a break, which our reader gives as a space.
    expect(texts[0]).toBe(fitForPaper(hostile).replace('\n', ' '))
  })

  test('carries ten thousand characters in a paragraph', async () => {
    const text = '公'.repeat(10_000)
    expect((await read({ ...letterZh, body: [{ kind: 'paragraph', text }] })).texts).toContain(text)
  })
})

describe('a text in XML', () => {
  test('is what it was, less what paper and XML cannot carry', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((n) => String.fromCharCode(n)) }),
        ),
        (text) => {
          const read = new DOMParser({ onError: onErrorStopParsing }).parseFromString(
            `<a b="${escapeXml(text).replaceAll('\n', ' ')}">${escapeXml(text)}</a>`,
            'text/xml',
          )
          expect(read.documentElement?.textContent).toBe(fitForPaper(text))
        },
      ),
      { numRuns: 100 },
    )
  })
})
