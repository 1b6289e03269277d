import { expect, test } from 'vitest'
import { routes } from '../../../app.ts'
import { isOwnAddress, normaliseAddress } from './address.ts'

test.each([
  ['http://www.old.gov.cn/art/2019/5/6/art_1_2.html', '/art/2019/5/6/art_1_2.html'],
  ['/art//2019/./x/../5.html#top', '/art/2019/5.html'],
  ['art/5.html/', '/art/5.html'],
  ['/show.jsp?id=7&colid=3', '/show.jsp?colid=3&id=7'],
  ['/通知/一.html', '/%E9%80%9A%E7%9F%A5/%E4%B8%80.html'],
  ['/%E9%80%9A%e7%9f%a5/%E4%B8%80.html', '/%E9%80%9A%E7%9F%A5/%E4%B8%80.html'],
  ['\\art\\5.html', '/art/5.html'],
  ['//evil.example/x', '/evil.example/x'],
])('an older address is kept in one form: %s', (text, address) => {
  expect(normaliseAddress(text)).toBe(address)
  expect(normaliseAddress(address)).toBe(address)
})

test.each(['', ' ', '/', 'https://www.old.gov.cn', 'javascript:alert(1)', 'data:text/html,x', '/%E9%80%9', `/${'x'.repeat(1001)}`])(
  'what is no address of a page is refused: %s',
  (text) => {
    expect(normaliseAddress(text)).toBeUndefined()
  },
)

test('an address at which this site answers itself is told apart, in every language', () => {
  for (const own of ['/documents/x', '/zh/desk', '/en/search?q=x', '/api/v1/documents', '/feed.xml', '/units'])
    expect(isOwnAddress(own), own).toBe(true)
  for (const older of ['/art/1.html', '/documentsx/1', '/zh/art/1.html', '/index.html?desk=1'])
    expect(isOwnAddress(older), older).toBe(false)
})

test('whatever this site answers at is known to be its own', () => {
  const first = [...new Set(routes.map(({ path }) => path.split('/')[1] ?? ''))].filter((word) => word !== '' && !word.startsWith(':'))
  expect(first.filter((word) => !isOwnAddress(`/${word}`))).toEqual([])
})
