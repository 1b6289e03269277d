import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type CaseClock, type CaseEvent, caseClock } from '../kernel/case/index.ts'
import { loadPack } from '../platform/pack.ts'
import { packageRoot } from '../platform/root.ts'
import { runClock } from './clock.ts'
import { eventKinds, readEvents } from './read-events.ts'

const pack = loadPack()
const scratch = mkdtempSync(join(tmpdir(), 'events-'))
afterAll(() => rmSync(scratch, { recursive: true }))
const guide = readFileSync(join(packageRoot, 'docs/clock.md'), 'utf8')

const file = (content: unknown, name = 'events.json') => {
  const path = join(scratch, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}
const run = (content: unknown, ...rest: string[]) => runClock(['--edition', '2019', '--events', file(content), ...rest], pack)
const received = { kind: 'received', channel: 'counter', arrivedOn: '2025-06-03' }

describe('the clock of a whole case', () => {
  it('answers machines with the clock itself', () => {
    const events = [received, { kind: 'replied', on: '2025-07-02' }]
    const { exit, out } = run(events, '--json')
    const answer = JSON.parse(out) as CaseClock
    expect(exit).toBe(0)
    expect(answer).toMatchObject({ state: 'replied', dueOn: '2025-07-01', isInTime: false, breaches: ['replied-late'] })
    expect(answer).toEqual(JSON.parse(JSON.stringify(caseClock(pack.editions[1]!, events as CaseEvent[], pack.calendar, pack.choices))))
  })

  it('tells people what came too late, and what a pause without a limit does', () => {
    const events = [
      { kind: 'received', channel: 'registered-post', arrivedOn: '2013-03-04' },
      { kind: 'consultation-sent', consultation: '甲', with: 'third-party', on: '2013-03-11' },
    ]
    const { out } = runClock(['--edition', '2007', '--events', file(events)], pack)
    expect(out).toContain('No due day yet: a consultation has no limit and is not answered')
    expect(out).toContain('Stands still after Mon 11 Mar 2013 until there is an answer: consultation 甲')
    expect(out.split('\n').at(-1)).toBe('    5  2013-03-11  Mon  working day')
    expect(run([received, { kind: 'replied', on: '2025-07-02' }]).out).toContain('Too late: the reply came after the due day')
    expect(run([received, { kind: 'replied', on: '2025-07-02' }], '--lang', 'zh').out).toContain('逾期：答复晚于期限届满日')
  })

  it('tells each waiting, each new beginning and each kind of due day', () => {
    const asked = { kind: 'clarification-asked', on: '2025-06-05', answerBy: '2025-06-20' }
    const noticed = { kind: 'fee-noticed', sentOn: '2025-06-05', receivedOn: '2025-06-06' }
    const saysOf = (...events: object[]) => run([received, ...events]).out
    expect(saysOf(asked)).toContain('waiting for a supplement of the applicant\n')
    expect(saysOf(asked)).toContain('Last day for the supplement: Fri 20 Jun 2025')
    expect(saysOf(asked, { kind: 'supplemented', on: '2025-06-10' })).toContain('Day 0: Tue 10 Jun 2025, supplement received')
    expect(saysOf(noticed)).toContain('Last day to pay: Fri 4 Jul 2025')
    expect(saysOf(noticed, { kind: 'fee-paid', on: '2025-06-10' })).toContain('Day 0: Tue 10 Jun 2025, fee paid')
    expect(saysOf({ kind: 'extended', decidedOn: '2025-06-20', toldOn: '2025-06-20' })).toContain(
      'Due: Tue 29 Jul 2025, 40 working days with the extension; without it Tue 1 Jul 2025',
    )
    expect(saysOf({ kind: 'reasons-asked', on: '2025-06-10' }, { kind: 'date-set', toldOn: '2025-06-20', dueOn: '2025-09-30' })).toMatch(
      /Due: Tue 30 Sep 2025, the date that the applicant was told; without it Tue 1 Jul 2025\nOpen in the law: The clock runs on while/,
    )
    expect(saysOf({ kind: 'closed', on: '2025-06-20' })).toContain('Closed: Fri 20 Jun 2025')
  })

  it('says when a date is provisional, and when the edition is not that of the day', () => {
    expect(run([{ ...received, arrivedOn: '2026-12-14' }]).out).toContain(
      'Provisional: holidays are announced for 2008-01-01 to 2026-12-31 only.',
    )
    expect(run([{ ...received, arrivedOn: '2019-05-14' }]).out).toContain(
      'Note: the Regulations of 2019 did not govern on the day of receipt',
    )
  })

  it('ends with 1 where events contradict each other, and names every contradiction', () => {
    const events = [received, { kind: 'supplemented', on: '2025-06-10' }, { kind: 'replied', on: '2025-06-02' }]
    expect(run(events)).toEqual({
      exit: 1,
      out: [
        'Contradiction: there is a supplement without a notice to clarify',
        'Contradiction: the reply comes before the receipt',
        'Contradiction: something is done after the reply or the closing',
      ].join('\n'),
    })
    const { exit, out } = run(events, '--json')
    expect([exit, (JSON.parse(out) as CaseClock).faults]).toEqual([1, ['supplement-without-notice', 'reply-before-receipt', 'after-end']])
    expect(run([]).out).toBe('Contradiction: there is no event received')
  })

  it('answers a wrong file with 2 and one line that says what to write', () => {
    const wrong: [unknown, string][] = [
      ['{', 'events.json is not JSON: write a list of events, such as [{"kind":"received"'],
      [received, 'events.json is not a list: write the events between square brackets'],
      [[received, { kind: 'answered', on: '2025-06-10' }], 'events.json, event 2: kind must be one of received, clarification-asked'],
      [[null], 'events.json, event 1: kind must be one of'],
      [[{ ...received, arrivedOn: '2025-02-29' }], 'events.json, event 1, arrivedOn: write it like {"kind":"received"'],
      [[{ ...received, channel: 'pigeon' }], 'events.json, event 1, channel: write it like'],
      [[received, { kind: 'extended', decidedOn: '2025-06-20' }], 'events.json, event 2, toldOn: write it like {"kind":"extended"'],
      [[received, { kind: 'replied', on: '2025-06-20', by: 'post' }], 'events.json, event 2, by: write it like {"kind":"replied"'],
      [
        [{ kind: 'consultation-sent', consultation: 'a\u001b[2J', with: 'third-party', on: '2025-06-04' }],
        'events.json, event 1, consultation: ',
      ],
      [' '.repeat(1_000_001), 'events.json is too large for the events of one case'],
    ]
    for (const [content, advice] of wrong) {
      const { exit, out } = run(content)
      expect({ advice, exit, said: out.slice(0, advice.length), lines: out.split('\n').length }).toEqual({
        advice,
        exit: 2,
        said: advice,
        lines: 1,
      })
    }
    expect(run([null], '--lang', 'zh').out).toContain('第1个事件：kind 应为下列之一')
  })

  it('answers a wrong call with 2 and one line that says what to write', () => {
    const wrong: [string[], string][] = [
      [['--events', file([])], '--edition must be 2007 / 2019, such as --edition 2019'],
      [['--edition', '2020', '--events', file([])], '--edition must be'],
      [['--edition', '2019'], '--events must name a JSON file'],
      [['--edition', '2019', '--events', join(scratch, 'nowhere.json')], 'nowhere.json cannot be read'],
      [['--edition', '2019', '--events', scratch], ''],
      [['--edition', '2019', '--events', file([]), '--term', '20'], 'Not understood'],
    ]
    for (const [args, advice] of wrong) {
      const { exit, out } = runClock(args, pack)
      expect({ args, exit, said: out.slice(0, advice.length), lines: out.split('\n').length }).toEqual({
        args,
        exit: 2,
        said: advice,
        lines: 1,
      })
    }
  })

  it('gives with each wrong event an example that is right', () => {
    for (const kind of eventKinds) {
      const { out } = run([{ kind, on: 'today' }])
      const example = out.slice(out.indexOf('{'))
      expect(readEvents(file(`[${example}]`, 'example.json')), kind).toEqual({ events: [JSON.parse(example)] })
    }
  })
})

describe('docs/clock.md', () => {
  const events = /```json\n(\[[^`]*"kind"[^`]*\])\n```/.exec(guide)?.[1] ?? ''
  const calls = [...guide.matchAll(/```\nnpx gongkai clock ([^\n]+)\n```\n\n```(?:json)?\n([^`]*)```/g)].map(
    ([, call = '', answer = '']) => ({
      call,
      answer,
    }),
  )

  it('shows calls with their answers', () => {
    expect(calls.length).toBeGreaterThanOrEqual(4)
    expect(calls.filter(({ call }) => call.includes('--events'))).toHaveLength(2)
  })

  it.each(calls)('is right about: gongkai clock $call', ({ call, answer }) => {
    const { exit, out } = runClock(call.replace('events.json', file(events, 'guide.json')).split(' '), pack)
    expect(exit).toBe(0)
    if (call.includes('--json')) expect(JSON.parse(out)).toEqual(JSON.parse(answer))
    else expect(out).toMatch(patternOf(answer.trimEnd()))
  })

  it('names every kind of event, and no other', () => {
    const table = guide.slice(guide.indexOf('### Events'), guide.indexOf('`channel` sets the day'))
    expect([...table.matchAll(/^\| `([a-z-]+)`/gm)].map((match) => match[1])).toEqual(expect.arrayContaining(eventKinds))
    expect([...table.matchAll(/^\| `([a-z-]+)` /gm)].filter((match) => match[1] !== 'kind')).toHaveLength(eventKinds.length)
  })
})

/** The answer as the guide shows it, where a line of `…` stands for any lines. */
function patternOf(shown: string): RegExp {
  const parts = shown.split(/\n *…\n/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('\\n(?:.*\\n)*')}$`)
}
