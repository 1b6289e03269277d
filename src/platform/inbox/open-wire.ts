import { connect as connectPlain, isIP, type Socket } from 'node:net'
import { connect as connectTls, type ConnectionOptions } from 'node:tls'
import { MailboxFault } from './fault.ts'

export interface WireOptions {
  /** How long the server may be silent. */
  idleMs: number
  /** How long everything together may take. */
  totalMs: number
  /** Certificates to trust besides the usual ones. */
  ca?: ConnectionOptions['ca']
}

/** A connection that is read in the order in which it is asked: lines, and as many bytes as a line announced. */
export interface Wire {
  isTls: boolean
  /** A line without its end, one character for each byte. Throws MailboxFault, as all of these do. */
  readLine: (mostBytes: number) => Promise<string>
  readBytes: (n: number) => Promise<Buffer>
  write: (text: string) => void
  /** The same connection, from now on with TLS. Refused if the server sent anything ahead of it: that was not protected. */
  secure: () => Promise<Wire>
  end: () => void
}

interface Line {
  socket: Socket
  held: Buffer
  failure?: MailboxFault
  isOver: boolean
  wake: () => void
}

/** Connects to a host, with TLS from the first byte or without. Throws MailboxFault. */
export async function openWire(place: { host: string; port: number; isTls: boolean }, options: WireOptions): Promise<Wire> {
  const { host, port } = place
  const socket = place.isTls ? connectTls({ host, port, ...trust(host, options) }) : connectPlain({ host, port })
  socket.setNoDelay(true)
  await connected(socket, place.isTls, options)
  const atLast = setTimeout(() => socket.destroy(new MailboxFault('timeout', 'The mailbox took too long altogether')), options.totalMs)
  atLast.unref()
  socket.once('close', () => clearTimeout(atLast))
  return wireOver(socket, host, place.isTls, options)
}

/** The certificate must be good and be made out for this host: there is no way to switch that off. */
function trust(host: string, { ca }: WireOptions): ConnectionOptions {
  return { ...(isIP(host) === 0 ? { servername: host } : {}), ...(ca === undefined ? {} : { ca }), minVersion: 'TLSv1.2' }
}

async function connected(socket: Socket, isTls: boolean, { idleMs }: WireOptions): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => socket.destroy(new MailboxFault('timeout', 'The mail server did not answer the call')), idleMs)
    socket.once(isTls ? 'secureConnect' : 'connect', resolve)
    socket.once('error', (error: NodeJS.ErrnoException) => reject(faultOf(error, isTls)))
    socket.once('close', () => {
      clearTimeout(late)
      reject(new MailboxFault('cut', 'The mail server hung up at once'))
    })
    socket.once(isTls ? 'secureConnect' : 'connect', () => clearTimeout(late))
  })
}

function faultOf(error: NodeJS.ErrnoException, isTls: boolean): MailboxFault {
  if (error instanceof MailboxFault) return error
  const code = error.code ?? 'unknown'
  const isOfTls = isTls && !/^(?:ECONN(?!RESET)|ENOTFOUND|EHOST|ENET|EAI_|ETIMEDOUT|EADDR)/u.test(code)
  return isOfTls
    ? new MailboxFault('certificate', `No protected connection to the mail server (${code})`)
    : new MailboxFault('unreachable', `The mail server cannot be reached (${code})`)
}

function wireOver(socket: Socket, host: string, isTls: boolean, options: WireOptions): Wire {
  const line: Line = { socket, held: Buffer.alloc(0), isOver: false, wake: () => undefined }
  const stir = () => line.wake()
  const end = (failure?: MailboxFault) => {
    line.failure ??= failure
    line.isOver = true
    line.wake()
  }
  const onError = (error: Error) =>
    end(error instanceof MailboxFault ? error : new MailboxFault('cut', 'The connection to the mail server broke'))
  const onEnd = () => end()
  socket.on('readable', stir).on('end', onEnd).on('close', onEnd).on('error', onError)
  return {
    isTls,
    readLine: (most) => readLine(line, most, options.idleMs),
    readBytes: (n) => readBytes(line, n, options.idleMs),
    write: (text) => void socket.write(text),
    secure: async () => {
      const early = socket.read() as Buffer | null
      if (line.held.length > 0 || early !== null) throw new MailboxFault('protocol', 'The mail server spoke before TLS had begun')
      socket.off('readable', stir).off('end', onEnd)
      const safe = connectTls({ socket, ...trust(host, options), host })
      await connected(safe, true, options)
      return wireOver(safe, host, true, options)
    },
    end: () => socket.destroy(),
  }
}

async function readLine(line: Line, most: number, idleMs: number): Promise<string> {
  for (let seen = 0; ;) {
    const at = line.held.indexOf(0x0a, seen)
    if (at > most || (at < 0 && line.held.length > most)) throw new MailboxFault('too-long', 'The mail server sent a line without end')
    if (at >= 0) {
      const text = line.held.toString('latin1', 0, at)
      line.held = line.held.subarray(at + 1)
      return text.endsWith('\r') ? text.slice(0, -1) : text
    }
    seen = line.held.length
    line.held = Buffer.concat([line.held, await more(line, idleMs)])
  }
}

async function readBytes(line: Line, n: number, idleMs: number): Promise<Buffer> {
  const pieces = [line.held]
  let length = line.held.length
  while (length < n) {
    const piece = await more(line, idleMs)
    pieces.push(piece)
    length += piece.length
  }
  const all = Buffer.concat(pieces)
  line.held = all.subarray(n)
  return all.subarray(0, n)
}

/** The next bytes, however many. Throws MailboxFault when nothing comes in time, or nothing more at all. */
async function more(line: Line, idleMs: number): Promise<Buffer> {
  for (;;) {
    const bytes = line.socket.read() as Buffer | null
    if (bytes !== null) return bytes
    if (line.isOver) throw line.failure ?? new MailboxFault('cut', 'The mail server ended the connection')
    const isLate = await new Promise<boolean>((resolve) => {
      const late = setTimeout(() => resolve(true), idleMs)
      line.wake = () => {
        clearTimeout(late)
        resolve(false)
      }
    })
    if (isLate) throw new MailboxFault('timeout', 'The mail server was silent for too long')
  }
}
