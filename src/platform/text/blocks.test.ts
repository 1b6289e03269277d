import { expect, test } from 'vitest'
import { blocksOf, wordsOf } from './blocks.ts'

test('a text becomes a tree of its parts, without any mark-up of its own', () => {
  const source = '# 一、总则\n\n第一条 **各单位**应当[公开](https://example.org)。\n\n- 甲\n  1. 子项\n- 乙\n\n> 引文\n\n***'
  expect(blocksOf(source)).toEqual([
    { kind: 'heading', level: 2, inlines: [{ kind: 'text', text: '一、总则' }] },
    {
      kind: 'paragraph',
      inlines: [
        { kind: 'text', text: '第一条 ' },
        { kind: 'strong', inlines: [{ kind: 'text', text: '各单位' }] },
        { kind: 'text', text: '应当' },
        { kind: 'link', address: 'https://example.org', inlines: [{ kind: 'text', text: '公开' }] },
        { kind: 'text', text: '。' },
      ],
    },
    {
      kind: 'list',
      ordered: false,
      start: 1,
      items: [
        [
          { kind: 'paragraph', inlines: [{ kind: 'text', text: '甲' }] },
          { kind: 'list', ordered: true, start: 1, items: [[{ kind: 'paragraph', inlines: [{ kind: 'text', text: '子项' }] }]] },
        ],
        [{ kind: 'paragraph', inlines: [{ kind: 'text', text: '乙' }] }],
      ],
    },
    { kind: 'quote', blocks: [{ kind: 'paragraph', inlines: [{ kind: 'text', text: '引文' }] }] },
    { kind: 'rule' },
  ])
})

test('a table keeps the sides of its columns and says how wide each wants to be', () => {
  const [table] = blocksOf('| 项目 | 金额（元） |\n| --- | ---: |\n| 登记费 | 80 |\n| 工本费 | |')
  expect(table).toMatchObject({ kind: 'table', align: ['left', 'right'], widths: [3, 5] })
  if (table?.kind !== 'table') throw new Error('no table')
  expect(table.rows.map((row) => row.map(wordsOf))).toEqual([
    ['登记费', '80'],
    ['工本费', ''],
  ])
})

test('what looks like mark-up of another language stays a text', () => {
  const words = blocksOf('#evil[*x*] $ <script>alert(1)</script> \\#import').map((block) =>
    'inlines' in block ? wordsOf(block.inlines) : '',
  )
  expect(words.join('')).toContain('<script>alert(1)</script>')
  expect(words.join('')).toContain('#evil[')
})

test('a picture is its description, and an unknown depth of quotes falls over nothing', () => {
  expect(blocksOf('![地图](https://example.org/a.png)')).toEqual([
    {
      kind: 'paragraph',
      inlines: [{ kind: 'link', address: 'https://example.org/a.png', inlines: [{ kind: 'text', text: '地图' }] }],
    },
  ])
  expect(blocksOf(`${'>'.repeat(500)} 深`).length).toBe(1)
})
