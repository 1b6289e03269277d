import { describe, expect, it } from 'vitest'
import { loadSynonyms } from '../../platform/search/load-synonyms.ts'
import { matchNames } from './match-names.ts'

const synonyms = loadSynonyms()
const units = [
  ['明川市应急管理局', 'Emergency Management Bureau'],
  ['明川市财政局', 'Finance Bureau'],
  ['云泉县应急管理局', 'Emergency Management Bureau of Yunquan'],
]
const found = (words: string, most = 9) => matchNames(words, synonyms, units, (names) => names, most).map(([name]) => name)

describe('matching names', () => {
  it('finds a unit by a part of its name in either language', () => {
    expect(found('财政')).toEqual(['明川市财政局'])
    expect(found('Finance')).toEqual(['明川市财政局'])
  })

  it('wants every word', () => {
    expect(found('云泉县应急')).toEqual(['云泉县应急管理局'])
    expect(found('finance emergency')).toEqual([])
  })

  it('keeps the order that was given, and not more than asked for', () => {
    expect(found('应急管理', 1)).toEqual(['明川市应急管理局'])
  })

  it.each(['', '…', '%', '.*'])('finds nothing for %j', (words) => {
    expect(found(words)).toEqual([])
  })
})
