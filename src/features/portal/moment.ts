import { dayOf } from '../../kernel/day.ts'

/** An instant as the gov.cn page tags want it: `YYYY-MM-DD HH:MM`, the time of Shanghai. */
export function sayMinute(at: Date): string {
  return `${dayOf(at)} ${shanghai.format(at)}`
}

const shanghai = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
