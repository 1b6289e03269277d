import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { security } from '../load-security.ts'
import { demoPassword } from './demo.ts'
import { judgePassword } from './password.ts'

const about = ['linxiao', '林晓', 'Lin Xiao', '明川市', 'Mingchuan City']
const judge = (password: string) => judgePassword(password, about, security.password)
const reasons = (password: string) => {
  const outcome = judge(password)
  return outcome.ok ? [] : outcome.refusals
}

describe('a password', () => {
  test('needs twelve characters and no kind of character', () => {
    expect(reasons('violet teap')).toEqual(['too-short'])
    expect(reasons('violet teapo')).toEqual([])
    expect(reasons('春眠不觉晓处处闻啼鸟夜来')).toEqual([])
  })

  test('counts characters, not the code units that make them', () => {
    expect(reasons('🌞🌛⭐🌈☔🍎🍋🍇🥝🍒🍑')).toEqual(['too-short'])
    expect(reasons('🌞🌛⭐🌈☔🍎🍋🍇🥝🍒🍑🍓')).toEqual([])
  })

  test('may have 128 characters and not one more', () => {
    const long = 'the lamp in the hall burns until the last report is read aloud; '
    expect(reasons((long + long).padEnd(128, '~'))).toEqual([])
    expect(reasons((long + long).padEnd(129, '~'))).toEqual(['too-long'])
  })

  test.each([
    '1qaz2wsx3edc',
    'woaini1314520',
    'Woaini1314520',
    'password1234',
    'P@ssw0rd2026',
    'password!!!!!!!',
    'woainiwoaini',
    'qwertyqwerty',
    '111111111111',
    '123456789012',
    'abcdefghijkl',
    '098765432109',
    'iloveyou5201314',
    'zhongguo2025',
    '１２３４５６７８９０１２',
  ])('that everybody tries first is refused: %s', (password) => {
    expect(reasons(password)).toContain('known-bad')
  })

  test.each(['linxiao-2026!', 'Mingchuan City 1', 'linxiaolinxiao', 'lin.xiao.123456'])(
    'made of what is known of the person is refused: %s',
    (password) => {
      expect(reasons(password)).toContain('about-you')
    },
  )

  test('of the demonstration is a good one', () => expect(reasons(demoPassword)).toEqual([]))

  test('typed in full width is the same password', () => {
    expect(judge('ｖｉｏｌｅｔ　ｔｅａｐｏｔ')).toEqual(judge('violet teapot'))
  })

  test('made of three random words is always taken', () => {
    const word = fc.constantFrom(
      'amber',
      'canal',
      'ferry',
      'ledger',
      'meadow',
      'noodle',
      'pebble',
      'quartz',
      'ribbon',
      'saddle',
      'thimble',
      'walnut',
    )
    const phrase = fc.uniqueArray(word, { minLength: 3, maxLength: 4 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(phrase, fc.nat(9999), (words, n) => judge(`${words} ${n}`).ok),
      { numRuns: 1000 },
    )
  })

  test('that is listed is refused with anything hung on its end', () => {
    const listed = fc.constantFrom(...[...security.password.knownBad].filter((one) => /^[a-z]{6,}$/.test(one)))
    fc.assert(
      fc.property(listed, fc.stringMatching(/^[0-9!@#.]{6,10}$/), (word, tail) => !judge(word + tail).ok),
      { numRuns: 1000 },
    )
  })
})

test('the list of known-bad passwords is long enough and holds no doubles', () => {
  expect([...security.password.knownBad].filter((one) => one.length >= 8).length).toBeGreaterThanOrEqual(1000)
})
