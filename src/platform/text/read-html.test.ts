import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderMarkdown } from './markdown.ts'
import { readSource } from './read-source.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const one = (name: string, text: string) => readSource(name, utf8(text)).drafts[0]!
const remarksOf = (name: string, bytes: Uint8Array) => readSource(name, bytes).remarks.map((remark) => remark.key)

describe('web pages', () => {
  it('give their title once, their structure and nothing that acts', () => {
    const html = `<!doctype html><title>站点 - 通知</title><script>alert(1)</script><h1>关于收费的通知</h1>
      <p onclick="x()">按照<b>《条例》</b>第1条：<br>1. 收费<a href="https://www.example.cn/a(b)">标准</a>，见<a href="javascript:x">此</a>。</p>
      <h2>一、范围</h2><ul><li>甲<ol><li>子</li></ol></li><li>乙</li></ul><blockquote>引用</blockquote><pre>a  b</pre>`
    expect(one('a.html', html)).toMatchObject({
      title: '关于收费的通知',
      body: [
        '按照**《条例》**第1条：\n1\\. 收费[标准](https://www.example.cn/a%28b%29)，见此。',
        '## 一、范围',
        '- 甲\n\n  1. 子\n- 乙',
        '> 引用',
        '```\na  b\n```',
      ].join('\n\n'),
    })
    expect(remarksOf('a.html', utf8(html))).toEqual(['text.remark.left-out'])
  })

  it('give a table of figures as a table, with merged cells written once', () => {
    const html =
      '<p>T</p><table><tr><th>单位</th><th colspan=2>件数|份</th></tr><tr><td rowspan=2>局</td><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>'
    expect(one('a.htm', html).body).toBe('| 单位 | 件数\\|份 |  |\n| --- | --- | --- |\n| 局 | 1 | 2 |\n|  | 3 | 4 |')
    expect(remarksOf('a.htm', utf8(html))).toEqual(['text.remark.merged-cells'])
  })

  it('give the text of a table that only arranges the page as paragraphs', () => {
    const html =
      '<h1>T</h1><table><tr><td><p>左</p></td><td><table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table></td></tr></table>'
    expect(one('a.html', html).body).toBe('左\n\n| a | b |\n| --- | --- |\n| c | d |')
  })

  it('keep hidden text for the checks to see, and say so; a picture becomes its description', () => {
    const html = '<h1>T</h1><p style="display: none">秘密★10年</p><p><img src="a.png" alt="流程图"></p>'
    expect(one('a.html', html).body).toBe('秘密★10年\n\n流程图')
    expect(remarksOf('a.html', utf8(html))).toEqual(['text.remark.images-left-out', 'text.remark.hidden-kept'])
  })

  it('survive a page nested without end', () => {
    const depth = 20_000
    expect(one('a.html', `<h1>T</h1>${'<div><b>'.repeat(depth)}深处`).body).toContain('深处')
    expect(one('a.html', `<h1>T</h1>${'<ul><li>'.repeat(depth)}深处`).body).toContain('深处')
  })

  it('show as text whatever looks like markup after the page was read', () => {
    const piece = fc.constantFrom(
      '<p>',
      '<b>',
      '</b>',
      '<i>',
      '<a href="https://a.cn/x">',
      '</a>',
      '<br>',
      '<td>',
      '<table>',
      '<li>',
      '&lt;script&gt;',
      '*',
      '_',
      '[',
      ']',
      '(x)',
      '#',
      '1. ',
      '-',
      ' ',
      '中',
      'a',
      '|',
      '`',
      '\\',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const { body } = one('a.html', `<h1>T</h1><p>x</p>${pieces.join('')}`)
        expect(renderMarkdown(body)).not.toMatch(/<script|<img|javascript:/)
      }),
      { numRuns: 1000 },
    )
  })
})
