import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server'
import { isMailAddress } from '../mail/mail.ts'
import { plainLine } from './incoming.ts'

export interface ListenerOptions {
  /** Loopback, unless the mail server of the house stands elsewhere in a closed network: nothing here asks for a password or for TLS. */
  host?: string
  /** 0: any free one. */
  port: number
  /** Is this one of our addresses? Everybody else's mail is refused: nothing is ever sent on from here. */
  accepts: (address: string) => Promise<boolean>
  /** Stores a mail for these of our addresses; resolves when it is safe. Must take the same mail twice: a sender that heard nothing asks again. */
  keep: (mail: Buffer, to: string[]) => Promise<void>
  maxBytes: number
  /** Ten minutes for one connection where nothing else is said. */
  sessionMs?: number
  /** Hears of failures that no sender is told about. */
  onFailure?: (error: unknown) => void
}

export interface Listener {
  port: number
  /** Hangs up and frees the port. A mail that is not kept by then was not taken: its sender tries again. */
  stop: () => Promise<void>
}

const limits = {
  maxClients: 8,
  maxRecipients: 20,
  socketTimeout: 60_000,
  closeTimeout: 2_000,
  maxCommandLength: 2_048,
} satisfies SMTPServerOptions
const mostRefusals = 5
const mostMails = 100

/**
 * Listens for mail that a mail server of the house passes on by SMTP. A mail is answered with 250 only when `keep` has resolved, with a
 * 4xx when it failed, so that whoever sent it keeps it and tries again. Refused for good: unknown recipients, whatever is too large.
 * Throws when the port is taken.
 */
export async function startListener(options: ListenerOptions): Promise<Listener> {
  const refusals = new WeakMap<SMTPServerSession, number>()
  const clocks = new Map<string, NodeJS.Timeout>()
  const hangUp = (id: string) => [...server.connections].filter((one) => one.id === id).forEach((one) => one.close())
  const server: SMTPServer = new SMTPServer({
    ...limits,
    name: 'gongkai',
    banner: 'mail for our own addresses only',
    size: options.maxBytes,
    rejectOversized: true,
    authOptional: true,
    // Without a certificate of its own the library would offer TLS with a key that everybody knows.
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onConnect: (session, done) => {
      clocks.set(session.id, setTimeout(() => hangUp(session.id), options.sessionMs ?? 10 * 60_000).unref())
      done()
    },
    onClose: (session) => {
      clearTimeout(clocks.get(session.id))
      clocks.delete(session.id)
    },
    onMailFrom: (_, session, done) => done(session.transaction > mostMails ? answer(421, 'Enough for one connection') : null),
    onRcptTo: ({ address }, session, done) => void tell(done, judge(address, session, refusals, options)),
    onData: (stream, session, done) =>
      void tell(
        done,
        take(stream, session, options, () => hangUp(session.id)),
      ),
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host ?? '127.0.0.1', resolve)
  })
  // A client that breaks off is none of our failures.
  server.on('error', () => undefined)
  const { port } = server.server.address() as AddressInfo
  return { port, stop: () => new Promise((resolve) => server.close(resolve)) }
}

async function tell(done: (error?: Error | null) => void, judged: Promise<Error | null>): Promise<void> {
  done(await judged)
}

function answer(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode })
}

/** Nothing, or the answer that refuses. Whoever tries one address after the other is soon sent away. */
async function judge(
  address: string,
  session: SMTPServerSession,
  refusals: WeakMap<SMTPServerSession, number>,
  { accepts, onFailure }: ListenerOptions,
) {
  try {
    if (isMailAddress(address) && (await accepts(address))) return null
  } catch (error) {
    onFailure?.(error)
    return answer(451, 'Cannot say just now, please try again')
  }
  const times = (refusals.get(session) ?? 0) + 1
  refusals.set(session, times)
  return times > mostRefusals ? answer(421, 'Too many addresses that are not ours') : answer(550, 'Not one of our addresses')
}

/** Nothing once the mail is safe, else the answer that says whether to come again. */
async function take(stream: SMTPServerDataStream, session: SMTPServerSession, options: ListenerOptions, hangUp: () => void) {
  // The envelope is the truth about who is told when something fails, so whatever the mail says of itself comes second.
  const sender = session.envelope.mailFrom ? plainLine(session.envelope.mailFrom.address, 320).replace(/[<>]/gu, '') : ''
  const pieces: Buffer[] = [Buffer.from(`Return-Path: <${sender}>\r\n`)]
  try {
    for await (const piece of stream) {
      if (stream.byteLength > options.maxBytes * 2) hangUp()
      if (stream.sizeExceeded) pieces.length = 0
      else pieces.push(piece as Buffer)
    }
  } catch {
    // Nobody is left to hear it: a mail that is cut off was not taken, and is no failure of ours.
    return answer(451, 'Cut off')
  }
  if (stream.sizeExceeded) return answer(552, 'Too large')
  const to = session.envelope.rcptTo.map(({ address }) => address)
  try {
    await options.keep(Buffer.concat(pieces), to)
    return null
  } catch (error) {
    options.onFailure?.(error)
    return answer(451, 'Not kept, please send it again')
  }
}
