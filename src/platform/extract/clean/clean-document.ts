import { readHiddenStyles } from '../office/look-into-document.ts'
import type { Entries } from '../read-zip.ts'
import { attribute, isOn, xmlText } from '../read-xml.ts'
import { dropTemplate } from './clean-package.ts'
import { elementsOf, withoutCuts, type Cut, type Element } from './cut.ts'
import { dropRelations, edit, partsWithRelations, sweep } from './parts.ts'

const changedParts = /^word\/(document|header\d*|footer\d*|footnotes|endnotes|glossary\/document|styles|numbering)\.xml$/

/** A Word file without comments, with all changes accepted, and without hidden text. */
export function cleanDocument(entries: Entries): void {
  const styles = entries.get('word/styles.xml')
  const hiddenStyles = styles === undefined ? new Set<string>() : readHiddenStyles(xmlText(styles))
  for (const path of entries.keys()) if (changedParts.test(path)) edit(entries, path, (source) => accepted(source, hiddenStyles))
  dropTemplate(entries)
  for (const part of partsWithRelations(entries)) dropRelations(entries, part, ({ type }) => /^comments|^people$/.test(type))
  sweep(entries)
}

const marks =
  /^((rPr|pPr|sectPr|tblPr|tblGrid|tcPr|trPr|tblPrEx|numbering)Change|(moveFrom|moveTo)Range(Start|End)|customXml(Ins|Del|MoveFrom|MoveTo)Range(Start|End)|comment(RangeStart|RangeEnd|Reference)|cellIns|cellMerge)$/

function accepted(source: string, hiddenStyles: ReadonlySet<string>): string {
  const cuts: Cut[] = []
  let [isRowStruck, isHiddenRun, isHiddenParagraph] = [false, false, false]
  let runs: Element[] = []
  for (const element of elementsOf(source)) {
    const { name, open, parents } = element
    const isInProperties = ['rPr', 'trPr'].includes(parents.at(-1) ?? '')
    if (marks.test(name)) cuts.push(element)
    else if (name === 'ins' || name === 'moveTo') cuts.push(...(isInProperties ? [element] : tagsOf(element)))
    else if (name === 'del' || name === 'moveFrom') {
      cuts.push(element)
      if (parents.at(-1) === 'trPr') isRowStruck = true
    } else if (name === 'tr') {
      if (isRowStruck) cuts.push(element)
      isRowStruck = false
    } else if (name === 'vanish' && isOn(attribute(open, 'val')) && parents.at(-2) === 'r') isHiddenRun = true
    else if (name === 'rStyle' && hiddenStyles.has(attribute(open, 'val') ?? '')) isHiddenRun = true
    else if (name === 'pStyle' && hiddenStyles.has(attribute(open, 'val') ?? '')) isHiddenParagraph = true
    else if (name === 'r') {
      if (isHiddenRun) cuts.push(element)
      else runs.push(element)
      isHiddenRun = false
    } else if (name === 'p') {
      if (isHiddenParagraph) cuts.push(...runs)
      ;[isHiddenParagraph, runs] = [false, []]
    }
  }
  return withoutCuts(source, cuts)
}

/** What was put in stays; only the tags around it go. */
function tagsOf({ from, to, innerFrom, innerTo }: Element): Cut[] {
  return [
    { from, to: innerFrom },
    { from: innerTo, to },
  ]
}
