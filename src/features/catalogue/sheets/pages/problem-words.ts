import type { Translate } from '../../../../kernel/words.ts'
import type { Lang } from '../../../../kernel/translate.ts'
import type { ColumnName, SheetWords } from '../heading.ts'
import type { RowProblem } from '../line.ts'

/** The heading of a column as the sheet writes it. */
export function columnInWords(words: SheetWords, column: ColumnName, lang: Lang): string {
  return words.columns[column][lang][0] ?? column
}

/** What is wrong with a cell and how to mend it. */
export function problemInWords(t: Translate, { problem, found }: Pick<RowProblem, 'problem' | 'found'>): string {
  return t(`catalogue.sheet.problem.${problem}`, { found })
}
