import { expect, test } from 'vitest'
import { findingsIn, foundBy } from '../../../test/support/checks.ts'

test.each([
  ['with Comrade Wu Zhongzhong as the deputy leader', ['named: Comrade Wu Zhongzhong']],
  ['four comrades including Yang Shiqiong and Lei Jianping as members', ['named: comrades including Yang Shiqiong and Lei Jianping']],
  ['由张晓明同志任组长', ['named: 张晓明同志']],
])('%s names staff', (text, found) => {
  expect(foundBy('persons', text)).toEqual(found)
})

test.each([['向全体同志致谢'], ['以习近平同志为核心的党中央'], ['学习雷锋同志'], ['Comrades, the work goes on'], ['万名同志参加']])(
  '%s names nobody to be left out',
  (text) => {
    expect(foundBy('persons', text)).toEqual([])
  },
)

test('a name is advice only', () => {
  expect(findingsIn('由张晓明同志任组长')[0]?.weight).toBe('advice')
})
