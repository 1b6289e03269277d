import { z } from 'zod'
import { isDay } from '../../kernel/day.ts'
import { withoutControls } from '../../platform/http/route.ts'
import type { Deed, DeedField, Typed } from '../applications/index.ts'
import { sentFile, type SentFile } from './case-forms.ts'

/** The deeds that a system may do: those of whoever handles or registers. To lead, review, clear, sign and reveal is for people. */
export function isForSystems({ policy }: Pick<Deed, 'policy'>): boolean {
  return policy === 'applications.handle' || policy === 'applications.register'
}

const longest = { line: 300, text: 20_000, choice: 200 } as const

/** The form of a deed's body. Nothing is taken for granted: where a page would offer today's day, a program must say it. */
export function formOfDeed(fields: readonly DeedField[], mostFiles: number) {
  return z.strictObject(Object.fromEntries(fields.map((field) => [field.name, formOf(field, mostFiles).optional()])))
}

/** What was sent for a deed, as its act reads a form. */
export function typedFrom(body: Record<string, unknown>): Typed {
  return {
    text(name) {
      const value = body[name]
      return typeof value === 'string' || typeof value === 'number' ? withoutControls(String(value)).trim() : ''
    },
    files(name) {
      const value = body[name]
      return Array.isArray(value) ? filesFrom(value as SentFile[]) : []
    },
  }
}

/** The bytes of files that came in Base64. */
export function filesFrom(files: readonly SentFile[]): { name: string; bytes: Buffer }[] {
  return files.map(({ name, content }) => ({ name, bytes: Buffer.from(content, 'base64') }))
}

function formOf({ kind }: DeedField, mostFiles: number) {
  switch (kind) {
    case 'day':
      return z.union([z.literal(''), z.iso.date({ abort: true }).refine(isDay)])
    case 'number':
      return z.int().min(0)
    case 'file':
      return z.array(sentFile).max(mostFiles)
    default:
      return z.string().max(longest[kind])
  }
}
