import { describe, expect, test, vi } from 'vitest'
import { letterEn, letterZh, longLetter } from '../../../test/support/letter-papers.ts'
import { readPdf, squeezed } from '../../../test/support/read-pdf.ts'
import { linesOf, numberOf, type Letter } from './letter.ts'
import { missingMark } from './characters.ts'
import { writeLetter } from './write-letter.ts'

/** Every text that a letter must say, in the order in which it is read. */
function wordsOf(letter: Letter): string[] {
  const lines = linesOf(letter).map(({ number, head, text }) => number + head + text)
  const day = letter.language === 'zh' ? '2026年3月27日' : '27 March 2026'
  const attached = letter.attachments.map((name, at) => `${at + 1}.${name}`)
  const { unit, number, title, addressee, signedBy, notes } = letter
  return [unit, number, title, addressee, ...lines, letter.labels.attachments, ...attached, signedBy, day, ...notes].map(squeezed)
}

/** Where each text stands behind the one before; -1 for one that does not. */
function placesIn(text: string, words: readonly string[]): number[] {
  let from = 0
  return words.map((one) => {
    const at = text.indexOf(one, from)
    if (at !== -1) from = at + one.length
    return at
  })
}

describe('a letter on paper', () => {
  test.each([
    ['Chinese', letterZh],
    ['English', letterEn],
  ])('in %s says everything in order, for a machine and for who cannot see it', async (_, letter) => {
    const { pdf, missing } = await writeLetter(letter)
    const found = await readPdf(pdf)
    expect(placesIn(found.text, wordsOf(letter))).not.toContain(-1)
    expect(found).toMatchObject({ isTagged: true, size: [595, 842], title: letter.title })
    expect(found.roles).toEqual(expect.arrayContaining(['H1', 'H2', 'P']))
    expect(missing).toEqual([])
  })

  test('of many pages goes on in order, each with its number, the case, and how to follow', async () => {
    const { pages, text } = await readPdf((await writeLetter(longLetter)).pdf)
    expect(pages.length).toBeGreaterThan(2)
    pages.forEach((page, at) => {
      expect(page).toContain(`第${at + 1}页共${pages.length}页`)
      expect(page).toContain(squeezed(`申请编号：${longLetter.caseNumber}${longLetter.follow}`))
      expect(page).toContain(squeezed(longLetter.number))
    })
    // Heads and feet stand between the halves of a paragraph that a page cuts.
    const withoutEdges = pages
      .map((page) => page.replace(squeezed(`${longLetter.unit}${longLetter.number}`), ''))
      .map((page) => page.replace(/申请编号：.*?页共\d+页/, ''))
    const words = linesOf(longLetter).map(({ number, head, text: said }) => squeezed(number + head + said))
    expect(placesIn(withoutEdges.join(''), words)).not.toContain(-1)
    expect(text.split('盖章处')).toHaveLength(2)
  })

  test('never leaves the signature alone on a page, however long the text is', async () => {
    for (const n of [380, 420, 460, 500, 540, 580]) {
      const body = [{ kind: 'paragraph' as const, text: '公开'.repeat(n / 2) }]
      const alone = { ...letterZh, body, remedies: [], attachments: ['附图'], notes: [] }
      const last = (await readPdf((await writeLetter(alone)).pdf)).pages.at(-1)
      expect(last, `${n} characters`).toMatch(/盖章处/)
      expect(last, `${n} characters`).toMatch(/附图/)
      const bare = (
        await readPdf((await writeLetter({ ...alone, attachments: [], body: [...body, { kind: 'paragraph', text: '特此告知。' }] })).pdf)
      ).pages.at(-1)
      expect(bare, `${n} characters`).toMatch(/特此告知。.*盖章处/)
    }
  }, 60_000)

  test('leaves out what it has not got', async () => {
    const bare = { ...letterZh, addressee: '', number: '', body: [], remedies: [], attachments: [], notes: [], caseNumber: '', follow: '' }
    const { text, pages } = await readPdf((await writeLetter(bare)).pdf)
    expect(pages).toHaveLength(1)
    for (const words of ['附件', '救济途径', '申请编号']) expect(text).not.toContain(words)
    expect(text).toContain(squeezed(bare.title))
  })

  test('numbers a long list of attachments to its end', async () => {
    const attachments = Array.from({ length: 30 }, (_, n) => `第${n + 1}号材料`)
    const { text } = await readPdf((await writeLetter({ ...letterZh, attachments })).pdf)
    const places = attachments.map((name, at) => text.indexOf(`${at + 1}.${name}`))
    expect(places).not.toContain(-1)
  })

  test('has the same bytes for the same words', async () => {
    const first = (await writeLetter(letterEn)).pdf
    vi.resetModules()
    const fresh = await import('./write-letter.ts')
    expect((await fresh.writeLetter(letterEn)).pdf.equals(first)).toBe(true)
  })

  test('takes no text for mark-up, and loses none to signs that print nothing', async () => {
    const text = '#set page(fill: red) $x$ *星* <b>&"\u0000\u001b\u202e反\u2066\ufeff\r\n下一行 @a _b_ \\ `c` // 注'
    const found = await readPdf((await writeLetter({ ...letterZh, body: [{ kind: 'paragraph', text }] })).pdf)
    expect(found.text).toContain(squeezed('#set page(fill: red) $x$ *星* <b>&"反下一行 @a _b_ \\ `c` // 注'))
  })

  test('marks a character that no type has, and says which', async () => {
    const strange = '\u{3fff0}'
    const { pdf, missing } = await writeLetter({ ...letterZh, addressee: `王${strange}：`, body: [{ kind: 'paragraph', text: '你好' }] })
    expect((await readPdf(pdf)).text).toContain(`王${missingMark}：`)
    expect(missing).toContain(strange)
  })

  test('sets right-to-left words and ten thousand characters without a break', async () => {
    const text = `${'政府信息公开'.repeat(1667)}שלום`
    const { pdf } = await writeLetter({ ...letterZh, body: [{ kind: 'paragraph', text }] })
    expect((await readPdf(pdf)).text.split('政府信息公开').length).toBeGreaterThan(1600)
  })
})

describe('numbers of items', () => {
  test('follow the order of official papers in Chinese', () => {
    expect([1, 10, 11, 20, 21, 99, 100].map((n) => numberOf(n, 1, 'zh'))).toEqual([
      '一、',
      '十、',
      '十一、',
      '二十、',
      '二十一、',
      '九十九、',
      '100、',
    ])
    expect([numberOf(2, 2, 'zh'), numberOf(3, 3, 'zh')]).toEqual(['（二）', '3.'])
  })

  test('are figures, letters and small numerals in English', () => {
    expect([numberOf(4, 1, 'en'), numberOf(26, 2, 'en'), numberOf(28, 2, 'en'), numberOf(14, 3, 'en')]).toEqual([
      '4.',
      '(z)',
      '(ab)',
      '(xiv)',
    ])
  })
})
