import { lstat, readdir, readFile } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { parse } from 'csv-parse/sync'
import { decodeText } from '../platform/text/decode-text.ts'
import { dayIn, readOldPage, type OldPageReading } from '../platform/text/read-old-page.ts'

/** One page of an older site as it lies in the folder, or in a line of the list. */
export interface FoundPage {
  /** What the report calls it. */
  name: string
  unit?: string
  read(): Promise<ReadPage>
}

export interface ReadPage extends OldPageReading {
  files: { name: string; mediaType: string; bytes: Buffer }[]
  missingFiles: string[]
}

const attachable = /\.(pdf|docx?|xlsx?|pptx?|odt|ods|txt|csv|png|jpe?g|zip|ofd)$/i
const listName = 'manifest.csv'
const deepest = 20

/** The pages below a folder, or those that a list in CSV names; undefined when there is neither. */
export async function findPages(path: string): Promise<FoundPage[] | undefined> {
  const found = await lstat(path).catch(() => undefined)
  if (found === undefined) return undefined
  if (found.isFile()) return pagesOfList(path)
  const list = join(path, listName)
  if ((await lstat(list).catch(() => undefined))?.isFile() === true) return pagesOfList(list)
  const names = await htmlBelow(path, 0)
  return names.map((name) => ({ name: relative(path, name), read: () => readPage(path, name) }))
}

async function htmlBelow(folder: string, depth: number): Promise<string[]> {
  if (depth > deepest) return []
  const entries = (await readdir(folder, { withFileTypes: true })).filter((entry) => !entry.name.startsWith('.'))
  const names: string[] = []
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) names.push(...(await htmlBelow(path, depth + 1)))
    else if (entry.isFile() && /\.s?html?$/i.test(entry.name)) names.push(path)
  }
  return names
}

/** A page that names no address of its own stood where it lies in the folder. */
async function readPage(root: string, path: string): Promise<ReadPage> {
  const reading = readOldPage(await readFile(path))
  const address = reading.address || `/${relative(root, path).split(sep).map(encodeURIComponent).join('/')}`
  const links = [...new Set(reading.links.filter((link) => isLocal(link) && attachable.test(bare(link))))]
  return { ...reading, address, ...(await filesAt(root, dirname(path), links.map(bare))) }
}

const isLocal = (link: string): boolean => !/^[a-z][a-z0-9+.-]*:|^\/\//i.test(link)

function bare(link: string): string {
  const path = link.split(/[?#]/)[0] ?? ''
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** Reads files within the folder and nowhere else: no path climbs out of it, no link leads out of it. */
async function filesAt(root: string, from: string, names: readonly string[]): Promise<Pick<ReadPage, 'files' | 'missingFiles'>> {
  const found: Pick<ReadPage, 'files' | 'missingFiles'> = { files: [], missingFiles: [] }
  for (const name of names) {
    const path = name.startsWith('/') ? join(resolve(root), name) : resolve(from, name)
    const isInside = path.startsWith(resolve(root) + sep)
    const isFile = isInside && (await lstat(path).catch(() => undefined))?.isFile() === true
    if (isFile) found.files.push({ name: path.slice(path.lastIndexOf(sep) + 1), mediaType: mediaTypeOf(path), bytes: await readFile(path) })
    else found.missingFiles.push(name)
  }
  return found
}

const mediaTypes: Record<string, string> = {
  pdf: 'application/pdf',
  txt: 'text/plain',
  csv: 'text/csv',
  png: 'image/png',
  jpg: 'image/jpeg',
}

function mediaTypeOf(path: string): string {
  return mediaTypes[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream'
}

/** Columns: address, title, date, unit, column, file or body, attachments (by semicolons), site, summary, keywords. */
async function pagesOfList(path: string): Promise<FoundPage[]> {
  const { text } = decodeText(await readFile(path))
  const rows: Record<string, string>[] = parse(text.replace(/^\ufeff/u, ''), {
    columns: true,
    skip_empty_lines: true,
    trim: true,
    relax_column_count: true,
  })
  return rows.map((row, at) => ({
    name: `${path.slice(path.lastIndexOf(sep) + 1)}:${at + 2}`,
    unit: row['unit'] === '' ? undefined : row['unit'],
    read: () => readRow(dirname(path), row),
  }))
}

async function readRow(root: string, row: Record<string, string>): Promise<ReadPage> {
  const { file = '', body = '', attachments = '' } = row
  const main = file === '' ? undefined : (await filesAt(root, root, [file])).files[0]
  const read = main === undefined ? undefined : readOldPage(main.bytes)
  const own = (name: string, otherwise: string | undefined): string => row[name] || otherwise || ''
  const title = own('title', read?.title)
  return {
    ...{ title, address: own('address', read?.address), siteName: own('site', read?.siteName), column: own('column', read?.column) },
    ...{
      publishedOn: dayIn(row['date'] ?? '') || (read?.publishedOn ?? ''),
      source: read?.source ?? '',
      summary: own('summary', read?.summary),
    },
    keywords: (row['keywords'] ?? '').split(/[;；,，]/u).filter((word) => word !== ''),
    language: read?.language ?? (/\p{Script=Han}/u.test(title + body) ? 'zh' : 'en'),
    body: body || (read?.body ?? ''),
    links: [],
    ...(await filesAt(
      root,
      root,
      attachments
        .split(/[;；]/u)
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    )),
  }
}
