import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { filesOf } from '../../../platform/files/index.ts'
import type { Site } from '../../../platform/site.ts'

/** A photo or file as it is kept. */
export interface KeptProof {
  sha256: string
  type: string
}

const longestSide = 1600
const mostPixels = 80_000_000

/**
 * Keeps a photo, turned upright, at most 1600 pixels long, and without anything that the camera wrote into it: neither place nor
 * device nor time. The original is not kept. A PDF, such as a page of a newspaper, is kept as it is. Undefined for anything else.
 */
export async function keepProof(site: Site, bytes: Buffer): Promise<KeptProof | undefined> {
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-')
    return { sha256: await filesOf(site.config).keep(bytes), type: 'application/pdf' }
  const photo = await cleaned(bytes)
  return photo && { sha256: await filesOf(site.config).keep(photo), type: 'image/jpeg' }
}

const sealKey = randomBytes(32)

/**
 * A kept photo as a form may carry it, so that nobody takes it twice because of a wrong day. Only this running program can make one,
 * so a form cannot name the file of somebody else.
 */
export function sealProof({ sha256, type }: KeptProof): string {
  return `${sha256} ${type} ${sealOf(sha256, type)}`
}

/** The photo behind a seal; undefined for anything that was not sealed here. */
export function unsealProof(text: string): KeptProof | undefined {
  const [sha256 = '', type = '', seal = ''] = text.split(' ')
  const wanted = sealOf(sha256, type)
  const isOurs = seal.length === wanted.length && timingSafeEqual(Buffer.from(seal), Buffer.from(wanted))
  return isOurs ? { sha256, type } : undefined
}

function sealOf(sha256: string, type: string): string {
  return createHmac('sha256', sealKey).update(`${sha256} ${type}`).digest('hex')
}

/** The bytes of a kept photo or file. */
export async function readProof(site: Site, sha256: string): Promise<Buffer> {
  return filesOf(site.config).read(sha256)
}

async function cleaned(bytes: Buffer): Promise<Buffer | undefined> {
  const { default: sharp } = await import('sharp')
  try {
    const upright = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' }).rotate()
    const small = upright.resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    return await small.jpeg({ quality: 80, mozjpeg: true }).toBuffer()
  } catch {
    return undefined
  }
}
