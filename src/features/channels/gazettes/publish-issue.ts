import { NotFound } from '../../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { listKnown } from '../../publishing/index.ts'
import { lockCarrier } from '../carriers/queries.ts'
import { postIn, type Poster } from '../postings/post-documents.ts'
import type { PostingRefusal } from '../postings/posting.ts'
import { issueContent, issueSubject } from '../subject.ts'
import { issueKey, publishRefusals, type Issue, type IssueRefusal } from './issue.ts'
import { lockIssue, saveIssue } from './queries.ts'

/**
 * Publishes an issue: from here on it is not changed, the texts that stand in it are those of today, and each of its documents counts
 * as published in the gazette.
 */
export async function publishIssue(
  site: Site,
  poster: Poster,
  id: number,
  version: number,
): Promise<Outcome<Issue, IssueRefusal | PostingRefusal>> {
  return site.database.transaction(async (db) => {
    const issue = await lockIssue(db, id)
    const carrier = issue && (await lockCarrier(db, issue.carrierId))
    if (issue === undefined || carrier === undefined) throw new NotFound(issueSubject(id))
    const refusals = publishRefusals(issue, site.today())
    if (issue.version !== version) refusals.push('edited-meanwhile')
    if (refusals.length > 0) return refused<IssueRefusal | PostingRefusal>(...refusals)
    const documentIds = issue.items.map((item) => item.documentId)
    const known = await listKnown(db, documentIds)
    const form = { postedAt: site.now(), issue: issueKey(issue), page: '', note: '', earlyReason: '', isOpenProof: false, once: '' }
    const posted = await postIn(site, db, poster, carrier, { ...form, documentIds })
    if (!posted.ok) return refused<IssueRefusal | PostingRefusal>(...posted.refusals)
    const items = issue.items.map((item) => ({ ...item, version: known.get(item.documentId)?.publishedVersion }))
    const saved = await saveIssue(db, { ...issue, items, publishedAt: site.now() })
    await record(db, {
      at: site.now(),
      actor: poster.personId === undefined ? 'system' : `person:${poster.personId}`,
      act: 'channels.publish',
      subject: issueSubject(id),
      unitId: carrier.unitId,
      content: issueContent(saved),
    })
    return done(saved)
  })
}
