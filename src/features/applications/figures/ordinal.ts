import { isWorkingDay, type Calendar } from '../../../kernel/calendar.ts'
import { addDays, type Day } from '../../../kernel/day.ts'

/** Days with their number among the working days, so that a database can tell working days apart without knowing a calendar. */
export interface Ordinals {
  days: Day[]
  numbers: number[]
}

/** Numbers every day of a span: a working day counts one more than the day before it, a day off the same. Both ends are included. */
export function ordinalsOf(calendar: Calendar, from: Day, until: Day): Ordinals {
  const days: Day[] = []
  const numbers: number[] = []
  let number = 0
  for (let day = from; day <= until; day = addDays(day, 1)) {
    if (isWorkingDay(calendar, day)) number++
    days.push(day)
    numbers.push(number)
  }
  return { days, numbers }
}
