import type { Db } from '../../platform/database/index.ts'
import { searchVector } from '../../platform/search/vector.ts'
import { plainText } from '../../platform/text/markdown.ts'
import { listPublicTexts, searchedCharacters } from './files/queries-reading.ts'
import { matchVector } from './queries-history.ts'
import { findDocument } from './queries.ts'
import { publishedText } from './read-document.ts'

/** Which of these questions (as texts of a tsquery) the last public text of a document answers, also when it is not found any more. */
export async function matchWords(db: Db, documentId: number, queries: readonly string[]): Promise<boolean[]> {
  const document = queries.length === 0 ? undefined : await findDocument(db, documentId)
  const version = document && (await publishedText(db, document))
  if (document === undefined || version === undefined) return queries.map(() => false)
  const { title, summary, keywords, body, documentNumber } = version
  const numbers = [document.indexNumber, documentNumber]
  const texts = [plainText(body), ...(await listPublicTexts(db, documentId, searchedCharacters))]
  return matchVector(db, searchVector({ title, summary, keywords: keywords.join(' '), body: texts.join('\n'), numbers }), queries)
}
