import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerpt, oneLine, plainText, renderMarkdown } from './markdown.ts'

describe('rendering', () => {
  it('puts the headings of a document below the title of the page', () => {
    expect(renderMarkdown('# 一\n\n###### 六')).toBe('<h2>一</h2>\n<h6>六</h6>\n')
  })

  it('takes a table of many thousand rows', () => {
    const rows = '| a | b | c | d |\n'.repeat(12_000)
    expect(renderMarkdown(`# 表\n\n| 1 | 2 | 3 | 4 |\n|---|---|---|---|\n${rows}`)).toMatch(/^<h2>表/)
  })

  it('shows markup of the writer as text', () => {
    expect(renderMarkdown('<script>alert(1)</script>')).toContain('&lt;script&gt;')
    expect(renderMarkdown('<b onclick="x()">a</b>')).not.toContain('<b')
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'data:image/png;base64,AAAA',
    'vbscript:x',
    'file:///etc/passwd',
    '&#106;avascript:alert(1)',
  ])('makes no link to %s', (address) => {
    expect(renderMarkdown(`[press](${address}) <${address}> ![see](${address})`)).not.toContain('href')
  })

  it.each(['https://www.example.cn/a', '/catalogue', 'mailto:office@example.cn', 'tel:12345', '../a?b=c:d'])('links to %s', (address) => {
    expect(renderMarkdown(`[a](${address})`)).toContain(`href="${address}"`)
  })

  it('shows an image as its description with a link, and only as its description inside a link', () => {
    expect(renderMarkdown('![流程图](/files/a.png)')).toBe('<p><a href="/files/a.png">流程图</a></p>\n')
    expect(renderMarkdown('[![标志](/a.png)](/b)')).toBe('<p><a href="/b">标志</a></p>\n')
    expect(renderMarkdown('![](/a.png)')).toContain('>/a.png</a>')
  })

  it('aligns columns by class, because the content policy forbids styles', () => {
    const html = renderMarkdown('| 单位 | 件数 |\n| --- | ---: |\n| 民政局 | 3 |')
    expect(html).toContain('<th scope="col" class="align-right">件数</th>')
    expect(html).not.toContain('style')
  })

  it('keeps an indented paragraph a paragraph', () => {
    expect(renderMarkdown('    首行缩进四格')).toBe('<p>首行缩进四格</p>\n')
  })

  it.each([
    ['**中文，加粗。**后面', '<strong>中文，加粗。</strong>后面'],
    ['前面**“引用”**后面', '前面<strong>“引用”</strong>后面'],
    ['按照**《条例》**第三十三条', '按照<strong>《条例》</strong>第三十三条'],
    ['*强调（一）*之后', '<em>强调（一）</em>之后'],
    ['𠀀**注：**𠀀', '𠀀<strong>注：</strong>𠀀'],
    ['~~作废。~~以新的为准', '<s>作废。</s>以新的为准'],
    ['中文 ** 不是 ** 粗体', '中文 ** 不是 ** 粗体'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['a_b_c', 'a_b_c'],
  ])('reads the emphasis of %s', (source, html) => {
    expect(renderMarkdown(source)).toBe(`<p>${html}</p>\n`)
  })

  it('writes only the tags that it knows, whatever comes in', () => {
    const tags = 'p|h[2-6]|ul|ol|li|blockquote|hr|br|pre|code|em|strong|s|a|table|thead|tbody|tr|th|td'
    const attributes = '(?: (?:href|title|class|start|scope)="[^"<>]*")*'
    const known = new RegExp(`</?(?:${tags})${attributes}>`, 'g')
    const bits = [
      '<',
      '>',
      '"',
      "'",
      '*',
      '_',
      '`',
      '[',
      ']',
      '(',
      ')',
      '!',
      '#',
      '|',
      '-',
      ':',
      '\n',
      'javascript:',
      'x',
      '中',
      '，',
      '&#x3c;',
      '\\',
      '~',
      '1. ',
      '    ',
      '\0',
    ]
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...bits), fc.string()), { maxLength: 40 }), (parts) => {
        expect(renderMarkdown(parts.join('')).replace(known, '')).not.toMatch(/[<>]/)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('plain text', () => {
  it('is what a reader sees', () => {
    expect(plainText('# 标题\n\n**粗**体与[链接](https://a.cn)\n换行\n\n- 甲\n- 乙')).toBe('标题\n粗体与链接\n换行\n甲\n乙')
  })

  it('keeps the numbers of lists, the rows of tables and program text', () => {
    expect(plainText('3. 丙\n4. 丁\n\n|a|b|\n|-|-|\n|1|2|\n\n```\ncode\n```')).toBe('3. 丙\n4. 丁\na\tb\n1\t2\ncode')
  })

  it('reads an image as its description', () => {
    expect(plainText('见![流程图](/a.png)。')).toBe('见流程图。')
  })
})

describe('excerpt', () => {
  it('returns a short text whole', () => {
    expect(excerpt('一\n二', 10)).toBe('一二')
    expect(excerpt('one\ntwo', 10)).toBe('one two')
  })

  it('cuts at a word or sentence that ends near', () => {
    expect(excerpt('the quick brown fox jumps', 17)).toBe('the quick brown…')
    expect(excerpt('政务公开工作，坚持便民。后面还有很多很多文字', 14)).toBe('政务公开工作，坚持便民。…')
  })

  it('never splits a character and never exceeds its length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 30 }), (text, max) => {
        const cut = excerpt(text, max)
        expect([...cut].length).toBeLessThanOrEqual(max)
        expect(cut).not.toMatch(/\p{Cs}/u)
      }),
    )
  })
})

describe('one line', () => {
  it('joins Chinese lines without a blank and others with one', () => {
    expect(oneLine('政务\n公开  a\n b。\n完')).toBe('政务公开 a b。完')
  })
})
