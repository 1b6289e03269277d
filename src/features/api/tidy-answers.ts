import type { Site } from '../../platform/site.ts'
import { apiRules } from '../accounts/index.ts'
import { forgetAnswers } from './queries.ts'

/** Forgets answers whose keys are no longer kept. */
export async function tidyAnswers(site: Site): Promise<void> {
  const before = new Date(site.now().getTime() - apiRules.answers.keepHours * 3_600_000)
  await site.database.transaction((db) => forgetAnswers(db, before))
}
