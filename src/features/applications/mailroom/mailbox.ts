import { maskEmail, maskName } from '../../../kernel/mask.ts'

/** What is known of a unit's mailbox without opening its seal, and how far it was read. Empty where none was ever set. */
export interface MailboxState {
  /** A keyed hash of its address: the position belongs to this mailbox alone. '' once it was taken away. */
  hash?: string
  /** Host, folder and masked user, for people. */
  shown?: string
  position?: { uidValidity: number; lastUid: number }
  /** When it was last looked into, an instant. */
  collectedAt?: string
  /** Mails that could not be fetched or kept then, and come again. */
  failures?: number
  /** Why it could not be read to its end then: a `MailboxFaultKind`, or `broken` for whatever is wrong on our side. */
  fault?: string
}

/** The address of a mailbox as people may see it: never its password, and of its user only a masked form. */
export function shownMailbox({ host, folder, user }: { host: string; folder: string; user: string }): string {
  return `${user.includes('@') ? maskEmail(user) : maskName(user)} · ${host} · ${folder}`
}

/** How the record names a unit's counter. */
export function counterSubject(unitId: number): string {
  return `applications.counter:${unitId}`
}

/** What the seal of a unit's mailbox is bound to. */
export function aboutMailbox(unitId: number): string {
  return `applications.counter:${unitId}`
}

/** What the record fingerprints of a counter: which mailbox it has. Not how far that was read. */
export function counterContent(unitId: number, state: MailboxState): Record<string, unknown> {
  return { unitId, mailbox: state.hash ?? '', shown: state.shown ?? '' }
}
