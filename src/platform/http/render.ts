import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** A page or text ready to be sent: bytes, the same bytes compressed, and a validator. */
export interface ReadyMade {
  status: number
  type: string
  plain: Buffer
  packed: Buffer
  tag: string
  /** Where the list goes on (RFC 8288), for the `link` header. */
  next?: string
}

/** Below this a compressed answer saves nothing. */
const worthPacking = 1024

/** Draws a page. Everything in it is escaped by the renderer. */
export function draw(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`
}

/** Makes an answer ready: validator (SHA-256 of the bytes) and gzip where it pays. */
export function makeReady(text: string, type: string, status = 200, next?: string): ReadyMade {
  const plain = Buffer.from(text)
  const packed = plain.length < worthPacking ? plain : gzipSync(plain)
  return { status, type, plain, packed, next, tag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"` }
}
