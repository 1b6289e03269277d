import { describe, expect, test } from 'vitest'
import { contentOf, relatedIn, typedOf, type Typed } from './form.ts'

const typed: Typed = {
  ...{
    title: ' 关于公布\n收费标准的  通知 ',
    summary: '',
    body: '第一段\n\n第二段',
    formedOn: '2026-06-01',
    validUntil: '',
    attribute: 'proactive',
  },
  ...{
    ground: '',
    groundReason: '',
    audience: 'society',
    language: 'zh',
    subject: '2',
    genre: 'notice',
    served: '',
    keywords: '收费，自行车、收费',
  },
  ...{ documentNumber: '', related: '' },
}

describe('the form of a document', () => {
  test('reads a title on one line, days, and keywords once each', () => {
    const { content, faults } = contentOf(typed)
    expect(faults).toEqual([])
    expect(content).toMatchObject({
      title: '关于公布 收费标准的 通知',
      formedOn: '2026-06-01',
      validUntil: undefined,
      keywords: ['收费', '自行车'],
    })
  })

  test('names a day that is none, and keeps what was typed to itself', () => {
    const { content, faults } = contentOf({ ...typed, formedOn: '2026-02-30', validUntil: 'soon' })
    expect(faults).toEqual([
      { field: 'formedOn', fault: 'not-a-day' },
      { field: 'validUntil', fault: 'not-a-day' },
    ])
    expect(content.formedOn).toBeUndefined()
  })

  test('falls back to the usual choice for anything that is not on a list', () => {
    const { content } = contentOf({
      ...typed,
      attribute: 'x',
      audience: "'; drop table",
      language: 'fr',
      subject: '99',
      genre: '<b>',
      served: '?',
    })
    expect(content).toMatchObject({ attribute: 'proactive', audience: 'society', language: 'zh', subject: '', genre: '', served: '' })
  })

  test('forgets the ground of what is published after all', () => {
    const { content } = contentOf({ ...typed, ground: 'internal-affairs', groundReason: 'roster' })
    expect(content).toMatchObject({ ground: '', groundReason: '' })
  })

  test('comes back as it was saved', () => {
    const { content } = contentOf(typed)
    expect(contentOf(typedOf(content, ['A/2026-00001'])).content).toEqual(content)
    expect(relatedIn(typedOf(content, ['A/2026-00001', 'B/2026-00002']))).toEqual(['A/2026-00001', 'B/2026-00002'])
  })
})
