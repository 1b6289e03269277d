import type { UnitKind } from '../../organisations/index.ts'

/** The kinds of units that a round can ask, from the top of the tree down. */
export const unitKinds: readonly UnitKind[] = [
  ...(['province', 'city', 'county', 'department', 'town', 'institution', 'enterprise', 'section', 'village'] as const),
]
