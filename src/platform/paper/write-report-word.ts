import type { Lang } from '../../kernel/translate.ts'
import { titleLines, type ReportPaper } from './report.ts'
import { reportStyles } from './reportstyles.ts'
import { element, pagesXml, paragraph, run } from './wordml.ts'
import { packWord, footerRelation } from './wordpackage.ts'
import { tableXml } from './wordtable.ts'

/**
 * A report as a Word file that a clerk can go on writing in: the same words and merged cells as in the PDF, its headings as headings. It
 * names nobody as its author. The same report gives the same bytes. Throws a RangeError for a table whose cells do not fit together.
 */
export function writeReportWord(report: ReportPaper): Buffer {
  const { lang, at, title, pages } = report
  return packWord({
    ...{ title, at, lang, styles: reportStyles(lang) },
    document: `${bodyXml(report)}${sectionXml(lang)}`,
    footer: paragraph('Footer', pagesXml(pages), '<w:jc w:val="center"/>'),
  })
}

function bodyXml({ lang, title, unit, on, sections, foot }: ReportPaper): string {
  const { width } = edges[lang]
  return [
    paragraph('Title', run(titleLines({ title, unit, lang }).join('\n'))),
    paragraph('Origin', run(unit)),
    paragraph('Origin', run(on)),
    ...sections.flatMap(({ heading, paragraphs, tables }) => [
      paragraph('Heading1', run(heading), element('w:spacing', { 'w:before': 240, 'w:after': 120 })),
      ...paragraphs.map((text) => paragraph('Text', run(text))),
      // Two tables without a paragraph between them would be one.
      ...tables.map((table) => paragraph('Caption', run(table.name)) + tableXml(table, lang, width) + paragraph('Foot', '')),
    ]),
    ...foot.map((text) => paragraph('Foot', run(text))),
  ].join('')
}

/** Twentieths of a point: the margins of the PDF, and what they leave of A4. */
const edges = {
  zh: { top: 1701, side: 1474, width: 8958 },
  en: { top: 1531, side: 1247, width: 9412 },
}

function sectionXml(lang: Lang): string {
  const { top, side } = edges[lang]
  return element(
    'w:sectPr',
    {},
    [
      element('w:footerReference', { 'w:type': 'default', 'r:id': footerRelation }),
      element('w:pgSz', { 'w:w': 11906, 'w:h': 16838 }),
      element('w:pgMar', {
        ...{ 'w:top': top, 'w:right': side, 'w:bottom': 1587, 'w:left': side },
        ...{ 'w:header': 851, 'w:footer': 1000, 'w:gutter': 0 },
      }),
    ].join(''),
  )
}
