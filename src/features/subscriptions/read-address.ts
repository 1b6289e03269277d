import { isMailAddress } from '../../platform/mail/index.ts'

/** One plain address, its domain in small letters; undefined for anything else, also for one that smuggles in a second line. */
export function readAddress(typed: string): string | undefined {
  const address = typed.replace(/^[ \t]+|[ \t]+$/g, '')
  if (!isMailAddress(address)) return undefined
  const at = address.lastIndexOf('@')
  return `${address.slice(0, at)}${address.slice(at).toLowerCase()}`
}
