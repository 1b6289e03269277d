import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../root.ts'
import { loadSynonyms } from './load-synonyms.ts'
import { synonymsOf } from './synonyms.ts'

describe('synonyms', () => {
  it('are found by any spelling of a word of their group', () => {
    const synonyms = synonymsOf([['低保', 'minimum living allowance']])
    expect(synonyms.of('Minimum Living Allowances')).toContain('低保')
    expect(synonyms.of('高保')).toEqual([])
  })

  it('join when a word stands in two groups', () => {
    expect(
      synonymsOf([
        ['甲', '乙'],
        ['甲', '丙'],
      ])
        .of('甲')
        .sort(),
    ).toEqual(['丙', '乙', '甲'].sort())
  })

  it('of the national pack have no word in two groups, and both languages in every group but those of Chinese spellings', () => {
    const { groups } = JSON.parse(readFileSync(join(packageRoot, 'packs/cn/synonyms.json'), 'utf8')) as { groups: string[][] }
    const words = groups.flat().map((word) => word.toLowerCase())
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([])
    expect(groups.filter((group) => !/[a-z]/.test(group.join('')) || !/\p{Script=Han}/u.test(group.join('')))).toEqual([])
    expect(loadSynonyms().of('最低生活保障')).toContain('低保')
  })
})
