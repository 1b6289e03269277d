import { createHash, createHmac, randomBytes } from 'node:crypto'
import { isIPv6 } from 'node:net'

/** The name of an account's brake: the same work for a login that nobody has. */
export function nameOfAccount(login: string): string {
  return createHash('sha256').update(login).digest('hex')
}

/**
 * The name of a network address's brake, under a key that lives as long as the process: addresses can be guessed, so a plain hash of
 * one would give it away. Of an IPv6 address only the network counts, because a caller has all of it.
 */
export function nameOfAddress(address: string): string {
  return createHmac('sha256', key).update(networkOf(address)).digest('hex')
}

const key = randomBytes(32)

function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  if (!isIPv6(address)) return address
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::')
  const front = head === '' ? [] : head.split(':')
  const back = tail === undefined || tail === '' ? [] : tail.split(':')
  const gap = tail === undefined ? [] : Array.from({ length: 8 - front.length - back.length }, () => '0')
  return [...front, ...gap, ...back]
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(':')
}
