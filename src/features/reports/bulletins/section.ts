import type { Day } from '../../../kernel/day.ts'

/** A section of the bulletin, as the pack names it. */
export interface Section {
  code: string
  nameZh: string
  nameEn: string
  /** Codes of lines, or of categories with all below them, whose documents stand here. */
  codes: readonly string[]
  /** What stands in no other section stands here. */
  isRest?: boolean | undefined
  /** Numbers and names of people are hidden in what the records say here, and on what basis. */
  masked?: { basisZh: string; basisEn: string } | undefined
  /** The matter of the section has ended; what stands in it since. */
  historic?: { from: Day; noteZh: string; noteEn: string; basisZh: string; basisEn: string } | undefined
}

/** Where the office said which codes fill a section, by its code; the pack says it for all others. */
export type Mapping = ReadonlyMap<string, readonly string[]>

/** The entry of the mapping that names the line under which bulletins themselves are published. */
export const ownLine = 'line'

/** The sections with the codes that are in force: those of the office before those of the pack. */
export function sectionsWith(sections: readonly Section[], mapping: Mapping): Section[] {
  return sections.map((section) => ({ ...section, codes: mapping.get(section.code) ?? section.codes }))
}

/**
 * The section of a document. `codes`: that of its line, of its category, and of every category above, in this order: the nearest that is
 * named decides. One that no section names, or without a line, belongs to the rest.
 */
export function sectionOf(sections: readonly Section[], codes: readonly string[]): Section | undefined {
  for (const code of codes) {
    const section = sections.find((one) => one.codes.includes(code))
    if (section !== undefined) return section
  }
  return sections.find(({ isRest }) => isRest === true)
}

export type MapRefusal = 'code-unknown' | 'code-twice' | 'line-missing'

/** A reason against what was typed for one section, with the codes that are meant. */
export interface Refused {
  section: string
  refusal: MapRefusal
  codes: string[]
}

/** Why codes cannot be laid down: each must be one of the catalogue, and stand in one section only; the bulletin has one line of its own. */
export function mapRefusals(wanted: Mapping, known: ReadonlySet<string>, lines: ReadonlySet<string>): Refused[] {
  return [...wanted].flatMap(([section, codes]): Refused[] => {
    if (section === ownLine) {
      const isOne = codes.length === 1 && codes.every((code) => lines.has(code))
      return isOne ? [] : [{ section, refusal: 'line-missing', codes: [...codes] }]
    }
    const others = [...wanted].filter(([other]) => other !== section && other !== ownLine).flatMap(([, theirs]) => theirs)
    const faults: Refused[] = [
      { section, refusal: 'code-unknown', codes: codes.filter((code) => !known.has(code)) },
      { section, refusal: 'code-twice', codes: codes.filter((code) => others.includes(code)) },
    ]
    return faults.filter((fault) => fault.codes.length > 0)
  })
}
