import { isDay } from '../../../kernel/day.ts'

const cityOffset = '+08:00'

/** The instant of a day and a time of the city's clock, such as 2026-12-01 and 09:30; undefined for what is neither. */
export function momentAt(day: string, time: string): Date | undefined {
  if (!isDay(day) || !/^([01]?\d|2[0-3])[:：][0-5]\d$/.test(time)) return undefined
  const [hour = '', minute = ''] = time.split(/[:：]/)
  return new Date(`${day}T${hour.padStart(2, '0')}:${minute}:00${cityOffset}`)
}

/** Whether a release came so much later than its set time that readers of the record should be told. */
export function isLateBy(setFor: Date, released: Date, minutes: number): boolean {
  return released.getTime() - setFor.getTime() > 60_000 * minutes
}

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** The time of an instant on the city's clock: 09:05. */
export function timeOf(at: Date): string {
  return clock.format(at)
}
