/** Failed tries under one name. It slows whoever fails and never shuts anybody out. */
export interface Brake {
  failures: number
  failedAt: Date
}

/** `free` failures cost nothing; the next ones 1, 2, 4 … seconds, never more than `longestSeconds`; all is forgotten after a pause. */
export interface BrakeRules {
  free: number
  longestSeconds: number
  forgetMinutes: number
}

/** Seconds until the next try is looked at; 0: now. A try during the wait is not looked at and does not lengthen it. */
export function secondsToWait(brake: Brake | undefined, now: Date, rules: BrakeRules): number {
  if (brake === undefined || isForgotten(brake, now, rules)) return 0
  const owed = pauseAfter(brake.failures, rules)
  // Of two tries at once the earlier may find the later one booked already: where nothing is owed, nobody waits.
  if (owed === 0) return 0
  const passed = (now.getTime() - brake.failedAt.getTime()) / 1000
  return Math.max(0, Math.ceil(owed - passed))
}

/** The brake after one more failure. */
export function afterFailure(brake: Brake | undefined, now: Date, rules: BrakeRules): Brake {
  const before = brake === undefined || isForgotten(brake, now, rules) ? 0 : brake.failures
  return { failures: Math.min(before + 1, mostFailures), failedAt: now }
}

/**
 * The brakes that a try meets. Somebody on a device that signed in before meets only the brake of that device, so that nobody
 * elsewhere can slow them; everybody else meets the brake of the account and that of the network address.
 */
export function lanes(names: {
  account: string
  address: string
  device?: string
}): { name: string; kind: 'account' | 'address' | 'device' }[] {
  if (names.device !== undefined) return [{ name: `device:${names.device}`, kind: 'device' }]
  return [
    { name: `account:${names.account}`, kind: 'account' },
    { name: `address:${names.address}`, kind: 'address' },
  ]
}

const mostFailures = 1_000_000

function pauseAfter(failures: number, rules: BrakeRules): number {
  return failures <= rules.free ? 0 : Math.min(rules.longestSeconds, 2 ** Math.min(failures - rules.free - 1, 30))
}

function isForgotten(brake: Brake, now: Date, rules: BrakeRules): boolean {
  return now.getTime() - brake.failedAt.getTime() >= rules.forgetMinutes * 60_000
}
