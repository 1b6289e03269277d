import type { Counter } from '../cases/queries-counters.ts'

/** How the record names that a unit takes applications. */
export function openingSubject(unitId: number): string {
  return `applications.opening:${unitId}`
}

/** What the record fingerprints of it: since when, and the unit's own promise. */
export function openingContent({ unitId, promiseDays, sinceOn }: Pick<Counter, 'unitId' | 'promiseDays' | 'sinceOn'>) {
  return { unitId, promiseDays: promiseDays ?? null, sinceOn }
}

export type PromiseWrong = 'promise-wrong' | 'promise-not-shorter'

/**
 * What is wrong with a promise as it was typed; none is none. A promise is a whole number of working days and asks more of the unit than
 * the statute, whose term is `statuteDays`.
 */
export function wrongInPromise(typed: string, statuteDays: number): PromiseWrong[] {
  if (typed === '') return []
  if (!/^[1-9]\d{0,2}$/.test(typed)) return ['promise-wrong']
  return Number(typed) < statuteDays ? [] : ['promise-not-shorter']
}
