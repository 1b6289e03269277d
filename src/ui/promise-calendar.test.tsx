import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { PromiseCalendar, type PromiseState } from './promise-calendar.tsx'
import { specimenReader } from './specimen.ts'

const states: PromiseState[] = ['on-time', 'late', 'empty', 'nothing-due', 'open']
const months = ['2024-11', '2024-12', '2025-01', '2025-02', '2025-03']
const row = {
  label: '<Finance>',
  href: '/en/units/0203',
  cells: states.map((state, at) => ({
    state,
    count: at + 1,
    href: state === 'nothing-due' ? undefined : `/en/units/0203?month=${months[at]}`,
  })),
}

describe('the promise calendar', () => {
  const html = renderToString(<PromiseCalendar reader={specimenReader('en')} caption="Units by month" months={months} rows={[row]} />)

  it('says in words what each cell shows, after its number', () => {
    for (const words of ['1</span><span class="govuk-visually-hidden"> on time', '2</span><span class="govuk-visually-hidden"> late']) {
      expect(html).toContain(words)
    }
    expect(html).toContain('<span class="govuk-visually-hidden"> nothing due</span>')
  })

  it('opens the list behind each cell that has one', () => {
    expect(html.match(/<a class="gk-promise__box"/g)).toHaveLength(4)
    expect(html).toContain('href="/en/units/0203?month=2024-12"')
  })

  it('names a year where it begins, and the whole month to those who hear the table', () => {
    expect(html.match(/gk-promise__year/g)).toHaveLength(2)
    expect(html).toContain('abbr="January 2025"')
  })

  it('draws every state with a shape of its own', () => {
    const shapes = [...html.matchAll(/<td.*?<path d="([^"]+)"/g)].map((match) => match[1])
    expect(new Set(shapes).size).toBe(states.length)
  })

  it('escapes the names of units', () => {
    expect(html).toContain('&lt;Finance>')
  })
})
