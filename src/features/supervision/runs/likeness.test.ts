import { expect, it } from 'vitest'
import { alikePercent, sketchOf } from './likeness.ts'
import { ownLinks } from './link.ts'
import { superiorsOf } from './superior.ts'

const rules = (from: number, until: number): string =>
  Array.from({ length: until - from }, (_, n) => `第${from + n}条 第${(from + n) * 7}类场所每年应当完成第${(from + n) * 3}项自查。`).join(
    '\n',
  )
const share = (a: number[], b: number[]): number => a.filter((band) => b.includes(band)).length

it('texts much alike share a band of their sketches, and others do not', () => {
  const [text, copy, other] = [rules(1, 30), `现转发如下，请认真贯彻执行：\n${rules(1, 30)}`, rules(500, 530)]
  expect(share(sketchOf(text, 100), sketchOf(copy, 100))).toBeGreaterThan(3)
  expect(share(sketchOf(text, 100), sketchOf(other, 100))).toBe(0)
  expect(sketchOf(text, 100)).toEqual(sketchOf(text.replaceAll('\n', ' '), 100))
})

it('a text too short to be compared has no sketch', () => {
  expect(sketchOf('收到，谢谢。', 100)).toEqual([])
})

it('a copy holds all of its original, whatever is said before it', () => {
  expect(alikePercent(`转发：\n${rules(1, 30)}`, rules(1, 30))).toBe(100)
  expect(alikePercent(rules(1, 30), rules(500, 530))).toBeLessThan(30)
  expect(alikePercent('', rules(1, 30))).toBe(0)
})

it('finds the addresses of this site in a text, whatever their language, and leaves others alone', () => {
  const body = `见[甲](/zh/documents/MC1/2026-00001)、[乙](https://a.example/en/units/health?x=1)、https://a.example/catalogue/news，
    [丙](https://elsewhere.example/documents/MC1/2026-00002)、[丁](/zh/desk/findings)、[戊](/catalogue/reasons)`
  expect(ownLinks(body, 'https://a.example')).toEqual(['documents/MC1/2026-00001', 'units/health', 'catalogue/news'])
})

it('a town passes on what its county, its city and the departments of the city publish', () => {
  const unit = (id: number, path: string) => ({ id, path, parentId: Number(path.split('/').at(-3)) || undefined })
  const units = [unit(1, '/1/'), unit(2, '/1/2/'), unit(3, '/1/3/'), unit(4, '/1/3/4/'), unit(5, '/1/3/5/'), unit(6, '/1/2/6/')]
  expect(superiorsOf(4, units)).toEqual([1, 2, 3])
  expect(superiorsOf(3, units)).toEqual([1])
  expect(superiorsOf(1, units)).toEqual([])
})
