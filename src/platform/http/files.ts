import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import type { HouseRules } from '../house-rules.ts'
import { mediaTypeOf } from './headers.ts'
import type { Answer, Ask, Route } from './route.ts'

const mebibyte = 1024 * 1024

/** What one form with files may hold. Its texts are a token and choices, such as the documents of a quarter; long texts come in forms without files. */
export function fileLimits({ largestBytes, most }: HouseRules['files']) {
  return { fileSize: largestBytes, files: most, fields: 60, fieldSize: 64 * 1024 }
}

/** A form that the route does not take; `statusCode` is what the edge answers. */
class UnwelcomeForm extends Error {
  override name = 'UnwelcomeForm'
  constructor(
    readonly statusCode: 400 | 413 | 415,
    message: string,
  ) {
    super(message)
  }
}

/** True for a form with files. Nothing of it has been read yet when a route is asked. */
export function carriesFiles(request: FastifyRequest): boolean {
  return mediaTypeOf(request.headers['content-type']) === 'multipart/form-data'
}

/**
 * Throws for a form with files where none are expected, and for one that says itself that it is too large, unless the route has a page
 * for that. Reads nothing.
 */
export function mustBeWelcome(route: Route, request: FastifyRequest): void {
  if (route.takesFiles !== true) throw new UnwelcomeForm(415, 'this form carries no files')
  if (route.tooLarge === undefined && saysTooLarge(route, request)) throw tooLarge()
}

function saysTooLarge(route: Route, request: FastifyRequest): boolean {
  return Number(request.headers['content-length'] ?? 0) > (route.bodyLimit ?? mebibyte)
}

/**
 * The same, for somebody who may do this: a form that is too large, or broken off, is answered by the route's own page. None of its files
 * is kept; its texts as far as they came, where the route wants them.
 */
export async function readWelcome(route: Route, ask: Ask, request: FastifyRequest): Promise<Answer | undefined> {
  try {
    if (route.cutOff === undefined && saysTooLarge(route, request)) throw tooLarge()
    await readFiles(route, ask, request)
    return undefined
  } catch (thrown) {
    ask.files = []
    const { statusCode } = thrown as { statusCode?: number }
    const page = statusCode === 413 ? route.tooLarge : statusCode === 400 ? route.cutOff : undefined
    if (page === undefined) throw thrown
    return page(ask)
  }
}

/** Reads a form with files into the ask. A form that did not say its size is stopped as soon as it is too large. */
async function readFiles(route: Route, ask: Ask, request: FastifyRequest): Promise<void> {
  try {
    await readParts(route, ask, request)
  } catch (thrown) {
    // What is still on its way is let run out: a connection that nobody reads would hang until it times out.
    request.raw.unpipe().resume()
    // The parser's own limits carry a status; a form that is broken or cut off comes as a plain error.
    throw thrown instanceof Error && 'statusCode' in thrown ? thrown : new UnwelcomeForm(400, String(thrown))
  }
}

async function readParts(route: Route, ask: Ask, request: FastifyRequest): Promise<void> {
  const body: Ask['body'] = Object.create(null) as Ask['body']
  if (route.cutOff !== undefined) ask.body = body // what came before a fault is shown again
  let size = 0
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const bytes = await bytesOf(part.file)
      size += bytes.length
      if (size > (route.bodyLimit ?? mebibyte)) throw tooLarge()
      if (part.filename !== '') ask.files.push({ field: part.fieldname, name: part.filename, mediaType: part.mimetype, bytes })
    } else {
      const before = body[part.fieldname]
      const value = String(part.value)
      body[part.fieldname] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]
    }
  }
  ask.body = body
}

/** A file larger than the limit is given up there and then; the answer does not wait for what is still on its way. */
async function bytesOf(file: MultipartFile['file']): Promise<Buffer> {
  file.once('limit', () => file.destroy(tooLarge()))
  const pieces: Buffer[] = []
  for await (const piece of file) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

function tooLarge(): UnwelcomeForm {
  return new UnwelcomeForm(413, 'the files are too large together')
}
