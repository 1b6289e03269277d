/** How an applicant found the handling. */
export const grades = ['satisfied', 'rather', 'not'] as const
export type Grade = (typeof grades)[number]

export interface Rating {
  grade: Grade
  words: string
}

export type RatingMissing = 'grade-missing' | 'words-too-long' | 'not-ended' | 'rated-before'

const longestWords = 1000

/** Everything that keeps a rating from being taken: only a case that has ended is rated, and only once. */
export function missingInRating(rating: Rating, situation: { isEnded: boolean; isRated: boolean }): RatingMissing[] {
  return [
    ...(grades.includes(rating.grade) ? [] : (['grade-missing'] as const)),
    ...(rating.words.length > longestWords ? (['words-too-long'] as const) : []),
    ...(situation.isEnded ? [] : (['not-ended'] as const)),
    ...(situation.isRated ? (['rated-before'] as const) : []),
  ]
}
