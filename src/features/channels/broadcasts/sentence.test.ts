import { describe, expect, test } from 'vitest'
import { blocksOf } from '../../../platform/text/blocks.ts'
import { sayBlocks } from './say-blocks.ts'
import { secondsToSay, sentencesOf } from './sentence.ts'

describe('sentences for a loudspeaker', () => {
  test('end where sentences end, and long ones are cut at their pauses', () => {
    const text = '村民代表会议于三月一日召开，应到代表四十五人，实到四十一人，符合法定人数。会议通过了三项决议；其中第一项为水渠整修！'
    const cut = sentencesOf(text, 'zh', 20)
    expect(cut).toEqual([
      '村民代表会议于三月一日召开。',
      '应到代表四十五人，实到四十一人。',
      '符合法定人数。',
      '会议通过了三项决议。',
      '其中第一项为水渠整修！',
    ])
    expect(cut.join('').replace(/[。！，；]/g, '')).toBe(text.replace(/[。！，；]/g, ''))
  })

  test('in English keep their words and end with a full stop', () => {
    const text = 'The meeting was held on Monday, forty-one of forty-five delegates came. They agreed on three things'
    expect(sentencesOf(text, 'en', 60)).toEqual([
      'The meeting was held on Monday.',
      'forty-one of forty-five delegates came.',
      'They agreed on three things.',
    ])
  })

  test('without any pause stay whole, and what is no word is not said', () => {
    expect(sentencesOf('这是一句没有任何停顿但是非常非常长的话\n——\n', 'zh', 5)).toEqual(['这是一句没有任何停顿但是非常非常长的话。'])
  })

  test('take as long as a calm voice takes', () => {
    expect(secondsToSay(['一'.repeat(240)], 'zh', 240)).toBe(60)
    expect(secondsToSay(['word '.repeat(75)], 'en', 150)).toBe(30)
  })
})

describe('what a listener cannot see', () => {
  test('is said: numbers of lists, names of columns', () => {
    const source =
      '## 收费标准\n\n1. 首先登记\n2. 然后缴费\n\n| 项目 | 标准（元） | 备注 |\n| --- | --- | --- |\n| 登记费 | 80 | — |\n| 工本费 | 20元 | 首次免收 |'
    expect(sayBlocks(blocksOf(source), 'zh')).toEqual([
      { text: '收费标准', isHeading: true },
      { text: '第一，首先登记', isHeading: false },
      { text: '第二，然后缴费', isHeading: false },
      { text: '登记费，标准80元。', isHeading: false },
      { text: '工本费，标准20元，备注，首次免收。', isHeading: false },
    ])
  })
})
