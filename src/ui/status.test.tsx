import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { asDay } from '../kernel/day.ts'
import { specimenReader } from './specimen.ts'
import { DateLine, DueDate, StatusWord, type StatusKind } from './status.tsx'

const today = asDay('2025-10-17')

describe('a due date', () => {
  const due = (lang: 'zh' | 'en', on: string, workingDaysLeft: number, provisional = false) =>
    textOf(
      <DueDate reader={specimenReader(lang)} due={asDay(on)} today={today} workingDaysLeft={workingDaysLeft} provisional={provisional} />,
    )

  it('says the weekday and the working days left, in both languages', () => {
    expect(due('zh', '2025-10-31', 10)).toBe('周五 10月31日 · 还有 10 个工作日')
    expect(due('en', '2025-10-31', 10)).toBe('Fri 31 Oct · 10 working days left')
  })

  it('speaks of one day as one day', () => {
    expect(due('en', '2025-10-20', 1)).toBe('Mon 20 Oct · 1 working day left')
  })

  it('names the year when it is another', () => {
    expect(due('zh', '2026-01-05', 52)).toContain('周一 2026年1月5日')
  })

  it('says plainly that it is today, or too late', () => {
    expect(due('en', '2025-10-17', 0)).toBe('Fri 17 Oct · due today')
    expect(due('en', '2025-10-13', -4)).toBe('Mon 13 Oct · 4 working days late')
    expect(due('zh', '2025-10-13', -4)).toBe('周一 10月13日 · 已逾期 4 个工作日')
  })

  it('is late even where no working day has passed since', () => {
    expect(due('en', '2025-10-16', 0)).toBe('Thu 16 Oct · 1 working day late')
  })

  it('says when it may still move', () => {
    expect(due('en', '2026-01-05', 52, true)).toContain('(provisional)')
  })
})

describe('a state', () => {
  it('has a shape of its own for every kind, so that colour is not needed', () => {
    const kinds: StatusKind[] = ['done', 'due-soon', 'overdue', 'waiting', 'neutral', 'refused']
    const shapes = kinds.map((kind) => renderToString(<StatusWord kind={kind}>word</StatusWord>).match(/ d="([^"]+)"/)?.[1])
    expect(new Set(shapes).size).toBe(kinds.length)
  })
})

describe('a day', () => {
  it('is readable by machines too', () => {
    const html = renderToString(<DateLine reader={specimenReader('en')} day={asDay('2025-10-31')} />)
    expect(html).toBe('<time class="gk-date" datetime="2025-10-31">Fri 31 Oct 2025</time>')
  })
})

function textOf(node: Parameters<typeof renderToString>[0]): string {
  return renderToString(node)
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
}
