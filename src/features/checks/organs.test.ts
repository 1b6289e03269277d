import { expect, test } from 'vitest'
import { findingsIn, foundBy } from '../../../test/support/checks.ts'

test('a corrupted name of the state or an organ stops the release and the right one is named', () => {
  const [finding] = findingsIn('根据《中华人民共合国政府信息公开条例》')
  expect(finding).toMatchObject({
    check: 'organs',
    because: 'corrupted',
    passage: '中华人民共合国',
    weight: 'block',
    params: { right: '中华人民共和国' },
  })
})

test('words that are often confused are advice', () => {
  expect(findingsIn('禁止焚烧秸杆')[0]).toMatchObject({ because: 'confused', weight: 'advice', params: { right: '秸秆' } })
})

test('right names are left alone', () => {
  expect(
    foundBy('organs', "中华人民共和国国务院、市人民政府、人民法院、中国共产党。The State Council of the People's Republic of China."),
  ).toEqual([])
})
