import type { StackedBars } from '../../../../platform/chart/draw-stacked-bars.ts'
import type { Reader } from '../../../../ui/reader.ts'
import type { ShownCount } from '../figure.ts'
import type { Statistics } from '../read-statistics.ts'

const sizes = { wide: { width: 960, height: 320 }, narrow: { width: 400, height: 320 } } as const
const parts = [
  { name: 'inTime', colour: '#1e6b45', pattern: 'full' },
  { name: 'late', colour: '#a61b1b', pattern: 'striped' },
  { name: 'closed', colour: '#5b6472', pattern: 'hollow' },
] as const

/** How the cases of each year ended, the oldest year first. What is not shown in numbers is not drawn either. */
export function chartOf(reader: Pick<Reader, 't'>, years: readonly Statistics[], size: keyof typeof sizes): StackedBars {
  const drawn = (shown: ShownCount): number => (shown.state === 'shown' ? shown.count : 0)
  const inOrder = [...years].sort((a, b) => a.year - b.year)
  return {
    labels: inOrder.map(({ year }) => String(year)),
    parts: parts.map(({ name, colour, pattern }) => ({
      ...{ name: reader.t(`applications.figures.column.${name}`), colour, pattern },
      values: inOrder.map(({ figures }) => drawn(figures.total[name])),
    })),
    ...sizes[size],
  }
}
