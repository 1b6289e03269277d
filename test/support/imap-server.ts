import { createServer, type AddressInfo, type Socket } from 'node:net'
import { createServer as createTlsServer, TLSSocket } from 'node:tls'

/** A mailbox on a server of the test's own, and how that server misbehaves. */
export interface FakeBox {
  uidValidity: number
  mails: Map<number, Buffer>
  password: string
  /** Before signing in; after it comes `MOVE` where `canMove`. */
  capabilities: string[]
  canMove: boolean
  greeting: string
  tls?: { key: string; cert: string }
  isTls: boolean
  /** Commands, such as `SELECT`, that are never answered. */
  silentOn: string[]
  /** The connection ends within the literal of this mail. */
  cutsIn?: number
  /** Instead of the answer to a command: raw lines. */
  insteadOf: Record<string, (tag: string) => string>
  /** When mails arrived, as the server writes it; of the others it says nothing. */
  arrived: Map<number, string>
  seen: Set<number>
  moved: Map<number, string>
  /** Every line that came in. */
  heard: string[]
}

export function givenBox(box: Partial<FakeBox> = {}): FakeBox {
  return {
    uidValidity: 7,
    mails: new Map(),
    password: 'secret',
    capabilities: ['AUTH=PLAIN'],
    canMove: true,
    greeting: '* OK ready\r\n',
    isTls: false,
    silentOn: [],
    insteadOf: {},
    arrived: new Map(),
    seen: new Set(),
    moved: new Map(),
    heard: [],
    ...box,
  }
}

/** A very small IMAP server on 127.0.0.1, for one mailbox of the user `unit`. */
export async function startImapServer(box: FakeBox): Promise<{ port: number; stop: () => Promise<void> }> {
  const sockets = new Set<Socket>()
  const serve = (socket: Socket) => {
    sockets.add(socket)
    socket.setNoDelay(true)
    socket.write(box.greeting)
    listen(socket, box)
  }
  const server = box.isTls ? createTlsServer(box.tls ?? {}, serve) : createServer(serve)
  server.on('tlsClientError', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve))
  const stop = () => {
    for (const socket of sockets) socket.destroy()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  }
  return { port: (server.address() as AddressInfo).port, stop }
}

function listen(socket: Socket, box: FakeBox): void {
  let waiting = ''
  let signingIn: string | undefined
  const onLine = (line: string) => {
    box.heard.push(line)
    if (signingIn !== undefined) {
      const isRight = Buffer.from(line, 'base64').toString() === `\0unit\0${box.password}`
      socket.write(isRight ? `${signingIn} OK in\r\n` : `${signingIn} NO not ${Buffer.from(line, 'base64').toString().split('\0')[2]}\r\n`)
      signingIn = undefined
      return
    }
    const [tag = '', ...words] = line.split(' ')
    const verb = words[0] === 'UID' ? `UID ${words[1]}` : (words[0] ?? '')
    if (box.silentOn.includes(verb)) return
    const instead = box.insteadOf[verb]
    if (instead) socket.write(instead(tag), 'latin1')
    else if (verb === 'AUTHENTICATE') {
      signingIn = tag
      socket.write('+ \r\n')
    } else if (verb === 'STARTTLS') {
      socket.removeAllListeners('data')
      socket.write(`${tag} OK begin\r\n`)
      const safe = new TLSSocket(socket, { isServer: true, ...box.tls })
      safe.on('error', () => undefined)
      listen(safe, { ...box, capabilities: ['AUTH=PLAIN'] })
    } else answer(socket, box, tag, verb, line)
  }
  socket.on('error', () => undefined)
  socket.on('data', (bytes) => {
    const lines = (waiting + bytes.toString('latin1')).split('\r\n')
    waiting = lines.pop() ?? ''
    for (const line of lines) onLine(line)
  })
}

function answer(socket: Socket, box: FakeBox, tag: string, verb: string, line: string): void {
  const uid = Number(/^\S+ UID \S+ (?:UID )?(\d+)/.exec(line)?.[1])
  const say = (...lines: string[]) => socket.write(lines.map((one) => `${one}\r\n`).join(''), 'latin1')
  if (verb === 'CAPABILITY')
    say(`* CAPABILITY IMAP4rev1 ID ${[...box.capabilities, ...(box.canMove ? ['MOVE'] : [])].join(' ')}`, `${tag} OK`)
  else if (verb === 'LOGIN') say(line.endsWith(`"unit" "${box.password}"`) ? `${tag} OK in` : `${tag} NO out`)
  else if (verb === 'SELECT' && !line.includes('"INBOX"')) say(`${tag} NO no such folder`)
  else if (verb === 'SELECT') {
    say(`* ${box.mails.size} EXISTS`, '* FLAGS (\\Seen)', `* OK [UIDVALIDITY ${box.uidValidity}] valid`, `* OK [UIDNEXT 99999] next`)
    say(`${tag} OK [READ-WRITE] open`)
  } else if (verb === 'UID SEARCH') say(`* SEARCH ${searched(box, uid).join(' ')}`, `${tag} OK`)
  else if (verb === 'UID FETCH') fetch(socket, box, tag, uid, line)
  else if (verb === 'UID STORE') say(`${box.seen.add(uid).has(uid) ? tag : ''} OK`)
  else if (verb === 'UID MOVE') {
    box.moved.set(uid, /"(.*)"/.exec(line)?.[1] ?? '')
    box.mails.delete(uid)
    say(`* OK [COPYUID 1 ${uid} 1] moved`, '* 1 EXPUNGE', `${tag} OK`)
  } else if (verb === 'LOGOUT') socket.end(`* BYE\r\n${tag} OK\r\n`)
  else say(verb === 'ID' ? `${tag} OK` : `${tag} BAD unknown`)
}

/** As the standard has it: `9:*` names the last mail even where all are older. */
function searched(box: FakeBox, from: number): number[] {
  const uids = [...box.mails.keys()]
  const found = uids.filter((one) => one >= from)
  return found.length > 0 ? found.toReversed() : uids.slice(-1)
}

function fetch(socket: Socket, box: FakeBox, tag: string, uid: number, line: string): void {
  const mail = box.mails.get(uid)
  if (mail === undefined) return void socket.write(`${tag} OK nothing\r\n`)
  const most = /<0\.(\d+)>/.exec(line)?.[1]
  const arrived = box.arrived.has(uid) ? ` INTERNALDATE "${box.arrived.get(uid)}"` : ''
  if (most === undefined) return void socket.write(`* 1 FETCH (UID ${uid} RFC822.SIZE ${mail.length}${arrived})\r\n${tag} OK\r\n`)
  const part = mail.subarray(0, Number(most))
  socket.write(`* 2 FETCH (FLAGS (\\Recent) UID 999999)\r\n* 1 FETCH (UID ${uid} BODY[]<0> {${part.length}}\r\n`)
  if (box.cutsIn === uid) return void socket.end(part.subarray(0, part.length / 2))
  socket.write(part)
  socket.write(` FLAGS (\\Seen))\r\n${tag} OK\r\n`)
}
