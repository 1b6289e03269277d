import type { ReportPaper, ReportSection } from '../../../platform/paper/report.ts'
import { sayNotes } from './compose-notes.ts'
import { handLine } from '../figures/mark.ts'
import { marksTold } from './compose-text.ts'
import type { AnnualForm } from './form.ts'
import { layOutTables, type PaperReader } from './lay-out-tables.ts'
import { framePaper, type Framed } from './paper-frame.ts'
import type { FactSentence } from './sentence.ts'
import { sayFact } from './tell-facts.ts'
import type { Told } from './told.ts'

/** A report to be set: one in the making as it is now, or a filing, which has a fingerprint, as it was. */
export interface PaperInput extends Framed, Told {
  form: AnnualForm
  facts: ReadonlyMap<string, readonly FactSentence[]>
  /** What people wrote, by the numeral of the section; English under `五/en`. */
  texts: Readonly<Record<string, string>>
  /** Why identities do not hold, by their id. */
  notes: Readonly<Record<string, string>>
  /** `2026` */
  period: string
}

/** The annual report on paper, in the order of its form: what the records say, what people wrote, and the tables of each section. */
export function layOutPaper(reader: PaperReader, input: PaperInput): ReportPaper {
  const frame = framePaper(reader, input)
  const title = reader.t('reports.annual.title', { unit: frame.unit, year: input.period })
  const notes = sayNotes(reader.t, input.notes)
  const told = notes.length === 0 ? [] : [{ heading: reader.t('reports.notes'), paragraphs: notes, tables: [] }]
  const foot = [...handLine(reader.t, marksTold(input)), ...frame.foot]
  return { ...frame, title, foot, sections: [...sectionsOf(reader, input), ...told] }
}

function sectionsOf(reader: PaperReader, { form, cells, marks, facts, texts }: PaperInput): ReportSection[] {
  const { t, lang } = reader
  const tables = layOutTables(reader, form, { cells, marks })
  return form.sections.map((section, at) => {
    const { numeral } = section
    const sentences = (facts.get(numeral) ?? []).map((one) => sayFact(t, lang, one)).join(lang === 'zh' ? '' : ' ')
    const written = (lang === 'en' && texts[`${numeral}/en`]) || (texts[numeral] ?? '')
    const paragraphs = [sentences, ...written.split(/\r?\n/)].map((text) => text.trim()).filter((text) => text !== '')
    const own = tables.filter(({ table }) => table.section === numeral).map(({ name, head, rows }) => ({ name, head, rows }))
    const isBare = paragraphs.length + own.length === 0 && section.isJudgement !== true
    return {
      heading: lang === 'zh' ? `${numeral}、${section.nameZh}` : `${at + 1}. ${section.nameEn}`,
      ...{ paragraphs: isBare ? [t('reports.public.nothing')] : paragraphs, tables: own },
    }
  })
}
