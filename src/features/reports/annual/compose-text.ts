import type { Translate } from '../../../kernel/words.ts'
import type { Lang } from '../../../kernel/translate.ts'
import { handLine, type Mark } from '../figures/mark.ts'
import type { AnnualForm, Block, Named, Table } from './form.ts'
import { sayFact } from './tell-facts.ts'
import { sayCell, type Told } from './told.ts'
import type { FactSentence } from './sentence.ts'

export interface ComposedReport extends Told {
  form: AnnualForm
  facts: ReadonlyMap<string, readonly FactSentence[]>
  /** What people wrote, by the numeral of the section. */
  texts: Readonly<Record<string, string>>
}

/** The whole report as a text in Markdown: every section of the form in its order, with what the records say, what people wrote, and its tables. */
export function composeText(t: Translate, lang: Lang, report: ComposedReport): string {
  const { form, facts, texts } = report
  const sections = form.sections.flatMap((section) => {
    const sentences = (facts.get(section.numeral) ?? []).map((one) => sayFact(t, lang, one)).join(lang === 'zh' ? '' : ' ')
    const written = (lang === 'zh' ? texts[section.numeral] : texts[`${section.numeral}/en`] || texts[section.numeral]) ?? ''
    const tables = form.tables.filter((table) => table.section === section.numeral)
    const said = [sentences, written.trim()].filter((text) => text !== '')
    return [
      `## ${lang === 'zh' ? `${section.numeral}、${section.nameZh}` : section.nameEn}`,
      ...(said.length + tables.length === 0 ? [t('reports.public.nothing')] : said),
      ...tables.flatMap((table) => table.blocks.map((block) => tableText(lang, table, block, report))),
    ]
  })
  return [...sections, ...handLine(t, marksTold(report))].join('\n\n')
}

/** The marks of all numbers that a report tells, in its tables and in its sentences. */
export function marksTold({ marks, facts }: Pick<ComposedReport, 'marks' | 'facts'>): Mark[] {
  return [...(marks?.values() ?? []), ...[...facts.values()].flat().flatMap(({ numbers }) => numbers)]
}

/** What people wrote in English, for the end of the Chinese text: the hands that sign it must have read all that will be public. */
export function composeEnglish({ form, texts }: Pick<ComposedReport, 'form' | 'texts'>): string {
  const written = form.sections.flatMap(({ numeral, nameEn }) => {
    const text = (texts[`${numeral}/en`] ?? '').trim()
    return text === '' ? [] : [`### ${nameEn}`, text]
  })
  return written.length === 0 ? '' : ['## English', ...written].join('\n\n')
}

function tableText(lang: Lang, table: Table, { columns, rows, name }: Block, of: Told): string {
  const said = (named: Named): string => escaped(lang === 'zh' ? named.nameZh : named.nameEn)
  const head = [name === undefined ? said(table) : said(name), ...columns.map((column) => said(column))]
  const lines = rows.map((row) => [
    [...row.headings, row].map(said).join(' / '),
    ...columns.map((column) => sayCell(of, `${table.code}/${row.code}/${column.code}`)),
  ])
  return [head, head.map(() => '---'), ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n')
}

function escaped(text: string): string {
  return text.replaceAll('|', '\\|')
}
