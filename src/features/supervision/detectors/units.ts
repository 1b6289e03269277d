import { addDays } from '../../../kernel/day.ts'
import type { DetectorName, Shortfall } from './shortfall.ts'
import type { Thresholds } from './threshold.ts'
import type { SeenUnit, View } from './view.ts'

/** Units whose profile lacks what the Regulations want known of them. */
export function findIncompleteProfiles(view: View, { profileFields }: Thresholds): Shortfall[] {
  return view.units.flatMap((unit) => lacking('profile-incomplete', unit, profileFields))
}

/** Units whose page of the guide lacks what the Regulations want in it: where, when and how the working body is reached. */
export function findIncompleteGuides(view: View, { guideFields }: Thresholds): Shortfall[] {
  return view.units.flatMap((unit) => lacking('guide-incomplete', unit, guideFields))
}

/** Units whose profile and guide are older than the last change of the organisation. */
export function findOutdated(view: View): Shortfall[] {
  return view.units.flatMap(({ id, profileOn, outdatedOn }) =>
    outdatedOn === undefined
      ? []
      : [
          {
            detector: 'profile-outdated',
            subject: `unit:${id}`,
            unitId: id,
            sinceOn: addDays(outdatedOn, 1),
            seen: { changed: outdatedOn, profile: profileOn },
          },
        ],
  )
}

function lacking(detector: DetectorName, unit: SeenUnit, wanted: readonly string[]): Shortfall[] {
  const missing = wanted.filter((field) => unit.missing.includes(field))
  if (missing.length === 0) return []
  return [{ detector, subject: `unit:${unit.id}`, unitId: unit.id, sinceOn: unit.profileOn, seen: { fields: missing.join(',') } }]
}
