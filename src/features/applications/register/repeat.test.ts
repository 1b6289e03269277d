import { describe, expect, it } from 'vitest'
import { repeatedRequests, subjectOf } from './repeat.ts'

describe('what a request is about', () => {
  it('is the same in whatever words it is wrapped, and for whatever year', () => {
    const same = ['申请公开2024年度古县镇征地补偿标准', '请提供关于古县镇2025年度征地补偿标准的信息。', '古县镇年度征地补偿标准']
    expect(new Set(same.map(subjectOf)).size).toBe(1)
  })

  it('is told apart from another matter of the same place', () => {
    expect(subjectOf('申请公开古县镇征地补偿标准')).not.toBe(subjectOf('申请公开古县镇低保名单'))
  })

  it('is found in a long text of nothing but fillers in no time', () => {
    expect(subjectOf('申请公开信息'.repeat(20_000))).toBe('')
  })
})

describe('requests that repeat', () => {
  const asked = (id: number, person: string, ...keys: string[]) => ({ id, person, keys })

  it('are those of several persons, however often one of them asks', () => {
    const requests = [
      asked(1, 'a', 'x'),
      asked(2, 'b', 'x'),
      asked(3, 'c', 'x'),
      asked(4, 'd', 'y'),
      asked(5, 'd', 'y'),
      asked(6, 'd', 'y'),
    ]
    expect(repeatedRequests(requests, 3)).toEqual([{ ids: [1, 2, 3], people: 3 }])
  })

  it('hang together through others', () => {
    const requests = [asked(1, 'a', 'x'), asked(2, 'b', 'x', 'y'), asked(3, 'c', 'y', 'z'), asked(4, 'd', 'z'), asked(5, 'e', 'w')]
    expect(repeatedRequests(requests, 3)).toEqual([{ ids: [1, 2, 3, 4], people: 4 }])
  })

  it('come in the order of how many asked; what says nothing repeats nothing', () => {
    const few = ['a', 'b', 'c'].map((person, at) => asked(at, person, 'few'))
    const many = ['a', 'b', 'c', 'd'].map((person, at) => asked(at + 10, person, 'many'))
    const empty = ['a', 'b', 'c'].map((person, at) => asked(at + 20, person))
    expect(repeatedRequests([...few, ...many, ...empty], 3).map((one) => one.people)).toEqual([4, 3])
  })
})
