import { describe, expect, it } from 'vitest'
import { writeSitemap, writeSitemapIndex } from './write-sitemap.ts'
import { escapeXml } from './write-feed.ts'

describe('a sitemap', () => {
  it('escapes what an index number may hold', () => {
    const text = writeSitemap('https://x.cn', [{ path: "/documents/a&b<c>'/1" }])
    expect(text).toContain('<loc>https://x.cn/zh/documents/a&amp;b&lt;c&gt;&#39;/1</loc>')
    expect(text.match(/<url>/g)).toHaveLength(2)
  })

  it('names its parts in an index', () => {
    expect(writeSitemapIndex('https://x.cn', ['/sitemaps/0.xml', '/sitemaps/1.xml']).match(/<sitemap>/g)).toHaveLength(2)
  })
})

describe('a text in XML', () => {
  it('loses the characters that XML cannot write', () => {
    expect(escapeXml('a\u0000b\u000bc\ud800d\ufffee😀')).toBe('abcde😀')
  })
})
