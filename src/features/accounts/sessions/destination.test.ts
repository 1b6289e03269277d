import fc from 'fast-check'
import { expect, test } from 'vitest'
import { destinationOf } from './destination.ts'

test.each(['/desk/tasks', '/desk/documents?unit=yjglj&q=%E5%8D%95', '/desk/people/12', '/catalogue?from=%2Fdesk'])(
  'a path of this site is kept: %s',
  (path) => {
    expect(destinationOf(path)).toBe(path)
  },
)

test.each([
  '',
  '/',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/@evil.example/..//',
  '/desk/../../evil',
  '/%2e%2e//evil.example',
  '/desk%2f%2fevil',
  '/\t/evil.example',
  '/desk\r\nSet-Cookie: a=b',
  '/desk#@evil',
  '/desk?next=//evil',
  '/sign-in',
  '/sign-in?next=/desk',
  '/.evil',
  'desk',
])('anything else leads to the desk: %j', (asked) => {
  expect(destinationOf(asked)).toBe('/desk')
})

test('whatever is asked for, the answer stays on this host', () => {
  const text = fc.oneof(
    fc.string(),
    fc.webUrl(),
    fc.string().map((tail) => `/${tail}`),
    fc.stringMatching(/^[/\\@:.?#%a-f0-9]{1,20}$/),
  )
  fc.assert(
    fc.property(text, (asked) => new URL(`/zh${destinationOf(asked)}`, 'https://open.example.org').host === 'open.example.org'),
    { numRuns: 2000 },
  )
})
