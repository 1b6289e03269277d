import type { Outcome } from '../../../kernel/outcome.ts'
import { covers, reach } from '../../../kernel/policy.ts'
import type { Site } from '../../../platform/site.ts'
import { listUnits } from '../../organisations/index.ts'
import type { Officer } from '../../publishing/index.ts'
import { figureOf } from '../figures/all-figures.ts'
import { periodFrom } from '../figures/period.ts'
import { enterFigure } from './enter-figure.ts'
import type { Entry, EntryRefusal, TypedEntry } from './entry.ts'

/** A number of the account as it was sent, with unit, figure and period by their codes. */
export interface SentNumber extends TypedEntry {
  unit: string
  figure: string
  period: string
  isAtLeast: boolean
}

/** Enters a number of the account that no record shows, for a unit in the officer's reach. What is counted is not entered. */
export async function enterNumber(site: Site, officer: Officer, sent: SentNumber): Promise<Outcome<Entry, EntryRefusal>> {
  const paths = reach('figures.enter', officer.posts)
  const unit = (await listUnits(site.database.read)).find(({ code, path }) => code === sent.unit && paths.some((one) => covers(one, path)))
  const figure = figureOf(sent.figure)
  return enterFigure(site, officer, {
    ...{ unitId: unit?.id, figure: figure?.facts === undefined ? figure?.code : undefined, span: periodFrom(sent.period) },
    ...{ value: sent.value, evidence: sent.evidence, isAtLeast: sent.isAtLeast, decimals: figure?.decimals ?? 0 },
  })
}
