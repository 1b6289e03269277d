import { sayDate, sayWeekday, type Lang } from '../../kernel/translate.ts'
import type { Day } from '../../kernel/day.ts'
import { asSvg, drawCode } from '../codes/draw-code.ts'
import { dayRows, drawnDays, legendOf } from './days.ts'
import { printPaper, type Paper } from './print-paper.ts'
import type { Receipt } from './receipt.ts'

/** An applicant's receipt as a PDF (PDF/UA-1), readable in grey too. The same receipt gives the same bytes. Throws PressBusy. */
export async function writeReceipt(receipt: Receipt): Promise<Paper> {
  const { language, at, title, unit, number, codeGroups, counted, provisional, address, follow, next, labels } = receipt
  const days = drawnDays(receipt.days, receipt.dueOn, labels, language)
  return printPaper({
    template: 'receipt',
    at,
    content: {
      lang: language,
      ...{ title, unit, number, counted, provisional, address, follow, next, labels, days },
      'code-groups': codeGroups,
      received: { on: withWeekday(receipt.receivedOn, language), by: receipt.receivedBy },
      due: { on: withWeekday(receipt.dueOn, language), by: receipt.dueBy },
      legend: legendOf(days, labels),
      code: asSvg(await drawCode(address)),
      rows: receipt.hasDayTable ? dayRows(receipt.days, receipt.dueOn, labels.table, language) : [],
    },
  })
}

function withWeekday(day: Day, language: Lang): string {
  const [date, weekday] = [sayDate(day, language), sayWeekday(day, language)]
  return language === 'zh' ? `${date}（${weekday}）` : `${weekday} ${date}`
}
