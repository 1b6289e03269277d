/** In which form the information is wanted, and how it is to come (OGI-2019 art. 29, 40). */
export const wantedForms = ['electronic', 'paper', 'viewing'] as const
export type WantedForm = (typeof wantedForms)[number]

export const wantedWays = ['online', 'email', 'post', 'collect'] as const
export type WantedWay = (typeof wantedWays)[number]

/** A request for information, or for the correction of one's own records (OGI-2019 art. 41). */
export const wishKinds = ['information', 'correction'] as const
export type WishKind = (typeof wishKinds)[number]

/** What somebody asks for. */
export interface Wish {
  kind: WishKind
  wanted: string
  /** Name, number or another mark of a document, where the applicant knows one. */
  documentHint: string
  /** Why: never required (the purpose test ended in 2019); what is wrong, for a correction. */
  reason: string
  form: WantedForm
  way: WantedWay
  /** The things asked for, one by one; the whole text where there is only one. */
  items: readonly string[]
}

export type WishMissing =
  | 'wanted-missing'
  | 'wanted-too-short'
  | 'wanted-too-long'
  | 'hint-too-long'
  | 'reason-missing'
  | 'reason-too-long'
  | 'form-missing'
  | 'way-missing'
  | 'too-many-items'

export const longestWanted = 4000
const longestHint = 300
export const mostItems = 20
const shortestWanted = 4

/** Everything that a request must still say, or says too much of. */
export function missingInWish(wish: Wish): WishMissing[] {
  const found: WishMissing[] = []
  const length = [...wish.wanted].length
  if (length === 0) found.push('wanted-missing')
  else if (length < shortestWanted) found.push('wanted-too-short')
  if (length > longestWanted) found.push('wanted-too-long')
  if (wish.documentHint.length > longestHint) found.push('hint-too-long')
  if (wish.kind === 'correction' && wish.reason === '') found.push('reason-missing')
  if (wish.reason.length > longestWanted) found.push('reason-too-long')
  if (!wantedForms.includes(wish.form)) found.push('form-missing')
  if (!wantedWays.includes(wish.way)) found.push('way-missing')
  if (wish.items.length > mostItems) found.push('too-many-items')
  return found
}

const marked = /^\s*(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）).、．]|[-•·●])\s*/u

/**
 * The things that a text seems to ask for, one by one: numbered or bulleted lines, else clauses after a semicolon. One thing when
 * nothing parts it, or when the parts are too short to be requests of their own.
 */
export function splitMatters(text: string): string[] {
  const lines = text
    .split(/\n|(?<=[；;。])(?=\s*[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）).、．])/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const numbered = lines.filter((line) => marked.test(line)).map((line) => clean(line.replace(marked, '')))
  if (numbered.length > 1) return numbered.slice(0, mostItems)
  const clauses = text
    .split(/[；;]/u)
    .map(clean)
    .filter((clause) => clause !== '')
  return clauses.length > 1 && clauses.every((clause) => [...clause].length >= shortestWanted) ? clauses.slice(0, mostItems) : [text.trim()]
}

function clean(text: string): string {
  return text.trim().replace(/[；;。.]+$/u, '')
}
