import { isUtf8 } from 'node:buffer'

const lineFeed = 0x0a
const dash = 0x2d

/**
 * Raw mail whose headers can all be read as UTF-8, and whether anything had to be guessed for that. Older Chinese programs write GB2312
 * into headers and file names without saying so (RFC 2047 forbids it), and send texts that name no encoding. Lines of a header that are
 * no UTF-8 are taken for GB18030, which holds GBK and GB2312; a text without a charset that is no UTF-8 is labelled as such. No body is
 * changed. Time grows with the length only.
 */
export function mendCharset(raw: Buffer): { raw: Buffer; isGuessed: boolean } {
  if (isUtf8(raw)) return { raw, isGuessed: false }
  const boundaries = boundariesIn(raw)
  const pieces: Buffer[] = []
  let isGuessed = false
  for (let at = 0; at < raw.length;) {
    const bodyAt = endOfHead(raw, at)
    const end = endOfBody(raw, bodyAt, boundaries)
    const [head, body] = [raw.subarray(at, bodyAt), raw.subarray(bodyAt, end)]
    const mended = labelled(readable(head), body)
    isGuessed ||= mended !== head
    pieces.push(mended, body)
    at = end
  }
  return { raw: isGuessed ? Buffer.concat(pieces) : raw, isGuessed }
}

function boundariesIn(raw: Buffer): Set<string> {
  const found = raw.toString('latin1').matchAll(/boundary\s{0,9}=\s{0,9}(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))/giu)
  return new Set([...found].map((match) => `--${match[1] ?? match[2] ?? ''}`))
}

/** Behind the empty line that ends a header. */
function endOfHead(raw: Buffer, from: number): number {
  for (let at = from; at < raw.length;) {
    const next = nextLine(raw, at)
    if (raw.toString('latin1', at, Math.min(next, at + 2)).trim() === '') return next
    at = next
  }
  return raw.length
}

/** Behind the next line that begins a part, so that what follows is a header again. */
function endOfBody(raw: Buffer, from: number, boundaries: ReadonlySet<string>): number {
  for (let at = from; at < raw.length;) {
    const next = nextLine(raw, at)
    const mayBegin = raw[at] === dash && raw[at + 1] === dash && next - at < 300
    if (mayBegin && boundaries.has(raw.toString('latin1', at, next).trimEnd())) return next
    at = next
  }
  return raw.length
}

function nextLine(raw: Buffer, at: number): number {
  const end = raw.indexOf(lineFeed, at)
  return end < 0 ? raw.length : end + 1
}

/** The same bytes where they are UTF-8, else line by line. */
function readable(head: Buffer): Buffer {
  if (isUtf8(head)) return head
  const lines: Buffer[] = []
  for (let at = 0; at < head.length;) {
    const next = nextLine(head, at)
    const line = head.subarray(at, next)
    lines.push(isUtf8(line) ? line : Buffer.from(new TextDecoder('gb18030').decode(line)))
    at = next
  }
  return Buffer.concat(lines)
}

/** The header of a text that hides its encoding says GB18030; every other one is left as it is. */
function labelled(head: Buffer, body: Buffer): Buffer {
  if (isUtf8(body)) return head
  const text = head.toString()
  const type = /^content-type[ \t]*:([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)/imu.exec(text)
  if (type === null) return Buffer.from(`Content-Type: text/plain; charset=gb18030\r\n${text}`)
  if (!/^\s*text\//iu.test(type[1] ?? '') || /charset\s*=/iu.test(type[0])) return head
  const end = type.index + type[0].length
  return Buffer.from(`${text.slice(0, end).replace(/[;\s]+$/u, '')}; charset=gb18030${text.slice(end)}`)
}
