import { findEmpty, findStale } from './columns.ts'
import { findDeadLinks, findForwarded, findUnasked, findWrongDates } from './documents.ts'
import { findIntermittent, findUneven } from './rhythm.ts'
import type { Shortfall } from './shortfall.ts'
import { findMissed } from './tasks.ts'
import type { Thresholds } from './threshold.ts'
import { findIncompleteGuides, findIncompleteProfiles, findOutdated } from './units.ts'
import type { View } from './view.ts'
import { findColumnsVeto, findMissingColumns, findStaleColumns, findStaleHome } from './website.ts'

/** Runs every detector over the city as it is today. */
export function detect(view: View, thresholds: Thresholds): Shortfall[] {
  return [
    findMissed(view),
    findEmpty(view, thresholds),
    findStale(view, thresholds),
    findUnasked(view),
    findForwarded(view),
    findIntermittent(view, thresholds),
    findUneven(view, thresholds),
    findIncompleteProfiles(view, thresholds),
    findIncompleteGuides(view, thresholds),
    findOutdated(view),
    findStaleHome(view, thresholds),
    findStaleColumns(view, thresholds),
    findMissingColumns(view, thresholds),
    findColumnsVeto(view, thresholds),
    findWrongDates(view),
    findDeadLinks(view),
  ].flat()
}
