import { expect, test } from 'vitest'
import { itemsAsCsv } from './items-as-csv.ts'

test('a table gives what lies within a line a column of its own', () => {
  expect(itemsAsCsv([{ code: 'a', unit: { code: 'b', nameZh: '局' }, words: ['一', '二'], duty: null }])).toBe(
    '\ufeffcode,unit.code,unit.nameZh,words,duty\r\na,b,局,一;二,\r\n',
  )
})

test('a table holds nothing that a spreadsheet would take for a formula, and leaves numbers alone', () => {
  const lines = itemsAsCsv([{ title: '=HYPERLINK("http://x")', minus: -12.5, plus: '+86 10', at: '@x' }]).split('\r\n')
  expect(lines[1]).toBe(`"'=HYPERLINK(""http://x"")",-12.5,'+86 10,'@x`)
})
