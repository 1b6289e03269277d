import type { Chance } from './chance.ts'
import type { DemoApplications, DemoCase, DemoStep } from './read-applications.ts'

/** The hands of a reply, each with its role, and how many working days before the sending they are put to it. */
const hands = [
  { do: 'decide', by: 'information-officer', before: 2 },
  { do: 'write', by: 'information-officer', before: 2 },
  { do: 'submit', by: 'information-officer', before: 2 },
  { do: 'approve', by: 'reviewer', before: 0 },
  { do: 'clear', by: 'secrecy-reviewer', before: 0 },
  { do: 'sign', by: 'signer', before: 0 },
  { do: 'send', by: 'information-officer', before: 0 },
] as const

/** Every how many answered cases one is rated. */
const rated = 7

/** Within so many working days after the reply people rate it; what follows otherwise comes after. */
const lastDays = 4

/** Everything that happens in a case: its script with the hands of the reply, what follows the reply, and sometimes a rating. */
export function stepsOf(pack: DemoApplications, chance: Chance, told: DemoCase): DemoStep[] {
  const script = pack.scripts[told.script]
  if (script === undefined) throw new Error(`the demo city: no script ${told.script}`)
  const steps = script.flatMap((step, at) => (step.do === 'reply' ? handsOf(step.on, script[at - 1]?.on ?? 0) : [step]))
  const last = steps.findIndex((step) => step.do === told.until)
  if (last >= 0) return steps.slice(0, last + 1)
  const end = steps.at(-1)?.on ?? 0
  const after = told.then === undefined ? [] : (pack.challenges[told.then] ?? [])
  const isRated = steps.at(-1)?.do === 'send' && chance.below(rated) === 0
  return [
    ...steps,
    ...(isRated ? [{ on: end + 1 + chance.below(lastDays), do: 'rate' }] : []),
    ...after.map((step) => ({ ...step, on: end + step.on + (isRated ? lastDays : 0) })),
  ]
}

function handsOf(sentOn: number, notBefore: number): DemoStep[] {
  return hands.map(({ do: name, by, before }) => ({ do: name, by, on: Math.max(notBefore, sentOn - before, 0) }))
}
