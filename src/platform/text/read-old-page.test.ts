import { expect, test } from 'vitest'
import { asGbk } from '../../../test/support/old-site.ts'
import { dayIn, readOldPage } from './read-old-page.ts'

const page = `<html><head><meta name="SiteName" content="明川市网站"><meta name="ArticleTitle" content="关于停水的通知">
<meta name="PubDate" content="2019/5/6 10:20"><meta name="ColumnName" content="通知公告"><meta name="Keywords" content="停水，通知"></head>
<body><nav>首页</nav><h1>关于停水的通知</h1><div class="TRS_Editor"><p>今晚八时停水。</p><script>alert(1)</script>
<a href="files/a.pdf">附件</a></div><footer>版权</footer></body></html>`

test.each([
  ['UTF-8', Buffer.from(page)],
  ['GBK', asGbk(page)],
])('a page of another site is read by its tags and its text, in %s', (_, bytes) => {
  expect(readOldPage(bytes)).toMatchObject({
    ...{ title: '关于停水的通知', siteName: '明川市网站', column: '通知公告', publishedOn: '2019-05-06' },
    ...{ keywords: ['停水', '通知'], language: 'zh', links: ['files/a.pdf'] },
  })
  expect(readOldPage(bytes).body).toMatch(/^今晚八时停水。/)
  expect(readOldPage(bytes).body).not.toMatch(/alert|首页|版权/)
})

test('a page without tags is read by its headings, and without what surrounds its text', () => {
  const bare = readOldPage(
    Buffer.from('<title>站</title><header>头</header><h1>Water tonight</h1><p>There is none after eight.</p><footer>尾</footer>'),
  )
  expect(bare).toMatchObject({ title: 'Water tonight', publishedOn: '', language: 'en', body: 'There is none after eight.' })
})

test.each([
  ['2019-05-06 10:20', '2019-05-06'],
  ['2019年5月6日', '2019-05-06'],
  ['2019.5.6', '2019-05-06'],
  ['May 6, 2019', ''],
  ['', ''],
])('a day is read as sites write it: %s', (text, day) => {
  expect(dayIn(text)).toBe(day)
})
