import { expect, it } from 'vitest'
import { assertMail, isMailAddress } from './mail.ts'

it.each(['a@example.org', 'first.last+tag@mail.example.gov.cn', 'o_o@localhost', '公开@例子.中国'])(
  'takes %s for a mail address',
  (text) => {
    expect(isMailAddress(text)).toBe(true)
  },
)

it.each([
  '',
  'a',
  '@b',
  'a@',
  'a@b@c',
  'a b@c',
  'a@b, c@d',
  'a@b;c@d',
  '<a@b>',
  'A <a@b>',
  'a@b\r\nBcc: c@d',
  'a@b\n',
  '"a b"@c',
  'a..b@c',
  '.a@b',
  'a.@b',
  'a@-b',
  'a@b(c)',
])('does not take %j for a mail address', (text) => {
  expect(isMailAddress(text)).toBe(false)
})

it('refuses a line break in the name or the subject', () => {
  const to = { name: 'A', address: 'a@example.org' }
  expect(() => assertMail({ to, subject: 'x\r\nBcc: b@example.org', text: '' })).toThrow(RangeError)
  expect(() => assertMail({ to: { ...to, name: 'A\nB' }, subject: 'x', text: '' })).toThrow(RangeError)
  expect(() => assertMail({ to, subject: '答复', text: 'one\ntwo' })).not.toThrow()
})
