/**
 * Why a mailbox could not be read. `unreachable`: no connection. `certificate`: TLS failed. `no-tls`: the server offers none, and the
 * password is not sent in the clear. `greeting`: whoever answers is no IMAP server, or sends us away. `sign-in`: name or password refused. `folder`: no such
 * folder. `no-move`: the server cannot move mails. `refused`: it said no to something else. `timeout`: it was silent, or slow, for too
 * long. `cut`: the connection ended. `protocol`: it spoke no IMAP. `too-long`: it sent more than was asked for.
 */
export type MailboxFaultKind =
  | 'unreachable'
  | 'certificate'
  | 'no-tls'
  | 'greeting'
  | 'sign-in'
  | 'folder'
  | 'no-move'
  | 'refused'
  | 'timeout'
  | 'cut'
  | 'protocol'
  | 'too-long'

/** Carries no secret: neither what was sent nor, where the server repeats it, the password. */
export class MailboxFault extends Error {
  override name = 'MailboxFault'
  readonly kind: MailboxFaultKind

  constructor(kind: MailboxFaultKind, message: string) {
    super(message)
    this.kind = kind
  }
}
