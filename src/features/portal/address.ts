import type { Lang } from '../../kernel/translate.ts'

/** The permanent path of a document, without language: its index number with the slash it has. */
export function documentPath(indexNumber: string): string {
  return `/documents/${indexNumber.split('/').map(encodeURIComponent).join('/')}`
}

/** The path of a file of a document. The name at the end is for people; the server looks at the numbers. */
export function filePath(documentId: number, file: { id: number; name: string }): string {
  return `/files/${documentId}/${file.id}/${encodeURIComponent(file.name)}`
}

/** An index number as it came in an address; undefined when no index number can look like that. */
export function indexNumberFrom(text: string | undefined): string | undefined {
  const number = text?.replace(/\/+$/, '') ?? ''
  // eslint-disable-next-line no-control-regex
  return number === '' || number.length > 200 || /[\u0000-\u001f\u007f]/.test(number) ? undefined : number
}

export const documentParts = ['history', 'feed.xml', 'feed.json'] as const
export type DocumentPart = (typeof documentParts)[number]

/** What stands behind a document's index number in an address, when it is one of its own pages: `…/history`. */
export function splitPart(text: string | undefined): { number: string; part?: DocumentPart } {
  const whole = (text ?? '').replace(/\/+$/, '')
  const part = documentParts.find((one) => whole.endsWith(`/${one}`))
  return part === undefined ? { number: whole } : { number: whole.slice(0, -part.length - 1), part }
}

/** A whole address in one language, or in none: there the reader's preference decides. */
export function wholeAddress(baseUrl: string, path: string, lang?: Lang): string {
  return lang === undefined ? `${baseUrl}${path}` : `${baseUrl}/${lang}${path}`
}

/** Which list of promises is asked for; see `PromiseQuestion`. */
export interface PromiseAddress {
  ending?: string | undefined
  unit?: string | undefined
  month?: string | undefined
  year?: number | undefined
  after?: string | undefined
}

/** The path of a list of promises: what was asked for stands in it, nothing else. */
export function promiseListPath(asked: PromiseAddress): string {
  return `/promises/list${queryOf(asked)}`
}

/** `?unit=…&year=…` of what is given; nothing where nothing is. */
export function queryOf(asked: PromiseAddress & { narrow?: 'yes' }): string {
  const given = Object.entries(asked).filter(([, value]) => value !== undefined && value !== '')
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}`
}
