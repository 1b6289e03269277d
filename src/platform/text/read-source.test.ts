import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainText, renderMarkdown } from './markdown.ts'
import { largestSourceBytes, readSource, UnreadableSource } from './read-source.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const one = (name: string, text: string) => readSource(name, utf8(text)).drafts[0]!

function refusalOf(name: string, bytes: Uint8Array) {
  try {
    readSource(name, bytes)
  } catch (error) {
    if (error instanceof UnreadableSource) return { key: error.key, ...error.params }
    throw error
  }
  return undefined
}

describe('what is refused', () => {
  it.each([
    ['a.docx', { key: 'text.unreadable.extension', extension: '.docx' }],
    ['a.txt.exe', { key: 'text.unreadable.extension', extension: '.exe' }],
    ['通知', { key: 'text.unreadable.extension', extension: '通知' }],
    ['constructor.constructor', { key: 'text.unreadable.extension', extension: '.constructor' }],
  ])('the ending of %s, which is named', (name, refusal) => {
    expect(refusalOf(name, utf8('text'))).toEqual(refusal)
  })

  it('a file without words', () => {
    for (const text of ['', ' \n\t\r\n', '\ufeff']) expect(refusalOf('a.txt', utf8(text))?.key).toBe('text.unreadable.empty')
    expect(refusalOf('a.html', utf8('<script>alert(1)</script><p> </p>'))?.key).toBe('text.unreadable.empty')
    expect(refusalOf('a.md', utf8('\n\n'))?.key).toBe('text.unreadable.empty')
  })

  it('a file that is no text, whatever its name', () => {
    expect(refusalOf('a.txt', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0))?.key).toBe('text.unreadable.binary')
    expect(refusalOf('a.txt', utf8('%PDF-1.7 and so on'))?.key).toBe('text.unreadable.binary')
    expect(
      refusalOf(
        'a.md',
        Uint8Array.from({ length: 200 }, (_, i) => (i % 30) + 1),
      )?.key,
    ).toBe('text.unreadable.binary')
  })

  it('a file above five megabytes, with its size', () => {
    const bytes = new Uint8Array(largestSourceBytes + 1).fill(0x61)
    expect(refusalOf('a.txt', bytes)).toEqual({ key: 'text.unreadable.too-large', sizeMb: 5.1, limitMb: 5 })
    expect(refusalOf('a.txt', bytes.subarray(1))).toBeUndefined()
  })

  it('nothing with any other error', () => {
    const bytes = fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: 'binary' }).map(utf8))
    fc.assert(
      fc.property(fc.constantFrom('a.txt', 'a.md', 'a.html'), bytes, (name, content) => {
        const refusal = refusalOf(name, content)
        if (refusal === undefined) expect(readSource(name, content).drafts.length).toBeGreaterThan(0)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('plain text', () => {
  it('has its first line as title when that can be one, and the line leaves the body', () => {
    expect(one('a.txt', '关于做好政务公开工作的通知\r\n各单位：\r\n\r\n请认真落实。\r\n2019年3月5日')).toEqual({
      title: '关于做好政务公开工作的通知',
      language: 'zh',
      body: '各单位：\n\n请认真落实。\n\n2019年3月5日',
      formedYear: 2019,
    })
  })

  it('has its first sentence as title otherwise, stays whole, and says so', () => {
    const text = `Opinions on openness. ${'Openness is the rule and secrecy the exception. '.repeat(5)}`.trim()
    expect(one('a.txt', text)).toMatchObject({ title: 'Opinions on openness', body: text, language: 'en' })
    expect(readSource('a.txt', utf8(text)).remarks).toEqual([{ key: 'text.remark.title-from-sentence', place: 'Opinions on openness' }])
  })

  it('cuts a long sentence at a word, below 160 characters', () => {
    const title = one('a.txt', `First, ${'improve the understanding '.repeat(20)}.`).title
    expect(title).toMatch(/^First, .*[a-z]…$/)
    expect(title.length).toBeLessThanOrEqual(160)
  })

  it('does not take a heading of a part or a path of a website for the title', () => {
    expect(one('a.txt', '一、总体情况\n内容').body).toBe('一、总体情况\n\n内容')
    expect(one('a.txt', 'Home > Reports\n\nSummary of 2015\n\nText.')).toMatchObject({
      title: 'Summary of 2015',
      body: 'Home > Reports\n\nText.',
      formedYear: 2015,
    })
  })

  it.each([
    'In 20*** and 20**, _XX_ 65438+ 10/2',
    '# 1 is a mark',
    '> quoted',
    '1. first',
    '2) second',
    '- a dash',
    '+ a plus',
    '----',
    '====',
    '***',
    '____',
    '~~struck~~',
    '`code`',
    '<b>Br></b> & gt; &gt; &#x41;',
    '[text](javascript:x) ![i](y) [a][b]',
    '[a]: https://example.cn',
    'a\\*b \\',
    '| a | b |',
    '```',
    '    indented',
  ])('shows %s exactly', (line) => {
    expect(plainText(one('a.txt', `Title\n\n${line}`).body)).toBe(line.trim())
  })

  it('shows any line exactly', () => {
    const bits = [
      '*',
      '_',
      '`',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '#',
      '+',
      '-',
      '=',
      '!',
      '|',
      '~',
      '\\',
      '&',
      ';',
      ':',
      '1.',
      '2)',
      ' ',
      'a',
      '中',
      '，',
      '\t',
      '&lt',
      'http://a.cn',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...bits), { minLength: 1, maxLength: 12 }), (parts) => {
        const line = parts.join('').trim()
        if (line === '') return
        const html = renderMarkdown(one('a.txt', `Title\n\n${line}`).body)
        expect(html).not.toMatch(/<(?!p>|\/p>)/)
        expect(plainText(one('a.txt', `Title\n\n${line}`).body)).toBe(line)
      }),
      { numRuns: 3000 },
    )
  })
})

describe('several documents in one file', () => {
  const filler = ['甲'.repeat(200), '乙'.repeat(200), '丙'.repeat(200)].join('\n')

  it('become several drafts under the common headline', () => {
    const text = `首页 > 总结\n\n政务公开总结\n篇一：2018年总结\n${filler}\n篇二：\n市政府：\n${filler}`
    const { drafts, remarks } = readSource('a.txt', utf8(text))
    expect(drafts.map((draft) => [draft.title, draft.formedYear])).toEqual([
      ['政务公开总结（篇一：2018年总结）', 2018],
      ['政务公开总结（篇二：市政府）', undefined],
    ])
    expect(drafts[0]?.body.startsWith('首页 > 总结\n\n甲')).toBe(true)
    expect(drafts[1]?.body.startsWith('市政府：\n\n甲')).toBe(true)
    expect(remarks).toEqual([{ key: 'text.remark.several', params: { n: 2 } }])
  })

  it('are not seen in the articles of a regulation', () => {
    const text = 'Regulation\nArticle 1:\nShort.\nArticle 2:\nShort too.\nArticle 3:\nEnd.'
    expect(readSource('a.txt', utf8(text)).drafts).toHaveLength(1)
  })

  it('are not seen where the numbers do not count from one', () => {
    expect(readSource('a.txt', utf8(`总结\n篇二：\n${filler}\n篇三：\n${filler}`)).drafts).toHaveLength(1)
  })
})

describe('Markdown', () => {
  it('has its first heading as title and stays as written', () => {
    expect(one('a.md', '# 公开 *指南*\n\n**说明** 1*\n\n- 甲')).toMatchObject({ title: '公开 指南', body: '**说明** 1*\n\n- 甲' })
    expect(one('a.md', 'Title\n=====\n\nText.')).toMatchObject({ title: 'Title', body: 'Text.' })
  })

  it('keeps a heading that is not at the beginning', () => {
    expect(one('a.md', 'Before.\n\n# Title\n\nText.')).toMatchObject({ title: 'Title', body: 'Before.\n\n# Title\n\nText.' })
  })
})
