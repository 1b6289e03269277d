import { renderToString } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { Heading } from './heading.tsx'

const marked = (title: string) =>
  renderToString(<Heading>{title}</Heading>)
    .replace(/<\/?h1[^>]*>/g, '')
    .replaceAll('<wbr/>', '|')

it('a Chinese title may break between words and nowhere else', () => {
  expect(marked('这里公开市政府掌握的信息')).toBe('这里|公开|市政府|掌握|的|信息')
})

it('no line of a title begins with a closing mark, ends with an opening one, or tears a figure from its word', () => {
  const title = marked('关于印发《清河市老旧小区改造工作方案（2025—2027年）》的通知')
  expect(title).toContain('《清河')
  expect(title).toContain('（2025—2027年）》')
})

it('an English title, a short one and one with parts of its own are left as they are', () => {
  expect(marked('What the city knows, you may know')).not.toContain('|')
  expect(marked('公开目录')).toBe('公开目录')
  expect(renderToString(<Heading>{[<b>这里公开市政府掌握的信息</b>]}</Heading>)).not.toContain('<wbr')
})

it('the words of a title are unchanged and escaped', () => {
  const title = '关于<b>城市</b>居民最低生活保障标准调整的通知'
  expect(marked(title).replaceAll('|', '')).toBe('关于&lt;b>城市&lt;/b>居民最低生活保障标准调整的通知')
})
