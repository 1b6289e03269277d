import { expect, it } from 'vitest'
import { writeCsv } from './write-csv.ts'

it('writes rows that spreadsheets open as they are, commas, quotes and lines included', () => {
  expect(
    writeCsv([
      ['单位', '到期'],
      ['财政局, "本级"', 3],
      ['两\n行', 0],
    ]),
  ).toBe('\ufeff单位,到期\r\n"财政局, ""本级""",3\r\n"两\n行",0\r\n')
})

it('never hands a spreadsheet a formula', () => {
  expect(writeCsv([['=HYPERLINK("http://evil.example")', '+1', '-2', '@x', -3]])).toBe(
    '\ufeff"\'=HYPERLINK(""http://evil.example"")",\'+1,\'-2,\'@x,-3\r\n',
  )
})
