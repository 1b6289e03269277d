import type { Site } from '../../../platform/site.ts'
import { isPublic } from '../document.ts'
import { findDocument } from '../queries.ts'
import { publishedText } from '../read-document.ts'
import { normaliseAddress } from './address.ts'
import { findByOldAddress } from './queries.ts'

/**
 * Where a page of the older site stands now, as a path of this site; undefined when nothing public came from that address. It always
 * leads to a document's own page, never out and never to another redirect of this kind.
 */
export async function findMoved(site: Site, url: string): Promise<string | undefined> {
  const address = normaliseAddress(url)
  const page = address === undefined ? undefined : await findByOldAddress(site.database.read, address)
  const document = page && (await findDocument(site.database.read, page.documentId))
  if (document === undefined) return undefined
  const text = await publishedText(site.database.read, document)
  if (text === undefined || !isPublic({ standing: document.standing, audience: text.audience })) return undefined
  return `/documents/${document.indexNumber.split('/').map(encodeURIComponent).join('/')}`
}
