import { findCards } from './card.ts'
import { findDates } from './dates.ts'
import { findDuplicates } from './duplicates.ts'
import { findEnumerations } from './enumeration.ts'
import { unescaped } from './escape.ts'
import { type CheckFacts, type CheckName, checkNames, type Finding, type Sighting, type Weight } from './finding.ts'
import { findHeadings } from './headings.ts'
import { findIdentities } from './identity.ts'
import { findLandlines } from './landline.ts'
import { findMarkup } from './markup.ts'
import { findMobiles } from './mobile.ts'
import { findMojibake } from './mojibake.ts'
import { findNavigation } from './navigation.ts'
import { findNumbers } from './number.ts'
import { findNumbering } from './numbering.ts'
import { findOrgans } from './organs.ts'
import { findPassports } from './passport.ts'
import { findPersons } from './persons.ts'
import { findPlaceholders } from './placeholder.ts'
import { findQuotes } from './quotes.ts'
import { placeOf, type Reading, readingOf } from './reading.ts'
import type { CheckRules } from './rules.ts'
import { findSecrecy } from './secrecy.ts'
import { findSums } from './sums.ts'

type Check = (reading: Reading, facts: CheckFacts, rules: CheckRules) => Sighting[]

const checks: Record<CheckName, Check> = {
  identity: findIdentities,
  card: findCards,
  passport: findPassports,
  mobile: findMobiles,
  landline: findLandlines,
  secrecy: findSecrecy,
  organs: findOrgans,
  placeholder: findPlaceholders,
  number: findNumbers,
  mojibake: findMojibake,
  markup: findMarkup,
  quotes: findQuotes,
  navigation: findNavigation,
  headings: findHeadings,
  numbering: findNumbering,
  enumeration: findEnumerations,
  dates: findDates,
  sums: findSums,
  persons: findPersons,
  duplicates: findDuplicates,
}

/**
 * Examines a text before it is released and answers what it found, in the order of the text.
 * Pure and of a time that grows with the length of the text only. A check whose weight in the facts is `off` does not run.
 */
export function checkText(text: string, facts: CheckFacts, rules: CheckRules): Finding[] {
  const shown = unescaped(text)
  const [reading, written] = [readingOf(shown.text), readingOf(text)]
  const findings = checkNames.flatMap((name) => {
    if (facts.weights?.[name] === 'off') return []
    const sightings = checks[name](reading, facts, rules).slice(0, rules.listedAtMost)
    return sightings.map((sighting) => {
      const [start, end] = [shown.placeIn(sighting.start), shown.placeIn(sighting.end)]
      return findingOf(name, { ...sighting, start, end }, written, weightOf(name, sighting, facts, rules))
    })
  })
  return findings.sort((a, b) => a.start - b.start || a.end - b.end)
}

function findingOf(check: CheckName, sighting: Sighting, reading: Reading, weight: Weight): Finding {
  return { check, ...sighting, ...placeOf(reading, sighting.start), passage: reading.text.slice(sighting.start, sighting.end), weight }
}

function weightOf(name: CheckName, sighting: Sighting, facts: CheckFacts, rules: CheckRules): Weight {
  const own = facts.weights?.[name]
  if (own && own !== 'off') return own
  return rules.weights[`${name}.${sighting.because}`] ?? rules.weights[name] ?? 'answer'
}
