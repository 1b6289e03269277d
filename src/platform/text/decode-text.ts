import { UnreadableSource, type SourceRemark } from './source.ts'

/**
 * Bytes of a text file to text with `\n` line ends. Knows UTF-8, UTF-16 with a mark, GB18030 (and so GBK and GB2312) and
 * Windows-1252. Damage is kept as U+FFFD and remarked on, never repaired. Refuses what is not text.
 */
export function decodeText(bytes: Uint8Array): { text: string; remarks: SourceRemark[] } {
  const { text, ...found } = decode(bytes)
  const remarks: SourceRemark[] = []
  if (found.encoding) remarks.push({ key: 'text.remark.encoding', params: { encoding: found.encoding } })
  if (found.damaged) remarks.push({ key: 'text.remark.damaged', params: { n: found.damaged } })
  return { text: text.replace(/\r\n?|\f|[\u2028\u2029\u0085]/gu, '\n'), remarks }
}

interface Decoded {
  text: string
  /** Named when it is not UTF-8. */
  encoding?: string
  /** How many places could not be read. */
  damaged?: number
}

function decode(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: readOrRefuse(bytes, 'utf-16le'), encoding: 'UTF-16' }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: readOrRefuse(bytes, 'utf-16be'), encoding: 'UTF-16' }
  if (isBinary(bytes)) throw new UnreadableSource('text.unreadable.binary')
  const utf8 = read(bytes, 'utf-8')
  if (utf8 !== undefined) return { text: utf8 }
  return decodeDamaged(bytes) ?? decodeLegacy(bytes)
}

/** UTF-8 in which a few bytes were broken: far more characters were read than lost. */
function decodeDamaged(bytes: Uint8Array): Decoded | undefined {
  const text = new TextDecoder('utf-8').decode(bytes)
  const damaged = text.match(/\ufffd/gu)?.length ?? 0
  const foreign = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0
  return foreign > damaged * 5 ? { text, damaged } : undefined
}

function decodeLegacy(bytes: Uint8Array): Decoded {
  const western = isWestern(bytes)
  return western ? { text: westernText(bytes), encoding: 'Windows-1252' } : { text: readOrRefuse(bytes, 'gb18030'), encoding: 'GB18030' }
}

function readOrRefuse(bytes: Uint8Array, encoding: string): string {
  const text = read(bytes, encoding)
  if (text === undefined) throw new UnreadableSource('text.unreadable.encoding')
  return text
}

function read(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** What the bytes 0x80 to 0x9f stand for; the decoder of Node 20 reads them as control characters. */
const westernMarks = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function westernText(bytes: Uint8Array): string {
  return readOrRefuse(bytes, 'windows-1252').replace(/[\u0080-\u009f]/gu, (mark) => westernMarks.charAt(mark.charCodeAt(0) - 0x80))
}

/** Programs, archives, pictures and office files hold zero bytes or many control characters; text does not. */
function isBinary(bytes: Uint8Array): boolean {
  if (String.fromCharCode(...bytes.subarray(0, 5)) === '%PDF-') return true
  let controls = 0
  for (const byte of bytes) {
    if (byte === 0) return true
    if (byte < 0x20 && (byte < 0x09 || byte > 0x0d)) controls++
  }
  return controls * 100 > bytes.length
}

/** In Western text high bytes stand alone between letters (a curly quote, an accent); in Chinese they come in pairs. */
function isWestern(bytes: Uint8Array): boolean {
  let alone = 0
  let high = 0
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at]! < 0x80) continue
    high++
    if ((bytes[at - 1] ?? 0) < 0x80 && (bytes[at + 1] ?? 0) < 0x80) alone++
  }
  return alone * 2 > high
}
