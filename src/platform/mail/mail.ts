/** Whom a mail is for: kept apart, so that nothing in a name can become an address. */
export interface Recipient {
  name: string
  address: string
}

/** One mail, in plain text. */
export interface Mail {
  to: Recipient
  subject: string
  text: string
  /**
   * For a reader who wants to be told, under a pseudonym such as `follower:12`: nobody at the desk sees the address, the mail is forgotten
   * once it is sent, and with the reader.
   */
  reader?: string
  /** Where one POST ends all mails to this reader (RFC 8058). */
  unsubscribeUrl?: string
}

// Stricter than the standard: no quoted parts, no comments, no lists. What is left cannot carry a second recipient.
const form = /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,252}[\p{L}\p{N}])?$/u

/** Is this one plain mail address? */
export function isMailAddress(text: string): boolean {
  return form.test(text) && !text.includes('..') && !text.startsWith('.') && !text.includes('.@')
}

/** Throws RangeError where the address is not one address, or a name or subject holds a line break or another control character. */
export function assertMail({ to, subject, unsubscribeUrl }: Mail): void {
  if (unsubscribeUrl !== undefined && !/^https?:\/\/[!-~]+$/.test(unsubscribeUrl)) throw new RangeError('The mail has no usable way out')
  if (!isMailAddress(to.address)) throw new RangeError('The mail has no usable address')
  if (/\p{Cc}/u.test(to.name + subject)) throw new RangeError('The name or subject of the mail holds a line break')
}
