import { dayRows, drawnDays, legendOf } from './days.ts'
import { printPaper, type Paper } from './print-paper.ts'
import type { DayTable } from './receipt.ts'

/** The strip and the table of days of a clock as a PDF (PDF/UA-1): every day, whether it counted, and why. Throws PressBusy. */
export async function writeDayTable(table: DayTable): Promise<Paper> {
  const { language, at, about, counted, labels, dueOn } = table
  const days = drawnDays(table.days, dueOn, labels, language)
  return printPaper({
    template: 'clock-table',
    at,
    content: {
      lang: language,
      ...{ about, counted, labels, days },
      legend: legendOf(days, labels),
      rows: dayRows(table.days, dueOn, labels.table, language),
    },
  })
}
