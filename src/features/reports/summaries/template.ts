/** A sentence that the records say: each number in it by the figure from which it comes, or the place of the unit among its peers. */
export interface TemplateFact {
  say: string
  figures?: Record<string, string> | undefined
  /** The figure by which the unit is ranked. */
  ranked?: string | undefined
  /** Left out while this number is zero, or while all of them are (`any` is told as soon as one is not). */
  unlessZero?: string | undefined
}

/** A heading of the work summary. Under it records say what they know, and people write what they think. */
export interface Heading {
  code: string
  nameZh: string
  nameEn: string
  askZh: string
  askEn: string
  facts: TemplateFact[]
  /** The problems that the records show are told here. */
  isProblems?: true | undefined
  /** Nothing is filed while nobody said anything here. */
  isRequired?: true | undefined
}

/**
 * When records show a problem. `share`: a part is at least such a share of its whole; `missing`: the whole is larger than the part;
 * `uneven`: one unit has at least such a share of what several have together. Below `fewest` of the whole nothing is proposed.
 */
export type ProblemRule =
  | { code: string; kind: 'share'; part: string; whole: string; atLeast: number; fewest: number }
  | { code: string; kind: 'missing'; part: string; whole: string; fewest: number }
  | { code: string; kind: 'uneven'; of: string; atLeast: number; fewest: number; fewestUnits: number }

/** The work summary as a pack lays it down. */
export interface Template {
  headings: Heading[]
  problems: ProblemRule[]
  /** Who has fewer records has no place in a ranking. */
  fewestRanked: number
}

/** Every figure that a summary tells or judges, each once. */
export function figuresIn({ headings, problems }: Template): string[] {
  const told = headings.flatMap(({ facts }) => facts.flatMap((fact) => [...Object.values(fact.figures ?? {}), fact.ranked ?? '']))
  const judged = problems.flatMap((rule) => (rule.kind === 'uneven' ? [rule.of] : [rule.part, rule.whole]))
  return [...new Set([...told, ...judged])].filter((code) => code !== '')
}
