/** What a file can hold that its readers do not see at first sight, or that says more than its page. Weights are data in the pack. */
export const kinds = [
  'hidden-sheet',
  'hidden-rows',
  'hidden-columns',
  'hidden-slide',
  'hidden-text',
  'comments',
  'speaker-notes',
  'tracked-changes',
  'covered-text',
  'macros',
  'script',
  'embedded',
  'external-link',
  'metadata',
  'picture-place',
  'picture-metadata',
  'pivot-cache',
  'earlier-version',
  'formulas',
  'text-formulas',
  'merged-cells',
] as const

export type Kind = (typeof kinds)[number]

/** Where something stands. `name` is a name in the file itself or a number; the words around it are the page's. */
export interface Spot {
  by: 'sheet' | 'cell' | 'row' | 'column' | 'page' | 'slide' | 'paragraph' | 'line' | 'part' | 'field' | 'picture'
  name: string
  /** What stands there, cut short. */
  passage?: string
}

/** One kind of thing in a file: how often, and the first places. `because` sets cases of a kind apart; '' for none. */
export interface Found {
  kind: Kind
  because: string
  count: number
  spots: Spot[]
}

/** A piece of text with its place; `cells` names the pieces between tabs. */
export interface Part {
  by: Spot['by']
  name: string
  text: string
  isHidden: boolean
  cells?: string[]
}

export type LookState = 'looked' | 'not-checked' | 'unreadable'

/** What looking into a file gave. `because` says why it is not, or not fully, checked. */
export interface Look {
  state: LookState
  because: string
  /** Where it is not checked, when not everywhere. */
  where: Spot[]
  found: Found[]
  parts: Part[]
}

/** Reasons for which nothing in a file could be looked at. */
export type Unreadability =
  'broken' | 'encrypted' | 'doctype' | 'not-what-it-says' | 'too-large-inside' | 'too-many-entries' | 'too-deep' | 'too-long' | 'too-heavy'

/** A file that cannot be looked into. */
export class Unreadable extends Error {
  override name = 'Unreadable'
  constructor(readonly because: Unreadability) {
    super(because)
  }
}

/** How much of a file is looked into before it counts as unreadable. */
export interface LookLimits {
  inflatedBytes: number
  entries: number
  depth: number
  pages: number
  textCharacters: number
}

/** What has been seen so far. */
export interface Notes {
  limits: LookLimits
  found: Map<string, Found>
  parts: Part[]
  characters: number
  /** Places that hold no text to be read, only pictures of it. */
  wordless: Spot[]
  /** Bytes that archives may still give. */
  inflatable: number
}

export function newNotes(limits: LookLimits): Notes {
  return { limits, found: new Map(), parts: [], characters: 0, wordless: [], inflatable: limits.inflatedBytes }
}

const listedSpots = 10
const passageCharacters = 120

/** Notes one thing that was seen. */
export function note(notes: Notes, kind: Kind, spot: Spot, because = ''): void {
  const key = `${kind}.${because}`
  const found = notes.found.get(key) ?? { kind, because, count: 0, spots: [] }
  notes.found.set(key, found)
  found.count++
  if (found.spots.length >= listedSpots) return
  const passage = spot.passage?.replace(/\s+/gu, ' ').trim()
  found.spots.push({ by: spot.by, name: short(spot.name), ...(passage ? { passage: short(passage) } : {}) })
}

/** Keeps a piece of text. Throws Unreadable when there is more than anybody would read. */
export function noteText(notes: Notes, part: Part): void {
  if (part.text.trim() === '') return
  notes.characters += part.text.length
  if (notes.characters > notes.limits.textCharacters) throw new Unreadable('too-large-inside')
  notes.parts.push(part)
}

function short(text: string): string {
  return text.length > passageCharacters ? `${text.slice(0, passageCharacters)}…` : text
}
