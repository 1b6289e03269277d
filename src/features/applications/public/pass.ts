/** What lets somebody see their own case for a while, without the code: which case, and until when. */
export interface Pass {
  ref: string
  until: Date
}

/** The name of the cookie that carries a pass. */
export const passCookie = 'gongkai_case'

/** A pass as text, without the mark that makes it genuine. */
export function writePass({ ref, until }: Pass): string {
  return `${ref}.${until.getTime()}`
}

/** The pass and the mark in a text; undefined for anything else. It is worth nothing before the mark was compared. */
export function readPass(text: string): { pass: Pass; mark: string } | undefined {
  const [, ref, until, mark] = /^([0-9a-f-]{36})\.(\d{1,15})\.([0-9a-f]{64})$/.exec(text) ?? []
  if (ref === undefined || until === undefined || mark === undefined) return undefined
  return { pass: { ref, until: new Date(Number(until)) }, mark }
}
