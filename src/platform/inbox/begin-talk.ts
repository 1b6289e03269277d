import { MailboxFault } from './fault.ts'
import type { Wire } from './open-wire.ts'
import { parseResponse, type Response } from './response.ts'

export type Status = Extract<Response, { kind: 'status' }>

export interface Question {
  /** What is sent when the server asks for more: the one secret of AUTHENTICATE. */
  goOn?: string
  /** How many bytes of literals an answer may hold; none is expected where nothing is said. */
  mostBytes?: number
  /** Everything that comes before the answer itself. */
  on?: (response: Response) => void
}

/** One command after the other, each with its answer. */
export interface Talk {
  /** The first thing that the server says. */
  greeting: () => Promise<Status>
  /** Sends a command, which must hold no line break, and gives the answer, whatever it is. Throws MailboxFault where there is none. */
  ask: (command: string, question?: Question) => Promise<Status>
}

const greetingBytes = 8 * 1024
// The numbers of a few hundred thousand mails in one line.
const lineBytes = 4 * 1024 * 1024
const strayBytes = 64 * 1024
const mostResponses = 100_000

/** Speaks IMAP4rev1 over a connection. */
export function beginTalk(wire: Wire): Talk {
  let asked = 0
  return {
    greeting: async () => {
      const first = await readResponse(wire, greetingBytes, 0)
      if (first.kind === 'status' && first.tag === '*') return first
      throw new MailboxFault('greeting', 'Whoever answers there is no IMAP server')
    },
    ask: (command, question = {}) => {
      asked += 1
      const tag = `a${asked}`
      if (/[\r\n\0]/u.test(command)) return Promise.reject(new MailboxFault('protocol', 'A command cannot hold a line break'))
      wire.write(`${tag} ${command}\r\n`)
      return answerTo(wire, tag, question)
    },
  }
}

async function answerTo(wire: Wire, tag: string, { goOn, mostBytes = strayBytes, on }: Question): Promise<Status> {
  let isGoOnSent = goOn === undefined
  for (let n = 0; n < mostResponses; n++) {
    const response = await readResponse(wire, lineBytes, mostBytes)
    if (response.kind === 'status' && response.tag === tag) return response
    if (response.kind === 'go-on') {
      if (isGoOnSent) throw new MailboxFault('protocol', 'The mail server asked for something that we do not have')
      isGoOnSent = true
      wire.write(`${goOn ?? ''}\r\n`)
    }
    on?.(response)
  }
  throw new MailboxFault('too-long', 'The mail server talks without end')
}

async function readResponse(wire: Wire, lineMost: number, literalMost: number): Promise<Response> {
  const pieces: (string | Buffer)[] = []
  let bytes = 0
  for (;;) {
    const line = await wire.readLine(lineMost)
    pieces.push(line)
    const size = /\{(\d+)\}$/u.exec(line)?.[1]
    // Only data carries literals; the words of a status may end as they like.
    if (size === undefined || (pieces.length === 1 && /^\S+ (?:OK|NO|BAD|BYE|PREAUTH)\b/iu.test(line))) break
    bytes += Number(size) + line.length
    if (bytes > literalMost + strayBytes) throw new MailboxFault('too-long', 'The mail server announced more than was asked for')
    pieces.push(await wire.readBytes(Number(size)))
  }
  return parseResponse(pieces)
}
