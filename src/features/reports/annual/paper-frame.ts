import type { Day } from '../../../kernel/day.ts'
import { sayDate } from '../../../kernel/translate.ts'
import type { ReportPaper } from '../../../platform/paper/report.ts'
import type { Named } from './form.ts'
import type { PaperReader } from './lay-out-tables.ts'

/** Whose report it is, up to which day it counts, and its fingerprint once it is filed. */
export interface Framed {
  unit: Named
  cutOff: Day
  fingerprint?: string | undefined
}

/** What stands on the paper of every kind of report, around its title and sections. */
export function framePaper({ t, lang }: PaperReader, { unit, cutOff, fingerprint }: Framed): Omit<ReportPaper, 'title' | 'sections'> {
  const on = sayDate(cutOff, lang)
  return {
    lang,
    // The first instant of the day: a filing is the same file whenever it is fetched.
    at: new Date(`${cutOff}T00:00:00+08:00`),
    unit: (lang === 'en' && unit.nameEn) || unit.nameZh,
    on,
    foot: [
      t('reports.paper.cut-off', { day: on }),
      fingerprint === undefined ? t('reports.paper.draft') : t('reports.paper.fingerprint', { fingerprint }),
    ],
    pages: t('reports.paper.pages'),
  }
}
