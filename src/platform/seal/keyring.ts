import { createHash, createSecretKey, randomBytes, type KeyObject } from 'node:crypto'
import { z } from 'zod'

/** A numbered key of 256 bits that wraps the keys of sealed values. As a KeyObject it shows in no log and no JSON. */
export interface SealKey {
  /** From 1 on; never given twice. */
  number: number
  madeAt: Date
  /** Since when another key is the current one. */
  retiredAt?: Date
  key: KeyObject
}

/** All keys of a site at one moment. Never changed in place. */
export interface Keyring {
  /** Number of the key that seals from now on. */
  current: number
  keys: readonly SealKey[]
  /** For keyed hashes only. It stays the same for good: a hash cannot be made anew without its text. */
  hashKey: KeyObject
}

/** Where the keys of a site come from: a file, or the memory of a test. */
export interface SealKeys {
  /**
   * The keys as they are now. For `open` none are ever made; for `seal` they may be, at the first use. Throws StartFault in words for
   * the operator when there are none.
   */
  ring(use: 'seal' | 'open'): Keyring
  /** Keeps `to` in the place of `from`. Throws StartFault when somebody else changed the keys since `from` was read. */
  change(from: Keyring, to: Keyring): void
}

const keyBytes = 32

/** A ring with one key and a key for hashes, both fresh. */
export function makeRing(at: Date): Keyring {
  return { current: 1, keys: [{ number: 1, madeAt: at, key: makeKey() }], hashKey: makeKey() }
}

/** The ring with a fresh key, which is now the current one. Its number is the next that `isTaken` does not know from elsewhere. */
export function withNewKey(ring: Keyring, at: Date, isTaken: (number: number) => boolean = () => false): Keyring {
  let number = Math.max(...ring.keys.map((one) => one.number)) + 1
  while (isTaken(number)) number++
  const older = ring.keys.map((one) => (one.number === ring.current ? { ...one, retiredAt: at } : one))
  return { ...ring, current: number, keys: [...older, { number, madeAt: at, key: makeKey() }] }
}

/** The ring without these keys. Throws a RangeError rather than drop the current one. */
export function withoutKeys(ring: Keyring, numbers: readonly number[]): Keyring {
  if (numbers.includes(ring.current)) throw new RangeError(`key ${ring.current} is the current one`)
  return { ...ring, keys: ring.keys.filter((one) => !numbers.includes(one.number)) }
}

const key = z
  .base64()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length === keyBytes)
  .transform((bytes) => createSecretKey(bytes))
const at = z.iso.datetime().transform((text) => new Date(text))
const number = z.number().int().min(1).max(0xffff_ffff)

const form = z
  .object({
    format: z.literal('gongkai-seal-keys'),
    version: z.literal(1),
    current: number,
    keys: z.array(z.object({ number, madeAt: at, retiredAt: at.optional(), key })).min(1),
    hashKey: key,
  })
  .refine(({ current, keys }) => keys.some((one) => one.number === current))
  .refine(({ keys }) => new Set(keys.map((one) => one.number)).size === keys.length)

/** The text of a key file. It ends with a sum over the rest: values sealed with a key that lost a bit would be lost. */
export function writeRing({ current, keys, hashKey }: Keyring): string {
  const plain = (one: KeyObject): string => one.export().toString('base64')
  const written = keys.map(({ key: secret, ...rest }) => ({ ...rest, key: plain(secret) }))
  const content = { format: 'gongkai-seal-keys', version: 1, current, keys: written, hashKey: plain(hashKey) }
  return `${JSON.stringify({ ...content, sha256: sumOf(content) }, null, 2)}\n`
}

/** The ring in the text of a key file, or undefined where the text is no whole key file that is known here. */
export function readRing(text: string): Keyring | undefined {
  try {
    const { sha256, ...content } = JSON.parse(text) as Record<string, unknown>
    const read = form.safeParse(content)
    return read.success && sha256 === sumOf(content)
      ? { current: read.data.current, keys: read.data.keys, hashKey: read.data.hashKey }
      : undefined
  } catch {
    return undefined
  }
}

function makeKey(): KeyObject {
  return createSecretKey(randomBytes(keyBytes))
}

function sumOf(content: object): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}
