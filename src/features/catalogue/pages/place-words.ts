import { nameIn, type Reader } from '../../../ui/reader.ts'
import type { Category } from '../queries.ts'

/** The way from a top category down to one below it, the top left out: "About the town › Functions"; '' for the top itself. */
export function placeInWords(reader: Pick<Reader, 'lang'>, within: Category, top: Category, categories: readonly Category[]): string {
  const way = categories.filter((one) => one.id !== top.id && one.path.startsWith(top.path) && within.path.startsWith(one.path))
  return way
    .sort((a, b) => a.path.length - b.path.length)
    .map((one) => nameIn(reader, one))
    .join(' › ')
}
