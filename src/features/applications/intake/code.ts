/** Letters and digits that nobody mistakes for others (Crockford). */
export const codeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 128 bits in letters and digits, in groups of four. Throws a RangeError for fewer or more bytes than 16. */
export function codeOf(bytes: Uint8Array): string {
  if (bytes.length !== 16) throw new RangeError('a query code has 128 bits')
  let bits = 0n
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte)
  let text = ''
  for (let at = 0; at < 26; at++) {
    text = `${codeAlphabet[Number(bits & 31n)]}${text}`
    bits >>= 5n
  }
  return text.match(/.{1,4}/g)?.join('-') ?? ''
}

/** A query code as somebody typed it, in the one form that is compared: capitals without hyphens; o, i and l are read as digits. */
export function plainCode(typed: string): string {
  return typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
}
