import { MailboxFault } from './fault.ts'

/** A value within an answer of an IMAP server: an atom or a quoted text, a literal, a list. */
export type Value = string | Buffer | Value[]

/** One answer of an IMAP server (RFC 3501 §7), as far as we ask for it. */
export type Response =
  | { kind: 'go-on' }
  | { kind: 'status'; tag: string; status: 'OK' | 'NO' | 'BAD' | 'BYE' | 'PREAUTH'; code: string; text: string }
  | { kind: 'search'; uids: number[] }
  | { kind: 'capability'; words: string[] }
  | { kind: 'fetch'; items: Map<string, Value> }
  | { kind: 'other' }

/**
 * Makes an answer out of its pieces: text, and between two texts the literal that the first announced. What we did not ask for is `other`.
 * Throws MailboxFault where a known answer has not its form.
 */
export function parseResponse(pieces: readonly (string | Buffer)[]): Response {
  const first = typeof pieces[0] === 'string' ? pieces[0] : ''
  if (first === '+' || first.startsWith('+ ')) return { kind: 'go-on' }
  const status = /^(?<tag>\S+) (?<status>OK|NO|BAD|BYE|PREAUTH)(?: (?:\[(?<code>[^\]]*)\] ?)?(?<text>.*))?$/isu.exec(first)?.groups
  if (status !== undefined) {
    const name = (status['status'] ?? '').toUpperCase() as 'OK'
    return { kind: 'status', tag: status['tag'] ?? '', status: name, code: status['code'] ?? '', text: status['text'] ?? '' }
  }
  const [, word = '', rest = ''] = /^\* (?:\d+ )?([A-Z]+) ?(.*)$/isu.exec(first) ?? []
  if (word.toUpperCase() === 'CAPABILITY') return { kind: 'capability', words: rest.toUpperCase().split(' ').filter(Boolean) }
  if (word.toUpperCase() === 'SEARCH') return { kind: 'search', uids: rest.split(' ').filter(Boolean).map(numberOf) }
  if (word.toUpperCase() === 'FETCH') return { kind: 'fetch', items: itemsOf(valuesIn([rest, ...pieces.slice(1)])) }
  return { kind: 'other' }
}

/** A number as the protocol has them: 32 bits, no sign. Throws MailboxFault. */
export function numberOf(text: string): number {
  const number = /^\d{1,10}$/u.test(text) ? Number(text) : Number.NaN
  if (!(number <= 0xffffffff)) throw new MailboxFault('protocol', 'The server sent something else than a number')
  return number
}

/** The pairs of a FETCH: `(UID 5 BODY[] {…})`. The origin of a part (`BODY[]<0>`) is left out of its name. */
function itemsOf(values: Value[]): Map<string, Value> {
  const [list] = values
  if (!Array.isArray(list) || list.length % 2 !== 0) throw new MailboxFault('protocol', 'The server sent a FETCH that is no list of pairs')
  const items = new Map<string, Value>()
  for (let at = 0; at < list.length; at += 2) {
    const name = list[at]
    if (typeof name === 'string') items.set(name.toUpperCase().replace(/<\d+>$/u, ''), list[at + 1] ?? '')
  }
  return items
}

// Deeper than any honest server answers: the structure of a mail is not asked for.
const deepest = 20

function valuesIn(pieces: readonly (string | Buffer)[]): Value[] {
  const open: Value[][] = [[]]
  const put = (value: Value) => open.at(-1)?.push(value)
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      put(piece)
      continue
    }
    for (const [token] of piece.matchAll(/[()]|"(?:[^"\\]|\\.)*"|[^\s()"]+/gsu)) {
      if (token === '(') open.push([])
      else if (token === ')') close(open)
      else if (!/^\{\d+\}$/u.test(token)) put(token.startsWith('"') ? token.slice(1, -1).replace(/\\(.)/gsu, '$1') : token)
      if (open.length > deepest) throw new MailboxFault('protocol', 'The server sent lists in lists without end')
    }
  }
  if (open.length !== 1) throw new MailboxFault('protocol', 'The server sent a list that does not end')
  return open[0] ?? []
}

function close(open: Value[][]): void {
  const inner = open.pop()
  const outer = open.at(-1)
  if (inner === undefined || outer === undefined) throw new MailboxFault('protocol', 'The server closed a list that it never began')
  outer.push(inner)
}
