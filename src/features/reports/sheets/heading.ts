/** The columns of a sheet of figures that are reported by hand, in their order. */
export const columns = ['unit-code', 'unit', 'figure-code', 'figure', 'period', 'number', 'at-least', 'evidence'] as const
export type Column = (typeof columns)[number]

/** Each heading as it is written; of one with a stroke, both halves are understood too. */
export type Spellings = Record<Column, readonly string[]>

export interface Headings {
  /** Which column of the sheet holds what. */
  places: ReadonlyMap<Column, number>
  /** The index of the first row below the headings. */
  firstRow: number
  /** Columns without which nothing can be read, and which the sheet lacks. */
  missing: Column[]
}

/** Where headings are looked for: above them there is at most a title and a note. */
export const rowsLookedAt = 15

/** Names are for people: a row is known by its codes. */
const needed: Column[] = ['unit-code', 'figure-code', 'period', 'number', 'evidence']

/** Finds the row of headings: the one that names most columns. */
export function findHeadings(rows: readonly (readonly string[])[], spellings: Spellings): Headings {
  const known = new Map(columns.flatMap((name) => spellings[name].flatMap(halvesOf).map((word) => [word, name] as const)))
  let best: Pick<Headings, 'places' | 'firstRow'> = { places: new Map(), firstRow: 0 }
  rows.slice(0, rowsLookedAt).forEach((row, at) => {
    const places = placesIn(row, known)
    if (places.size > best.places.size) best = { places, firstRow: at + 1 }
  })
  return { ...best, missing: needed.filter((name) => !best.places.has(name)) }
}

/** A word without what people type differently: spaces, width of letters and brackets, capitals. */
export function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
}

function placesIn(row: readonly string[], known: ReadonlyMap<string, Column>): Map<Column, number> {
  const places = new Map<Column, number>()
  row.forEach((cell, at) => {
    const name = known.get(plain(cell))
    if (name !== undefined && !places.has(name)) places.set(name, at)
  })
  return places
}

function halvesOf(heading: string): string[] {
  return [heading, ...heading.split('/')].map(plain)
}
