import { fileTypeFromBuffer } from 'file-type'
import type { Entries } from './read-zip.ts'
import { xmlText } from './read-xml.ts'

/** What a file is by its bytes. `ole` is the old Office form, and what encrypts the new one. */
export type Format = 'pdf' | 'zip' | 'ole' | 'png' | 'jpeg' | 'gif' | 'webp' | 'text' | 'other'

/** What an archive is by what is in it. */
export type PackageFormat = 'docx' | 'xlsx' | 'pptx' | 'odt' | 'ods' | 'odp' | 'ofd' | 'zip'

const signatures: readonly (readonly [Format, number, string])[] = [
  ['pdf', 0, '25504446'],
  ['zip', 0, '504b0304'],
  ['zip', 0, '504b0506'],
  ['ole', 0, 'd0cf11e0a1b11ae1'],
  ['png', 0, '89504e470d0a1a0a'],
  ['jpeg', 0, 'ffd8ff'],
  ['gif', 0, '47494638'],
  ['webp', 8, '57454250'],
]

/** The formats that a name may carry; undefined for a name that is not taken at all. */
export const formatsOf: Readonly<Record<string, readonly Format[]>> = {
  pdf: ['pdf'],
  doc: ['ole'],
  xls: ['ole'],
  ppt: ['ole'],
  docx: ['zip', 'ole'],
  xlsx: ['zip', 'ole'],
  pptx: ['zip', 'ole'],
  odt: ['zip'],
  ods: ['zip'],
  ofd: ['zip'],
  zip: ['zip'],
  txt: ['text'],
  csv: ['text'],
  html: ['text'],
  htm: ['text'],
  png: ['png'],
  jpg: ['jpeg'],
  jpeg: ['jpeg'],
  gif: ['gif'],
  webp: ['webp'],
}

/** The end of a name that says what a file claims to be: `pdf`, `docx` … */
export function endingOf(name: string): string {
  return (/\.([^.\\/]+)$/.exec(name)?.[1] ?? '').toLowerCase()
}

const sampleBytes = 4100

/** The format by the bytes: the marks that we know; of the rest, text is what holds no zero bytes and no known format claims. */
export async function formatOf(bytes: Uint8Array): Promise<Format> {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('hex')
  const known = signatures.find(([, at, signature]) => start.startsWith(signature, at * 2))
  if (known !== undefined) return known[0]
  const claimed = await fileTypeFromBuffer(bytes.subarray(0, sampleBytes)).catch(() => undefined)
  return isText(bytes) && (claimed === undefined || claimed.ext === 'xml') ? 'text' : 'other'
}

function isText(bytes: Uint8Array): boolean {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  return isWide || !bytes.includes(0)
}

const mainParts = [
  ['docx', /wordprocessingml\.(document|template)\.main|ms-word\.\w+\.macroEnabled\w*\.main/],
  ['xlsx', /spreadsheetml\.(sheet|template)\.main|ms-excel\.\w+\.macroEnabled\w*\.main/],
  ['pptx', /presentationml\.(presentation|slideshow|template)\.main|ms-powerpoint\.\w+\.macroEnabled\w*\.main/],
] as const

/** What an archive is: an office file says so in its list of contents, an OpenDocument in its first entry. */
export function packageFormat(entries: Entries): PackageFormat {
  const types = entries.get('[Content_Types].xml')
  if (types !== undefined) {
    const text = xmlText(types)
    const main = mainParts.find(([, pattern]) => pattern.test(text))
    if (main !== undefined) return main[0]
  }
  const kind = entries.get('mimetype')?.toString('latin1').trim() ?? ''
  if (kind.startsWith('application/vnd.oasis.opendocument.text')) return 'odt'
  if (kind.startsWith('application/vnd.oasis.opendocument.spreadsheet')) return 'ods'
  if (kind.startsWith('application/vnd.oasis.opendocument.presentation')) return 'odp'
  return entries.has('OFD.xml') ? 'ofd' : 'zip'
}
