/** Time-based one-time codes (RFC 6238). */
export interface CodeRules {
  digits: number
  periodSeconds: number
  /** Steps before and after the present one that are accepted, for clocks that differ. */
  windowSteps: number
}

/** The code that was typed, without the blanks that people put in; undefined when it cannot be one. */
export function readCode(text: string, rules: CodeRules): string | undefined {
  const code = text.normalize('NFKC').replace(/[\s-]/g, '')
  return /^\d+$/.test(code) && code.length === rules.digits ? code : undefined
}

/** A code works once: its counter must be later than the last accepted one (RFC 6238 5.2). */
export function isUnused(counter: number, lastAccepted: number): boolean {
  return counter > lastAccepted
}

/** A secret as people copy it by hand: in groups of four. */
export function inGroups(secret: string): string {
  return (secret.match(/.{1,4}/g) ?? []).join(' ')
}
