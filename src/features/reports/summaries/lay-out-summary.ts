import type { ReportPaper } from '../../../platform/paper/report.ts'
import type { PaperReader } from '../annual/lay-out-tables.ts'
import { framePaper, type Framed } from '../annual/paper-frame.ts'
import { handLine } from '../figures/mark.ts'
import { saySections } from './say-summary.ts'
import { numbersOf, type SummaryContent } from './summary.ts'

/** A work summary on paper: one in the making as it is now, or a filing, which has a fingerprint, as it was. */
export function layOutSummary(reader: PaperReader, content: SummaryContent, of: Omit<Framed, 'unit'>): ReportPaper {
  const frame = framePaper(reader, { ...of, unit: content.unit })
  return {
    ...frame,
    foot: [...handLine(reader.t, numbersOf(content)), ...frame.foot],
    title: reader.t('summary.title', { unit: frame.unit, year: content.year }),
    sections: saySections(reader.t, reader.lang, content).map((section) => ({ ...section, tables: [] })),
  }
}
