import { indexTokens } from './tokens.ts'

/** What a document is found by. `numbers` are document and index numbers. */
export interface SearchFields {
  title: string
  summary: string
  keywords: string
  body: string
  numbers: string[]
}

/**
 * The text of a `tsvector` for `$1::tsvector`: the title weighs A, keywords B, the summary C, numbers D, each with one position;
 * the body has none, which keeps the vector small. Numbers weigh little: the letters in front of one only say who wrote it. A token stands once, with its greatest weight. Of a body too long for a
 * vector the beginning counts.
 */
export function searchVector(fields: SearchFields): string {
  const weights = new Map<string, string>()
  const weigh = (text: string, weight: string) => {
    for (const token of indexTokens(text)) if (!weights.has(token)) weights.set(token, weight)
  }
  weigh(fields.title, ':1A')
  weigh(fields.keywords, ':1B')
  weigh(fields.summary, ':1C')
  weigh(fields.numbers.join('\n'), ':1')
  weigh(fields.body, '')
  return written(weights)
}

/** PostgreSQL refuses a vector of more than 1 MB; positions and alignment take up to 8 bytes a token. */
const largestVectorBytes = 1_000_000

function written(weights: Map<string, string>): string {
  const parts: string[] = []
  let sizeBytes = 0
  for (const [token, weight] of weights) {
    sizeBytes += Buffer.byteLength(token) + 8
    if (sizeBytes > largestVectorBytes) break
    parts.push(quoted(token) + weight)
  }
  return parts.join(' ')
}

/** A lexeme as it is written in the text of a `tsvector` or `tsquery`. */
export function quoted(token: string): string {
  return `'${token.replace(/['\\]/gu, '$&$&')}'`
}
