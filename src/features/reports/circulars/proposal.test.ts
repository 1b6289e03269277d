import { describe, expect, test } from 'vitest'
import type { CircularRow } from './circular.ts'
import { proposalsFor } from './proposal.ts'

const rules = { praisedRanks: 2, latePercent: 20, waitingPercent: 10 }
const method = { code: 'share', of: 'tasks-in-time', over: 'tasks-due', minimum: 5 }
const row = (counts: Record<string, number>, more: Partial<CircularRow> = {}): CircularRow => ({
  ...{ unitId: 1, nameZh: '水利局', nameEn: 'Water', isShared: false, counts: { 'documents-entered': 40, ...counts } },
  ...more,
})
const told = (one: CircularRow) =>
  proposalsFor([one], method, rules).map(({ part, kind, numbers }) => `${part} ${kind} ${numbers.map(({ value }) => value).join('/')}`)

describe('what the figures give reason to say', () => {
  test('praises the first ranks with the figures of the method, and tasks that were all in time', () => {
    expect(told(row({ 'tasks-in-time': 9, 'tasks-due': 9 }, { rank: 2 }))).toEqual(['praise ranked 9/9', 'praise all-in-time 9'])
    expect(told(row({ 'tasks-in-time': 9, 'tasks-due': 9 }, { rank: 3 }))).toEqual(['praise all-in-time 9'])
    expect(told(row({ 'tasks-in-time': 4 }))).toEqual([])
  })

  test('names what is overdue, late and waiting from where it is told, and not before', () => {
    expect(told(row({ 'tasks-in-time': 8, 'tasks-late': 2 }))).toEqual(['problems late 2'])
    expect(told(row({ 'tasks-in-time': 9, 'tasks-late': 2 }))).toEqual([])
    expect(told(row({ 'tasks-in-time': 9, 'tasks-overdue': 1 }))).toEqual(['problems overdue 1'])
    expect(told(row({ 'documents-waiting': 4 }))).toEqual(['problems waiting 4/40'])
    expect(told(row({ 'documents-waiting': 3 }))).toEqual([])
  })

  test('says of a unit that entered nothing that it did, unless it ended', () => {
    expect(told(row({ 'documents-entered': 0 }))).toEqual(['problems nothing-entered 0'])
    expect(told(row({ 'documents-entered': 0 }, { unranked: 'ended' }))).toEqual([])
  })
})
