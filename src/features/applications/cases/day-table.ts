import type { Why } from '../../../kernel/clock.ts'
import type { Day } from '../../../kernel/day.ts'
import type { PaperDay } from '../../../platform/paper/days.ts'
import type { DayTable } from '../../../platform/paper/receipt.ts'
import { stripInWords } from '../../../ui/day-strip.tsx'
import { nameIn, type Reader } from '../../../ui/reader.ts'
import type { CaseView } from './read-case.ts'

const reasons: readonly Why[] = ['working', 'make-up', 'weekend', 'holiday', 'unannounced', 'calendar', 'rolled', 'paused']

/** The days of a case's clock alone on paper; undefined where no days are counted. `at`: the instant that the paper bears. */
export function composeDayTable(reader: Reader, { application, unit, clock }: CaseView, at: Date): DayTable | undefined {
  const { dueOn } = clock
  if (dueOn === undefined || clock.days.length === 0) return undefined
  const days = clock.days.map((day) => ({
    ...{ on: day.on, counted: day.counted, why: day.why },
    ...(day.consultations && { act: reader.t('applications.clock.consulted', { list: day.consultations.join(', ') }) }),
  }))
  return {
    ...{ language: reader.lang, at, about: `${application.number} · ${nameIn(reader, unit)}`, dueOn, days },
    ...{ counted: countedInWords(reader, days, dueOn), labels: dayTableLabels(reader) },
  }
}

/** The sentence of the strip without where today stands: a paper is read on other days. */
export function countedInWords(reader: Reader, days: readonly PaperDay[], due: Day): string {
  return stripInWords({ reader, days: [...days], due, today: due, done: { on: due, word: '', sentence: '' } })
}

/** The words of strip and table of days on paper. */
export function dayTableLabels({ t }: Reader): DayTable['labels'] {
  const due = t('ui.strip.legend.due')
  return {
    pages: t('apply.receipt.pages'),
    legend: {
      ...{ counted: t('apply.receipt.counts'), free: t('ui.strip.legend.free'), makeUp: t('ui.strip.legend.make-up') },
      ...{ paused: t('ui.strip.legend.paused'), due },
    },
    marks: { makeUp: t('ui.strip.mark.make-up'), holiday: t('ui.strip.mark.holiday'), due: t('apply.receipt.due-mark') },
    table: {
      ...{ title: t('ui.strip.day-by-day'), day: t('ui.strip.column.day'), weekday: t('apply.receipt.weekday') },
      ...{ nth: t('ui.strip.column.nth'), because: t('ui.strip.column.why'), due },
      why: Object.fromEntries(reasons.map((why) => [why, t(`ui.strip.why.${why}`)])) as Record<Why, string>,
    },
  }
}
