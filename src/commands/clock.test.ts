import { describe, expect, it } from 'vitest'
import { loadPack } from '../platform/pack.ts'
import { runClock } from './clock.ts'

const pack = loadPack()
const run = (line: string) => runClock(line.split(' ').filter(Boolean), pack)

describe('the clock command', () => {
  it('gives the due day and every day on the way as JSON', () => {
    const { exit, out } = run('--term 20 --start 2025-09-28 --json')
    const answer = JSON.parse(out)
    expect(exit).toBe(0)
    expect(Object.keys(answer)).toEqual(['due', 'provisional', 'days'])
    expect(answer).toMatchObject({ due: '2025-10-31', provisional: false })
    expect(answer.days[0]).toEqual({ on: '2025-09-29', counted: true, why: 'working' })
    expect(answer.days).toHaveLength(33)
    expect(answer.days.filter((row: { counted: boolean }) => row.counted)).toHaveLength(20)
  })

  it('counts calendar days, rolling over days off only when asked', () => {
    expect(JSON.parse(run('--term 60 --start 2025-08-05 --count calendar --json').out).due).toBe('2025-10-04')
    expect(JSON.parse(run('--term 60 --start 2025-08-05 --count calendar --rolls --json').out).due).toBe('2025-10-09')
  })

  it('prints a table for people', () => {
    const lines = run('--term 4 --start 2025-09-29').out.split('\n')
    expect(lines.slice(0, 2)).toEqual(['4 working days counted from the day after Mon 29 Sep 2025', 'Due: Sat 11 Oct 2025'])
    expect(lines[3]).toBe('    1  2025-09-30  Tue  working day')
    expect(lines[4]).toBe('    -  2025-10-01  Wed  National Day and Mid-Autumn Festival, not counted')
    expect(lines.at(-1)).toBe('    4  2025-10-11  Sat  make-up working day, counted')
  })

  it('prints the table in Chinese', () => {
    const { out } = run('--term 1 --start 2025-09-30 --lang zh')
    expect(out).toContain('1个工作日，自周二 2025年9月30日的次日起计算\n期限届满日：周四 2025年10月9日\n')
    expect(out).toContain('    -  2025-10-01  周三  国庆节、中秋节放假，不计算')
  })

  it('says when an answer is only a guess', () => {
    const { exit, out } = run('--term 5 --start 2026-12-30')
    expect(exit).toBe(0)
    expect(out).toContain('Provisional: holidays are announced for 2008-01-01 to 2026-12-31 only.')
    expect(out).toContain('2027-01-02  Sat  not announced yet, taken as a day off')
    expect(JSON.parse(run('--term 5 --start 2026-12-30 --json').out).provisional).toBe(true)
  })

  it('answers a wrong call with 2 and one line that says what to write', () => {
    const wrong: [string, string][] = [
      ['', '--term must be'],
      ['--term 0 --start 2025-09-28', '--term must be'],
      ['--term 20.5 --start 2025-09-28', '--term must be'],
      ['--term 3661 --start 2025-09-28', '--term must be'],
      ['--term 20', '--start must be'],
      ['--term 20 --start 2025-02-30', '--start must be'],
      ['--term 20 --start 2025-09-28 --count months', '--count must be'],
      ['--term 20 --start 2025-09-28 --lang fr', '--lang must be'],
      ['--term 20 --start 9999-12-25', '--start must be'],
      ['--term 20 --start 2025-09-28 --edition 2019', 'Not understood'],
      ['--term -5 --start 2025-09-28', 'Not understood'],
      ['twenty', 'Not understood'],
    ]
    for (const [line, advice] of wrong) {
      const { exit, out } = run(line)
      expect({ line, exit, advice: out.slice(0, advice.length), lines: out.split('\n').length }).toEqual({
        line,
        exit: 2,
        advice,
        lines: 1,
      })
    }
    expect(run('--term 0 --lang zh').out).toContain('整数天数')
  })

  it('explains its options', () => {
    expect(run('--help')).toMatchObject({ exit: 0, out: expect.stringContaining('gongkai clock --term') })
  })
})
