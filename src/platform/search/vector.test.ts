import { describe, expect, it } from 'vitest'
import { quoted, searchVector } from './vector.ts'

const fields = { title: '', summary: '', keywords: '', body: '', numbers: [] as string[] }

describe('search vector', () => {
  it('weighs the title most, then keywords, the summary and the numbers, and gives the body no position', () => {
    expect(searchVector({ ...fields, title: '税', keywords: '费', summary: '证', body: '照', numbers: ['A-1'] })).toBe(
      "'税':1A '费':1B '证':1C 'a':1 '1':1 '照'",
    )
  })

  it('names a token once, with its greatest weight', () => {
    expect(searchVector({ ...fields, title: '公开', body: '公开 税' })).toBe("'公开':1A '开':1A '税'")
  })

  it('is empty for a document without words', () => {
    expect(searchVector({ ...fields, title: '——', body: '***' })).toBe('')
  })

  it('stays below the size that the database takes, and keeps the title', () => {
    const body = Array.from({ length: 200_000 }, (_, i) => `word${i}`).join(' ')
    const vector = searchVector({ ...fields, title: '标题', body })
    expect(Buffer.byteLength(vector)).toBeLessThan(1_500_000)
    expect(vector.startsWith("'标题':1A")).toBe(true)
  })

  it('quotes whatever might end a lexeme', () => {
    expect(quoted("a'b\\c")).toBe("'a''b\\\\c'")
  })
})
