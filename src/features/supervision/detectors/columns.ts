import { addDays, addMonths, type Day } from '../../../kernel/day.ts'
import type { Shortfall } from './shortfall.ts'
import type { Thresholds } from './threshold.ts'
import { lineKey, type SeenLine, type View } from './view.ts'

/**
 * Columns (one duty of one unit) in which nothing stands. A column with an overdue task is not named twice: the task says it with its
 * day. One that the office has excused stays in the list: whoever keeps findings shows it as justified.
 */
export function findEmpty(view: View, thresholds: Thresholds): Shortfall[] {
  return view.lines.flatMap((line) => {
    const sinceOn = emptySince(view, line, thresholds)
    if (sinceOn === undefined || view.tasks.get(lineKey(line))?.overdueOn !== undefined) return []
    return [shortfall('empty-column', line, sinceOn, {})]
  })
}

/** Since when a required column has been empty; undefined while it need not have anything, or has. */
export function emptySince(view: View, line: SeenLine, { emptyColumn }: Thresholds): Day | undefined {
  const tasks = view.tasks.get(lineKey(line))
  if (!line.isRequired || view.published.has(lineKey(line)) || tasks?.settledOn !== undefined) return undefined
  const lastDay = line.waitsForEvent ? addDays(line.sinceOn, emptyColumn.graceDays) : tasks?.firstDueOn
  return lastDay !== undefined && lastDay < view.today ? addDays(lastDay, 1) : undefined
}

/** Columns that wait for events and in which nothing has moved for longer than their rule allows. Those that come round have tasks. */
export function findStale(view: View, { staleColumn }: Thresholds): Shortfall[] {
  return view.lines.flatMap((line) => {
    const newestOn = view.published.get(lineKey(line))?.newestOn
    const tasks = view.tasks.get(lineKey(line))
    if (!line.isRequired || !line.waitsForEvent || newestOn === undefined || tasks?.overdueOn !== undefined) return []
    const movedOn = tasks?.settledOn !== undefined && tasks.settledOn > newestOn ? tasks.settledOn : newestOn
    const lastDay = addMonths(movedOn, staleColumn.months)
    return lastDay < view.today ? [shortfall('stale-column', line, addDays(lastDay, 1), { newest: movedOn })] : []
  })
}

function shortfall(detector: 'empty-column' | 'stale-column', line: SeenLine, sinceOn: Day, seen: Shortfall['seen']): Shortfall {
  return { detector, subject: `line:${lineKey(line)}`, unitId: line.unitId, dutyId: line.dutyId, sinceOn, seen }
}
