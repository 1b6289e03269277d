import { Unreadable } from './look.ts'

/** A tag or a text of an XML part, with its place in the source, so that it can be cut out and all the rest stays as it was. */
export interface Piece {
  kind: 'open' | 'close' | 'text'
  /** Without the prefix: which prefix a namespace has is the writer's choice. '' for a text. */
  name: string
  /** Attributes as written, or the text, with entities resolved. */
  body: string
  from: number
  to: number
}

const tag = /<(\/?)([^\s/<>="']+)((?:\s+[^\s=/<>"']+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/y

/**
 * Reads XML piece by piece. Entities that a document type could define are never resolved: a document type is refused, and so is what is
 * not well formed. Throws Unreadable.
 */
export function* readXml(source: string): Generator<Piece> {
  const open: string[] = []
  let at = source.charCodeAt(0) === 0xfeff ? 1 : 0
  while (at < source.length) {
    const next = source.indexOf('<', at)
    if (next !== at) {
      const end = next === -1 ? source.length : next
      if (open.length > 0) yield { kind: 'text', name: '', body: resolved(source.slice(at, end)), from: at, to: end }
      at = end
      continue
    }
    const skipped = skipTo(source, at)
    if (skipped !== undefined) {
      if (source.startsWith('<![CDATA[', at))
        yield { kind: 'text', name: '', body: source.slice(at + 9, skipped - 3), from: at, to: skipped }
      at = skipped
      continue
    }
    tag.lastIndex = at
    const match = tag.exec(source)
    if (match === null) throw new Unreadable('broken')
    const to = tag.lastIndex
    yield* tagPieces(match, open, at, to)
    at = to
  }
  if (open.length > 0) throw new Unreadable('broken')
}

function* tagPieces(match: RegExpExecArray, open: string[], from: number, to: number): Generator<Piece> {
  const [, slash, full = '', attributes = '', empty] = match
  const name = full.slice(full.indexOf(':') + 1)
  if (slash === '/') {
    if (open.pop() !== full) throw new Unreadable('broken')
    yield { kind: 'close', name, body: '', from, to }
    return
  }
  yield { kind: 'open', name, body: attributes, from, to }
  if (empty === '/') yield { kind: 'close', name, body: '', from: to, to }
  else open.push(full)
}

/** The end of what is no tag: comment, instruction, CDATA. */
function skipTo(source: string, at: number): number | undefined {
  if (source.startsWith('<!DOCTYPE', at)) throw new Unreadable('doctype')
  const ends = { '<!--': '-->', '<?': '?>', '<![CDATA[': ']]>' }
  for (const [start, end] of Object.entries(ends)) {
    if (!source.startsWith(start, at)) continue
    const found = source.indexOf(end, at + start.length)
    if (found === -1) throw new Unreadable('broken')
    return found + end.length
  }
  return undefined
}

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function resolved(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|[^;&\s]*);?/g, (_, entity: string) => {
    const known = named[entity]
    if (known !== undefined) return known
    const code = entity.startsWith('#x') ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1))
    if (!entity.startsWith('#') || Number.isNaN(code) || code > 0x10ffff) throw new Unreadable('doctype')
    return String.fromCodePoint(code)
  })
}

/** An attribute of a tag by its name, whatever its prefix; undefined when it is not there. A name with `:` asks for any prefix but none. */
export function attribute(piece: Piece, name: string): string | undefined {
  if (!piece.body.includes(name.replace(':', ''))) return undefined
  const needsPrefix = name.startsWith(':')
  const bare = needsPrefix ? name.slice(1) : name
  for (const [, full = '', double, single] of piece.body.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const colon = full.indexOf(':')
    if (full.slice(colon + 1) === bare && (!needsPrefix || colon !== -1)) return resolved(double ?? single ?? '')
  }
  return undefined
}

/** A truth as Office writes it: there without a value, or 1, true, on. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || value === '1' || value === 'true' || value === 'on'
}

/** The bytes of an XML part as text: UTF-8 unless its first bytes say UTF-16. */
export function xmlText(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  const text = new TextDecoder(encoding).decode(bytes)
  // An encoding that an office suite reads and we do not would hide everything from us.
  const declared = /^\s*<\?xml[^>]*\bencoding=["']([^"']+)/i.exec(text)?.[1]?.toLowerCase() ?? 'utf-8'
  if (!['utf-8', 'utf8', 'utf-16', 'us-ascii'].includes(declared)) throw new Unreadable('broken')
  return text
}
