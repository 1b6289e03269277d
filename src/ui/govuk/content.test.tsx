import { parseFragment } from 'parse5'
import { render } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { Button, ErrorSummary, Input, InsetText, Radios, SummaryList, Table, Tag, Textarea } from './index.ts'

describe('content', () => {
  it('escapes a text', () => {
    expect(render(<Tag text="<b>公开</b>" />)).toBe('<strong class="govuk-tag">&lt;b>公开&lt;/b></strong>')
  })

  it('prefers children to html, and html to a text', () => {
    expect(render(<Tag text="text" html="<i>html</i>" />)).toBe('<strong class="govuk-tag"><i>html</i></strong>')
    expect(render(<Tag text="text" html="<i>html</i>" children={<b>children</b>} />)).toBe(
      '<strong class="govuk-tag"><b>children</b></strong>',
    )
  })

  it('escapes a text among children', () => {
    expect(render(<InsetText>{'<script>'}</InsetText>)).toContain('&lt;script')
  })

  it('falls back to the text when a condition leaves no children', () => {
    expect(render(<Tag text="text">{false}</Tag>)).toBe('<strong class="govuk-tag">text</strong>')
  })

  it('may be JSX wherever an item has words', () => {
    expect(render(<Table rows={[[{ children: <a href="/1">一</a> }]]} />)).toContain(
      '<td class="govuk-table__cell"><a href="/1">一</a></td>',
    )
    expect(render(<SummaryList rows={[{ key: { text: '标题' }, value: { children: <em>通知</em> } }]} />)).toContain('<em>通知</em></dd>')
    expect(render(<ErrorSummary titleText="有误" errorList={[{ href: '#a', children: <em>标题</em> }]} />)).toContain('<em>标题</em></a>')
  })

  it('lets a choice reveal JSX, tied to the choice that reveals it', () => {
    const html = render(
      <Radios name="way" items={[{ value: 'mail', text: '邮寄', conditional: { children: <Input name="address" /> } }]} />,
    )
    expect(html).toContain('data-aria-controls="conditional-way"')
    expect(html).toMatch(/id="conditional-way"><div class="govuk-form-group"><input/)
  })

  it('leaves out items that are not there and keeps the number of those that are', () => {
    const html = render(<Radios name="way" items={[false, { value: 'b', text: '乙' }]} />)
    expect(html).toContain('id="way-2"')
    expect(html).not.toContain('id="way"')
  })
})

describe('a choice', () => {
  it('is taken when its value, as a number or a text, is the one given', () => {
    expect(render(<Radios name="year" value="2025" items={[{ value: 2025, text: '2025' }]} />)).toMatch(/value="2025" checked/)
    expect(render(<Radios name="year" value="2024" items={[{ value: 2025, text: '2025' }]} />)).not.toContain('checked')
  })
})

describe('a textarea', () => {
  it.each(['\n前面空一行', '\r\n前面空一行', '没有空行', '\n\n两行'])('keeps every line break of %j', (value) => {
    const html = render(<Textarea name="body" value={value} />)
    expect(textOf(html)).toBe(value.replaceAll('\r\n', '\n'))
  })

  /** What a browser makes of the field: it swallows the first line break after the tag. */
  function textOf(html: string): string {
    const group = parseFragment(html).childNodes[0]!
    const area = 'childNodes' in group ? group.childNodes[0]! : group
    return 'childNodes' in area ? area.childNodes.map((node) => ('value' in node ? node.value : '')).join('') : ''
  }
})

describe('attributes', () => {
  it('refuse a name that HTML would not write', () => {
    for (const name of ['dangerouslySetInnerHTML', 'x onload', 'a"b', 'children', 'ref', 'key']) {
      expect(() => render(<Button attributes={{ [name]: 'x' }}>保存</Button>), name).toThrow(RangeError)
    }
  })

  it('leave out what is undefined and write truths as words', () => {
    const html = render(<Button attributes={{ 'data-a': undefined, 'aria-expanded': false, 'data-b': true }}>保存</Button>)
    expect(html).toBe(
      '<button type="submit" class="govuk-button" data-module="govuk-button" aria-expanded="false" data-b="true">保存</button>',
    )
  })
})
