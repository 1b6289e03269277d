/** Text in an encoding that Node can only read: the table is made by reading every pair of bytes. */
export function encoded(text: string, charset: 'gb2312' | 'gbk' | 'gb18030' | 'big5'): Buffer {
  const table = tables.get(charset) ?? tableOf(charset)
  tables.set(charset, table)
  return Buffer.concat([...text].map((letter) => table.get(letter) ?? Buffer.from(letter, 'ascii')))
}

const tables = new Map<string, Map<string, Buffer>>()

function tableOf(charset: string): Map<string, Buffer> {
  const decoder = new TextDecoder(charset)
  const table = new Map<string, Buffer>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const pair = Buffer.from([lead, trail])
      const letter = decoder.decode(pair)
      if ([...letter].length === 1 && letter !== '\ufffd' && !table.has(letter)) table.set(letter, pair)
    }
  }
  return table
}

/** Quoted-printable of any bytes, with soft breaks. */
export function quotedPrintable(bytes: Buffer): string {
  const marks = [...bytes].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
  return Array.from({ length: Math.ceil(marks.length / 20) }, (_, at) => marks.slice(at * 20, at * 20 + 20).join('')).join('=\r\n')
}

/** A word of a header by RFC 2047. */
export function encodedWord(bytes: Buffer, charset: string, way: 'B' | 'Q' = 'B'): string {
  const body = way === 'B' ? bytes.toString('base64') : quotedPrintable(bytes).replaceAll('=\r\n', '')
  return `=?${charset}?${way}?${body}?=`
}

/** A raw mail of header lines and a body. Good where nothing else is said: a sender, a day, an id. */
export function rawMail(headers: (string | Buffer)[], body: string | Buffer = '', usual = goodHeaders): Buffer {
  const lines = [...usual, ...headers].flatMap((line) => [Buffer.from(line), Buffer.from('\r\n')])
  return Buffer.concat([...lines, Buffer.from('\r\n'), Buffer.from(body)])
}

const goodHeaders = [
  'From: Wang Fang <wang@example.org>',
  'To: openness@example.gov.cn',
  'Date: Mon, 16 Mar 2026 09:30:00 +0800',
  'Message-ID: <1@example.org>',
]

/** A multipart body; each part is its header lines, an empty line and its content. */
export function partsOf(boundary: string, ...parts: (string | Buffer)[]): Buffer {
  const pieces = parts.flatMap((part) => [Buffer.from(`--${boundary}\r\n`), Buffer.from(part), Buffer.from('\r\n')])
  return Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)])
}
