/** A sign-in that lasts. Only the hash of its token is known here. */
export interface Session {
  id: number
  personId: number
  /** Goes into every form of this session. */
  formToken: string
  startedAt: Date
  seenAt: Date
  /** When the password was last given. */
  freshAt: Date
  endedAt?: Date
  /** What the browser calls itself, for the owner's own list. */
  agent: string
}

export interface SessionRules {
  idleMinutes: number
  wholeHours: number
  freshMinutes: number
  /** How often the last use is written down. */
  seenEverySeconds: number
}

/** Why a session no longer counts: it was ended, unused for too long, or is too old; undefined while it counts. */
export function endOf(session: Session, now: Date, rules: SessionRules): 'ended' | 'idle' | 'old' | undefined {
  if (session.endedAt !== undefined) return 'ended'
  if (msBetween(session.startedAt, now) >= rules.wholeHours * hourMs) return 'old'
  if (msBetween(session.seenAt, now) >= rules.idleMinutes * minuteMs) return 'idle'
  return undefined
}

/** Was the password given lately enough for a dangerous act? */
export function isFresh(session: Session, now: Date, rules: SessionRules): boolean {
  return msBetween(session.freshAt, now) < rules.freshMinutes * minuteMs
}

/** Must the last use be written down again? Not at every request: that would be a write for every page read. */
export function isSeenLongAgo(session: Session, now: Date, rules: SessionRules): boolean {
  return msBetween(session.seenAt, now) >= rules.seenEverySeconds * 1000
}

const minuteMs = 60_000
const hourMs = 3_600_000

function msBetween(from: Date, to: Date): number {
  return to.getTime() - from.getTime()
}
