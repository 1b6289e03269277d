import { describe, expect, it } from 'vitest'
import { noSynonyms } from '../../platform/search/synonyms.ts'
import { passageOf } from './passage-of.ts'

const document = { summary: '汛期安排', body: '## 总则\n\n各单位负责排水设施。', files: [] }
const textOf = (segments: { text: string }[]) => segments.map(({ text }) => text).join('')

describe('the passage of a document', () => {
  it('is its summary when that has the words, or when the title shows them already', () => {
    expect(textOf(passageOf(document, '汛期', noSynonyms, false).segments)).toBe('汛期安排')
    expect(textOf(passageOf(document, '预案', noSynonyms, true).segments)).toBe('汛期安排')
  })

  it('is a part of the text when the summary does not have them', () => {
    const { segments, file } = passageOf(document, '排水', noSynonyms, false)
    expect(segments.find((segment) => segment.hit)?.text).toBe('排水')
    expect(file).toBeUndefined()
  })

  it('is a part of a file, and names it, when the words stand nowhere else', () => {
    const files = [
      { name: 'list.xlsx', text: '物资清单' },
      { name: 'map.pdf', text: '避难场所分布图' },
    ]
    const { segments, file } = passageOf({ ...document, files }, '避难场所', noSynonyms, false)
    expect(file).toBe('map.pdf')
    expect(segments.find((segment) => segment.hit)?.text).toMatch(/避难/)
  })
})
