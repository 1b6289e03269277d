import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { DeskPage } from './desk-shell.tsx'
import { PublicPage } from './shell.tsx'
import { specimenReader } from './specimen.ts'

const person = { id: 7, name: '林晓燕', initials: '林', posts: ['市财政局 信息公开员'], token: 'secret-token' }

describe('a public page', () => {
  it('says its language, its title with the city, and its address in every language', () => {
    const html = renderToString(<PublicPage reader={specimenReader('zh')} title="公开目录" children="" />)
    expect(html).toContain('<html lang="zh-CN"')
    expect(html).toContain('<title>公开目录 - 清河市政务公开</title>')
    expect(html).toContain('<link rel="canonical" href="https://open.example.gov.cn/zh/catalogue"/>')
    expect(html).toContain('<link rel="alternate" hreflang="en" href="https://open.example.gov.cn/en/catalogue"/>')
    expect(html).toContain('<link rel="alternate" hreflang="x-default" href="https://open.example.gov.cn/catalogue"/>')
  })

  it('leads to the same page in the other language and keeps what was asked', () => {
    const html = renderToString(<PublicPage reader={specimenReader('en')} title="Catalogue" children="" />)
    expect(html).toContain('href="/zh/catalogue?unit=0203" lang="zh-CN" hreflang="zh-CN">中文</a>')
  })

  it('marks the current entry of its navigation and no other', () => {
    const html = renderToString(<PublicPage reader={specimenReader('en')} title="Units" section="units" children="" />)
    expect(html.match(/aria-current="page"/g)).toHaveLength(1)
    expect(html).toMatch(/href="\/en\/units" aria-current="page"/)
  })

  it('names no other language where a document has none', () => {
    const html = renderToString(<PublicPage reader={specimenReader('en')} title="Notice" alternates={[]} children="" />)
    expect(html).not.toMatch(/<link[^>]+hreflang/)
  })

  it('carries the tags that it is handed, escaped', () => {
    const meta = [{ name: 'ArticleTitle', content: '"><script>alert(1)</script>' }]
    const html = renderToString(<PublicPage reader={specimenReader('zh')} title="<b>" meta={meta} children="" />)
    expect(html).toContain('<title>&lt;b> - ')
    expect(html).toContain('content="&quot;>&lt;script>alert(1)&lt;/script>"')
    expect(html.match(/<script/g)).toHaveLength(1)
  })

  it('says first that a form was refused', () => {
    const html = renderToString(<PublicPage reader={specimenReader('en')} title="Apply" hasErrors children="" />)
    expect(html).toContain('<title>Error: Apply - Qinghe open government</title>')
  })

  it('needs no inline style and no inline script, so that a strict policy can forbid them', () => {
    const html = renderToString(<PublicPage reader={specimenReader('zh')} title="x" children="" />)
    expect(html).not.toMatch(/ style=|<style| on\w+=/)
    expect(html).toMatch(/<script src="\/assets\/gongkai.js" defer[^>]*><\/script>/)
  })
})

describe('a page of the desk', () => {
  it('shows a person the entries that the policy opens to them, and no others', () => {
    const reader = specimenReader('en', { person, may: (action) => action === 'desk.read' || action === 'tasks.read' })
    const html = renderToString(<DeskPage reader={reader} title="To do" section="tasks" children="" />)
    expect(html).toContain('href="/en/desk/tasks" aria-current="page"')
    expect(html).not.toContain('/en/desk/people')
    expect(html).not.toContain('System')
  })

  it('signs out by a form that carries the token', () => {
    const html = renderToString(<DeskPage reader={specimenReader('zh', { person })} title="待办" children="" />)
    expect(html).toMatch(/<form method="post" action="\/zh\/desk\/sign-out"><input type="hidden" name="_token" value="secret-token"\/>/)
  })

  it('shows neither navigation nor person to somebody who is not signed in', () => {
    const html = renderToString(<DeskPage reader={specimenReader('en', { may: () => true })} title="Sign in" children="" />)
    expect(html).not.toContain('<nav')
    expect(html).not.toContain('sign-out')
  })

  it('is kept out of search engines', () => {
    const html = renderToString(<DeskPage reader={specimenReader('en')} title="x" children="" />)
    expect(html).toContain('<meta name="robots" content="noindex"/>')
    expect(html).not.toContain('rel="canonical"')
  })
})
