import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import type { Site } from '../../../platform/site.ts'
import type { StoredApplication } from '../cases/application.ts'
import { changeCase, type CaseAt, type CaseRefusal } from '../cases/change-case.ts'
import { findRating, insertRating } from './queries.ts'
import { missingInRating, type Rating, type RatingMissing } from './rating.ts'

/** Takes, once, how the applicant found the handling of a case that has ended. The words stay beside the case; the event says only that it was rated. */
export async function rateHandling(
  site: Site,
  at: CaseAt,
  rating: Rating,
): Promise<Outcome<StoredApplication, RatingMissing | CaseRefusal>> {
  return changeCase<RatingMissing>(site, 'applicant', at, async (db, { application }) => {
    const isRated = (await findRating(db, application.id)) !== undefined
    const missing = missingInRating(rating, { isEnded: application.endedOn !== undefined, isRated })
    if (missing.length > 0) return refused(...missing)
    await insertRating(db, application.id, rating, site.now())
    return done({ act: 'applications.rate', events: [{ kind: 'rated', on: site.today(), fields: { grade: rating.grade } }] })
  })
}
