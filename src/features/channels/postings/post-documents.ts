import { dayOf } from '../../../kernel/day.ts'
import { NotFound } from '../../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import type { Db } from '../../../platform/database/index.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { listKnown, type KnownRelease } from '../../publishing/index.ts'
import type { Carrier } from '../carriers/carrier.ts'
import { lockCarrier } from '../carriers/queries.ts'
import { kindOf } from '../load-kinds.ts'
import { carrierSubject, postingContent, postingSubject } from '../subject.ts'
import { postingRefusals, type Posting, type PostingAsk, type PostingRefusal } from './posting.ts'
import { insertPosting, listByForm, listPostings } from './queries.ts'

/** What was put up on a carrier, and how that is proved. */
export interface PostingForm extends Omit<PostingAsk, 'hasProof'> {
  documentIds: readonly number[]
  proof?: { sha256: string; type: string }
  isOpenProof: boolean
  /** A second sending of the same form gives what the first one recorded. */
  once: string
}

/** Who records it; nobody where the program does. */
export interface Poster {
  personId?: number
}

/** Records that documents were put up on a carrier: one posting for each, all or none. */
export async function postDocuments(
  site: Site,
  poster: Poster,
  carrierId: number,
  form: PostingForm,
): Promise<Outcome<Posting[], PostingRefusal>> {
  return site.database.transaction(async (db) => {
    const carrier = await lockCarrier(db, carrierId)
    if (carrier === undefined) throw new NotFound(carrierSubject(carrierId))
    const before = await listByForm(db, carrierId, form.once)
    if (before.length > 0) return done(before)
    return postIn(site, db, poster, carrier, form)
  })
}

/** The same inside another act's transaction: a gazette that is published posts what stands in it. */
export async function postIn(
  site: Site,
  db: Db,
  poster: Poster,
  carrier: Carrier,
  form: PostingForm,
): Promise<Outcome<Posting[], PostingRefusal>> {
  const known = await listKnown(db, form.documentIds)
  const documents = [...new Set(form.documentIds)].map((id) => known.get(id) ?? { id, isPublic: false })
  const hanging = await listPostings(db, { carrierIds: [carrier.id], documentIds: form.documentIds, isHanging: true, limit: 1000 })
  const postedOn = form.postedAt && dayOf(form.postedAt)
  const refusals = postingRefusals(
    { ...form, hasProof: form.proof !== undefined },
    { carrier, kind: kindOf(carrier.kind), postedOn },
    documents,
    hanging.filter((one) => one.issue === '').map((one) => one.documentId),
    { at: site.now(), today: site.today() },
  )
  const { postedAt } = form
  if (refusals.length > 0 || postedAt === undefined) return refused(...refusals)
  const postings: Posting[] = []
  for (const document of known.values()) postings.push(await save(site, db, poster, carrier, { ...form, postedAt }, document))
  return done(postings)
}

async function save(
  site: Site,
  db: Db,
  { personId }: Poster,
  carrier: Carrier,
  form: PostingForm & { postedAt: Date },
  document: KnownRelease,
): Promise<Posting> {
  const { postedAt, issue, page, note, proof, once } = form
  const posting = await insertPosting(db, {
    ...{ carrierId: carrier.id, documentId: document.id, version: document.publishedVersion, postedAt, issue, page, note },
    earlyReason: postedAt < document.publishedAt ? form.earlyReason : '',
    proof: proof?.sha256 ?? '',
    proofType: proof?.type ?? '',
    isOpenProof: form.isOpenProof && proof?.type.startsWith('image/') === true,
    postedBy: personId,
    recordedAt: site.now(),
    formKey: once,
  })
  await record(db, {
    at: site.now(),
    actor: personId === undefined ? 'system' : `person:${personId}`,
    act: 'channels.post',
    subject: postingSubject(posting.id),
    unitId: carrier.unitId,
    content: postingContent(posting),
    reason: posting.earlyReason,
  })
  return posting
}
