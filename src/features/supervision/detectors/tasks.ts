import { addDays } from '../../../kernel/day.ts'
import type { Shortfall } from './shortfall.ts'
import type { View } from './view.ts'

/**
 * Tasks past their day. While nothing is done: overdue (逾期未公开). Done after the day: late (逾期公开), which nobody can mend any more;
 * the view holds only those that are still listed.
 */
export function findMissed(view: View): Shortfall[] {
  const existing = new Set(view.units.map((unit) => unit.id))
  return view.missed
    .filter((task) => existing.has(task.unitId))
    .map((task) => ({
      detector: task.fulfilledOn === undefined ? 'overdue' : 'late',
      subject: `task:${task.id}`,
      unitId: task.unitId,
      dutyId: task.dutyId,
      taskId: task.id,
      sinceOn: addDays(task.dueOn, 1),
      seen: { due: task.dueOn, ...(task.fulfilledOn === undefined ? {} : { done: task.fulfilledOn }) },
    }))
}
