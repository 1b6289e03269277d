import { done, refused, type Outcome } from '../../kernel/outcome.ts'

/** Where the mails of a unit lie, and how to get at them. Holds a password: sealed where it is stored, never logged. */
export interface InboxAddress {
  host: string
  port: number
  /** TLS from the first byte (`imaps`); else TLS is begun by STARTTLS, and only a loopback host may do without. */
  isTls: boolean
  user: string
  password: string
  folder: string
  /** Folder into which mails are moved once they are kept. Without it they are marked as read and stay. */
  moveTo?: string
}

/**
 * What is wrong with the address of a mailbox. `form`: no address at all, or spaces in it. `scheme`: neither `imaps` nor `imap`. `user`, `password`,
 * `host`: missing or unusable. `port`: not from 1 to 65535. `folder`, `move`: no name of a folder, or both the same.
 * `option`: something after `?` that is not known.
 */
export type AddressFault = 'form' | 'scheme' | 'user' | 'password' | 'host' | 'port' | 'folder' | 'move' | 'option'

/**
 * Reads `imaps://user:password@host:port/INBOX?move=Done`. User, password and folders are percent-encoded where they hold `:`, `/`, `@`,
 * `?`, `#`, `%` or a space, so an address as a user name is written `box%40example.gov.cn`. The port may be left out (993, or 143 for
 * `imap`), the folder too (INBOX). Refused with every fault at once.
 */
export function readInboxAddress(text: string): Outcome<InboxAddress, AddressFault> {
  const [, scheme = '', rest = ''] = /^([a-z]+):\/\/(\S+)$/iu.exec(text.trim()) ?? []
  if (rest === '') return refused('form')
  const isTls = scheme.toLowerCase() === 'imaps'
  const [where, options] = [cut(rest, '?')[0], optionsOf(cut(rest, '?')[1] ?? '')]
  const [names, place] = where.includes('@')
    ? [where.slice(0, where.lastIndexOf('@')), where.slice(where.lastIndexOf('@') + 1)]
    : ['', where]
  const [user, password] = cut(names, ':').map((part) => decoded(part))
  const { host, port } = placeOf(cut(place, '/')[0], isTls ? 993 : 143)
  const folder = decoded(cut(place, '/')[1] || 'INBOX')
  const moveTo = options.get('move')
  const faults: AddressFault[] = []
  if (!isTls && scheme.toLowerCase() !== 'imap') faults.push('scheme')
  if (!isPlain(user)) faults.push('user')
  if (!isPlain(password)) faults.push('password')
  if (host === undefined) faults.push('host')
  if (port === undefined) faults.push('port')
  if (!isPlain(folder)) faults.push('folder')
  if (options.has('move') && (!isPlain(moveTo) || moveTo === folder)) faults.push('move')
  if ([...options.keys()].some((name) => name !== 'move')) faults.push('option')
  if (faults.length > 0 || host === undefined || port === undefined) return refused(...faults)
  const address = { host, port, isTls, user: user ?? '', password: password ?? '', folder: folder ?? '' }
  return done({ ...address, ...(moveTo === undefined ? {} : { moveTo }) })
}

/** Is the host this machine itself? Names other than `localhost` are not asked for: they may lead elsewhere tomorrow. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/u.test(host)
}

function placeOf(place: string, usualPort: number): { host?: string; port?: number } {
  const [, six, name = '', port = String(usualPort)] = /^(?:\[([0-9a-f:.]+)\]|([^:[\]]*))(?::(.*))?$/iu.exec(place) ?? []
  const isName = /^[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,251}[\p{L}\p{N}])?$/u.test(name)
  const isPort = /^\d{1,5}$/u.test(port) && Number(port) >= 1 && Number(port) <= 65535
  return { host: six ?? (isName ? name.toLowerCase() : undefined), port: isPort ? Number(port) : undefined }
}

/** What stands before the first mark, and what behind it. */
function cut(text: string, mark: string): [string, string?] {
  const at = text.indexOf(mark)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}

function optionsOf(text: string): Map<string, string | undefined> {
  const pairs = text.split('&').filter(Boolean)
  return new Map(pairs.map((pair) => [cut(pair, '=')[0], decoded(cut(pair, '=')[1])]))
}

function decoded(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** Something, on one line: a line break would be a command of its own to the server. */
function isPlain(text: string | undefined): boolean {
  return text !== undefined && text !== '' && text.length <= 500 && !/\p{Cc}/u.test(text)
}
