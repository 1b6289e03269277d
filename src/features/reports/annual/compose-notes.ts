import type { Translate } from '../../../kernel/words.ts'

/** Why identities do not hold, as people explained it: a line for each explanation, in the order of the identities. */
export function sayNotes(t: Translate, notes: Readonly<Record<string, string>>): string[] {
  return Object.entries(notes)
    .map(([id, note]) => ({ id, note: note.trim() }))
    .filter(({ note }) => note !== '')
    .toSorted((one, other) => one.id.localeCompare(other.id, 'en', { numeric: true }))
    .map(({ id, note }) => t('reports.note', { id, note: note.replaceAll(/\s*\n\s*/g, ' ') }))
}

/** The same for the end of the text that is signed: whoever reads the report's file reads them too. */
export function composeNotes(t: Translate, notes: Readonly<Record<string, string>>): string {
  const said = sayNotes(t, notes)
  return said.length === 0 ? '' : [`## ${t('reports.notes')}`, ...said].join('\n\n')
}
