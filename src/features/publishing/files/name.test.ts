import { expect, test } from 'vitest'
import { cleanName, endingOf, mediaTypeFor } from './name.ts'

test.each([
  ['..\\..\\etc\\收费表.csv', '收费表.csv'],
  ['/etc/passwd\u0000.pdf', 'passwd.pdf'],
  ['通知\u202excod.exe', '通知xcod.exe'],
  ['a\u200b\u2066b\r\n.txt', 'ab.txt'],
  ['a<b>:"c|d?*.txt', 'a_b___c_d__.txt'],
  ['  .hidden.txt. ', 'hidden.txt'],
])('a name keeps only what an eye sees and a folder takes: %j', (written, kept) => {
  expect(cleanName(written, 120)).toBe(kept)
})

test('a very long name is cut before its ending', () => {
  const name = cleanName(`${'长'.repeat(500)}.xlsx`, 120)
  expect([Array.from(name).length, endingOf(name)]).toEqual([120, 'xlsx'])
})

test('what the sender calls a file does not count: its ending says what it claims to be', () => {
  expect(mediaTypeFor('a.PDF')).toBe('application/pdf')
  expect([mediaTypeFor('a.exe'), mediaTypeFor('pdf'), mediaTypeFor('a.svg')]).toEqual([undefined, undefined, undefined])
})
