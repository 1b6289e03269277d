/** The columns of the standard catalogue sheet; those with a hyphen are boxes under a common heading, ticked or not. */
export type ColumnName =
  | ('number' | 'code' | 'matter' | 'category' | 'title' | 'elementsZh' | 'basisZh' | 'rule' | 'units' | 'channels')
  | ('audience' | 'audience-society' | 'audience-group' | 'audience-staff' | 'mode' | 'mode-proactive' | 'mode-on-application')
  | ('level' | 'level-province' | 'level-city' | 'level-county' | 'level-town' | 'level-village')
  | ('titleEn' | 'categoryEn' | 'elementsEn' | 'basisEn' | 'required' | 'genre' | 'subject')
  | ('guidanceZh' | 'guidanceEn' | 'since' | 'until')

export type Spellings = { zh: string[]; en: string[] }

/** The words of the sheet: the first spelling is written, every one is understood. */
export interface SheetWords {
  columns: Record<ColumnName, Spellings>
  channels: Record<string, Spellings>
  marks: { chosen: string[]; open: string[] }
}

export interface Headings {
  /** Which column of the sheet holds what. */
  places: Map<ColumnName, number>
  /** The index of the first row below the headings. */
  firstRow: number
}

/** Where headings are looked for: above them there is at most a title and a note. */
const rowsLookedAt = 15

/**
 * Finds the row of headings, with a second one under merged cells where there is one. Undefined when no row names at least the matter,
 * its basis and its time limit.
 */
export function findHeadings(rows: readonly (readonly string[])[], words: SheetWords): Headings | undefined {
  const known = spellingsOf(words)
  for (let at = 0; at < Math.min(rows.length, rowsLookedAt); at++) {
    const top = placesIn(rows[at] ?? [], known)
    if (top.size < 3 || !top.has('basisZh')) continue
    const below = placesIn(rows[at + 1] ?? [], known)
    const isTwoRows = below.size >= 2 && !below.has('basisZh')
    const places = isTwoRows ? new Map([...top, ...below]) : top
    if (!(places.has('title') || places.has('matter')) || !places.has('rule')) continue
    return { places, firstRow: at + (isTwoRows ? 2 : 1) }
  }
  return undefined
}

function placesIn(row: readonly string[], known: ReadonlyMap<string, ColumnName>): Map<ColumnName, number> {
  const places = new Map<ColumnName, number>()
  row.forEach((cell, at) => {
    const name = known.get(plain(cell))
    if (name !== undefined && !places.has(name)) places.set(name, at)
  })
  return places
}

function spellingsOf({ columns }: SheetWords): Map<string, ColumnName> {
  const entries = Object.entries(columns) as [ColumnName, Spellings][]
  return new Map(entries.flatMap(([name, { zh, en }]) => [...zh, ...en].map((spelling) => [plain(spelling), name] as const)))
}

/** A word without what people type differently: spaces, width of brackets, capitals. */
export function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
}
