/** A text without the marks that only guard a star, and the way back to where each character stood. */
export interface Unescaped {
  text: string
  /** The offset in the guarded text of an offset in this one. */
  placeIn(offset: number): number
}

/**
 * Takes the backslash from `\*`. Plain text that is read into Markdown guards its stars (`20\*\*`), and the checks know a year or a name
 * that was never filled in by the stars as people read them. Other guarded marks are left alone: `\#` is no heading.
 */
export function unescaped(text: string): Unescaped {
  const guards = [...text.matchAll(/(?<!\\)((?:\\\\)*)\\(?=\*)/g)].map((match) => match.index + (match[1]?.length ?? 0))
  if (guards.length === 0) return { text, placeIn: (offset) => offset }
  const dropped = new Set(guards)
  const kept = Array.from({ length: text.length + 1 }, (_, at) => at).filter((at) => !dropped.has(at))
  return {
    text: kept.map((at) => text.charAt(at)).join(''),
    placeIn: (offset) => kept[offset] ?? text.length,
  }
}
