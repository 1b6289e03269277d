/** What a decision answers: the thing as it is now, or every reason why not. */
export type Outcome<Value, Refusal> = { ok: true; value: Value } | { ok: false; refusals: Refusal[] }

/** The decision was made; `value` is the thing after it. */
export function done<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value }
}

/** The decision was refused; every reason is named, never only the first. */
export function refused<Refusal>(...refusals: Refusal[]): { ok: false; refusals: Refusal[] } {
  return { ok: false, refusals }
}
