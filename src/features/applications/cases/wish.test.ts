import { describe, expect, test } from 'vitest'
import { missingInWish, mostItems, splitMatters, type Wish } from './wish.ts'

const wish = (more: Partial<Wish> = {}): Wish => ({
  ...{ kind: 'information', wanted: '全市防汛应急预案', documentHint: '', reason: '', form: 'paper', way: 'post', items: [] },
  ...more,
})

describe('the things asked for', () => {
  test.each([
    ['1. 防汛预案\n2. 抢险队伍名单', ['防汛预案', '抢险队伍名单']],
    ['（一）2025年预算；（二）2025年决算。', ['2025年预算', '2025年决算']],
    ['我想了解：\n一、防汛预案；\n二、名单；\n三、经费。', ['防汛预案', '名单', '经费']],
    ['- the flood plan\n- the list of teams', ['the flood plan', 'the list of teams']],
    ['防汛应急预案；抢险队伍名单', ['防汛应急预案', '抢险队伍名单']],
  ])('are parted where the text numbers them or parts them itself: %s', (text, matters) => {
    expect(splitMatters(text)).toEqual(matters)
  })

  test.each(['全市防汛应急预案', '2025年度、2026年度的预算；谢谢', '申请公开1998年以来的文件。请快一点。'])(
    'are one where nothing parts them, or the parts are too short to be requests: %s',
    (text) => {
      expect(splitMatters(` ${text}\n`)).toEqual([text])
    },
  )

  test('are never more than a form takes', () => {
    const many = Array.from({ length: 40 }, (_, at) => `${at + 1}. 第${at + 1}号文件`).join('\n')
    expect(splitMatters(many).length).toBe(mostItems)
  })
})

describe('a request', () => {
  test('needs what is wanted, a form and a way, and is told everything at once', () => {
    expect(missingInWish(wish())).toEqual([])
    const empty = wish({ wanted: '', form: '' as Wish['form'], way: '' as Wish['way'] })
    expect(missingInWish(empty)).toEqual(['wanted-missing', 'form-missing', 'way-missing'])
    expect(missingInWish(wish({ wanted: '预案' }))).toEqual(['wanted-too-short'])
    const long = wish({ wanted: '字'.repeat(4001), documentHint: '字'.repeat(301), items: Array.from({ length: 21 }, () => '文件') })
    expect(missingInWish(long)).toEqual(['wanted-too-long', 'hint-too-long', 'too-many-items'])
  })

  test('says why only where it corrects one’s own records: the purpose of a request is nobody’s business', () => {
    expect(missingInWish(wish({ reason: '' }))).toEqual([])
    expect(missingInWish(wish({ kind: 'correction', reason: '' }))).toEqual(['reason-missing'])
  })
})
