import { createCipheriv, createDecipheriv, createHmac, randomBytes, type CipherKey } from 'node:crypto'
import type { SealKey, SealKeys } from './keyring.ts'

/*
 * A sealed value, in bytes:
 *
 *   1 version · 1 kind · 4 number of the wrapping key │ 12 nonce · 32 wrapped data key · 16 tag │ 12 nonce · content · 16 tag
 *
 * Both boxes are AES-256-GCM. Each value has a data key of its own, so only that key is wrapped anew when the keys are changed. What the
 * value is about, its version and its kind are authenticated in both boxes, the number of the wrapping key in the first.
 *
 * To erase a value, delete these bytes: without them nothing is left of it here. Copies in older backups last as long as these and the
 * key file of their time.
 */

/** A sealed value that does not open: altered, cut, moved to another place, of another kind, or made with a key that is not there. */
export class BrokenSeal extends Error {
  override name = 'BrokenSeal'

  constructor(about: string, why: string) {
    super(`The seal of ${about} is broken: ${why}.`)
  }
}

const version = 1
const kinds = { json: 1, bytes: 2 } as const
type Kind = keyof typeof kinds

const cipher = 'aes-256-gcm'
const keyBytes = 32
const nonceBytes = 12
const tagBytes = 16
const headBytes = 6
const wrapBytes = nonceBytes + keyBytes + tagBytes

/**
 * Seals a value that JSON can say. `about` names the place it belongs to ('applications.application:12'); it opens there only. The length of
 * the content shows. Throws a TypeError for what JSON cannot say and for an empty `about`.
 */
export function seal(keys: SealKeys, plain: unknown, about: string): Buffer {
  const text: string | undefined = JSON.stringify(plain)
  if (text === undefined) throw new TypeError(`JSON has no form for ${typeof plain}`)
  return close(keys, Buffer.from(text), about, 'json')
}

/** The value that `seal` sealed. Throws BrokenSeal for anything wrong, and StartFault when there are no keys. */
export function unseal(keys: SealKeys, sealed: Uint8Array, about: string): unknown {
  return JSON.parse(open(keys, sealed, about, 'json').toString())
}

/** Seals the bytes of a file, like `seal`. */
export function sealBytes(keys: SealKeys, bytes: Uint8Array, about: string): Buffer {
  return close(keys, bytes, about, 'bytes')
}

/** The bytes that `sealBytes` sealed. Throws BrokenSeal for anything wrong, and StartFault when there are no keys. */
export function unsealBytes(keys: SealKeys, sealed: Uint8Array, about: string): Buffer {
  return open(keys, sealed, about, 'bytes')
}

/** The same sealed value under the current key: only the wrapped data key is made anew. Throws BrokenSeal; the content is not looked at. */
export function rewrap(keys: SealKeys, sealed: Uint8Array, about: string): Buffer {
  const dataKey = unwrap(keys, sealed, about)
  const bytes = asBuffer(sealed)
  const wrapped = wrap(currentOf(keys), dataKey, about, bytes[1]!)
  dataKey.fill(0)
  return Buffer.concat([wrapped, bytes.subarray(headBytes + wrapBytes)])
}

/** The number of the key that wraps a sealed value; asks for no keys. Throws BrokenSeal for what is no sealed value. */
export function keyOf(sealed: Uint8Array, about = 'a value'): number {
  const bytes = asBuffer(sealed)
  if (bytes.length < headBytes + wrapBytes + nonceBytes + tagBytes) throw new BrokenSeal(about, 'it is too short')
  if (bytes[0] !== version) throw new BrokenSeal(about, `its form ${bytes[0]} is not known here`)
  return bytes.readUInt32BE(2)
}

/**
 * HMAC-SHA-256 of a text, 32 bytes: equal texts are found without being opened, and nobody without the key can try numbers out. The caller
 * brings the text into one form first. `purpose` ('applications.identity') keeps the hashes of different fields apart.
 */
export function keyedHash(keys: SealKeys, text: string, purpose: string): Buffer {
  const { hashKey } = keys.ring('seal')
  return createHmac('sha256', hashKey)
    .update(`${Buffer.byteLength(purpose)}:${purpose}:`)
    .update(text)
    .digest()
}

function close(keys: SealKeys, plain: Uint8Array, about: string, kind: Kind): Buffer {
  if (about === '') throw new TypeError('A sealed value belongs to a place: about is empty')
  const dataKey = randomBytes(keyBytes)
  const wrapped = wrap(currentOf(keys), dataKey, about, kinds[kind])
  const content = encrypt(dataKey, plain, contentBound(kinds[kind], about))
  dataKey.fill(0)
  return Buffer.concat([wrapped, content])
}

function open(keys: SealKeys, sealed: Uint8Array, about: string, kind: Kind): Buffer {
  const dataKey = unwrap(keys, sealed, about)
  const bytes = asBuffer(sealed)
  const content = decrypt(dataKey, bytes.subarray(headBytes + wrapBytes), contentBound(bytes[1]!, about))
  dataKey.fill(0)
  if (content === undefined) throw new BrokenSeal(about, 'its content was altered')
  if (bytes[1] !== kinds[kind]) throw new BrokenSeal(about, `it is not of the kind ${kind}`)
  return content
}

/** Head and first box of a sealed value. */
function wrap({ number, key }: SealKey, dataKey: Buffer, about: string, kind: number): Buffer {
  const head = Buffer.alloc(headBytes)
  head.writeUInt8(version, 0)
  head.writeUInt8(kind, 1)
  head.writeUInt32BE(number, 2)
  return Buffer.concat([head, encrypt(key, dataKey, Buffer.concat([head, Buffer.from(about)]))])
}

function unwrap(keys: SealKeys, sealed: Uint8Array, about: string): Buffer {
  const bytes = asBuffer(sealed)
  const number = keyOf(bytes, about)
  const found = keys.ring('open').keys.find((one) => one.number === number)
  if (found === undefined) throw new BrokenSeal(about, `key ${number} is not in the key file; restore the key file that holds it`)
  const bound = Buffer.concat([bytes.subarray(0, headBytes), Buffer.from(about)])
  const dataKey = decrypt(found.key, bytes.subarray(headBytes, headBytes + wrapBytes), bound)
  if (dataKey === undefined) throw new BrokenSeal(about, 'it was altered, or it belongs to another place')
  return dataKey
}

function currentOf(keys: SealKeys): SealKey {
  const ring = keys.ring('seal')
  return ring.keys.find((one) => one.number === ring.current)!
}

function contentBound(kind: number, about: string): Buffer {
  return Buffer.concat([Buffer.from([version, kind]), Buffer.from(about)])
}

/** nonce · content · tag */
function encrypt(key: CipherKey, plain: Uint8Array, bound: Buffer): Buffer {
  const nonce = randomBytes(nonceBytes)
  const box = createCipheriv(cipher, key, nonce, { authTagLength: tagBytes }).setAAD(bound)
  return Buffer.concat([nonce, box.update(plain), box.final(), box.getAuthTag()])
}

function decrypt(key: CipherKey, box: Buffer, bound: Buffer): Buffer | undefined {
  const end = box.length - tagBytes
  const opened = createDecipheriv(cipher, key, box.subarray(0, nonceBytes), { authTagLength: tagBytes })
  opened.setAAD(bound).setAuthTag(box.subarray(end))
  try {
    return Buffer.concat([opened.update(box.subarray(nonceBytes, end)), opened.final()])
  } catch {
    return undefined // the tag does not fit
  }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
