import { randomUUID } from 'node:crypto'
import { isDay } from '../../../kernel/day.ts'
import { NotFound } from '../../../kernel/faults.ts'
import { field, fields, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { href } from '../../../ui/reader.ts'
import { findPeople } from '../../accounts/index.ts'
import { findUnit } from '../../organisations/index.ts'
import { findByIndexNumber, listKnown } from '../../publishing/index.ts'
import { findCarrier } from '../carriers/queries.ts'
import { kindOf } from '../load-kinds.ts'
import { postingErrors, takeDownErrors } from '../pages/form-errors.ts'
import { PostPage, type Offered, type PostTyped } from '../pages/post-page.tsx'
import { PostingPage } from '../pages/posting-page.tsx'
import { askedCarrier, idFrom, pathOfCarrier, posterOf } from '../routes-asked.ts'
import { keepProof, readProof, sealProof, unsealProof, type KeptProof } from './keep-proof.ts'
import { postDocuments } from './post-documents.ts'
import { instantOf, timeOf, type Posting } from './posting.ts'
import { findPosting } from './queries.ts'
import { readDue, readPosted } from './read-hanging.ts'
import { takeDown } from './take-down.ts'

/** What was put up, recorded at the desk or in front of the wall, and taken down again. */
export const postingRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/channels/:code/post', policy: 'channels.keep', about: pathOfCarrier, answer: showForm },
  {
    method: 'POST',
    path: '/desk/channels/:code/post',
    policy: 'channels.keep',
    about: pathOfCarrier,
    answer: save,
    takesFiles: true,
    bodyLimit: 25 * 1024 * 1024,
  },
  { method: 'GET', path: '/desk/postings/:id', policy: 'channels.read', about: pathOfPosting, answer: (ask) => show(ask, '', []) },
  { method: 'GET', path: '/desk/postings/:id/proof', policy: 'channels.read', about: pathOfPosting, answer: giveProof },
  { method: 'POST', path: '/desk/postings/:id/take-down', policy: 'channels.keep', about: pathOfPosting, answer: saveTakeDown },
]

/** For the edge: the path of the unit on whose carrier something hangs. */
async function pathOfPosting(ask: Ask): Promise<string | undefined> {
  const posting = await askedPosting(ask)
  const db = ask.site.database.read
  const carrier = posting && (await findCarrier(db, posting.carrierId))
  return carrier && (await findUnit(db, carrier.unitId))?.path
}

async function askedPosting(ask: Ask): Promise<Posting | undefined> {
  const id = idFrom(ask.params['id'])
  return id === undefined ? undefined : findPosting(ask.site.database.read, id)
}

async function showForm(ask: Ask): Promise<Answer> {
  const now = ask.site.now()
  const blank: PostTyped = {
    ...{ documents: [], other: '', on: ask.reader.today, time: timeOf(now), issue: '', page: '', note: '', earlyReason: '' },
    isOpenProof: false,
  }
  return drawForm(ask, blank, '', [], 200)
}

/** A link from a sheet names its document: then only that one is offered, and it is ticked. */
async function drawForm(ask: Ask, typed: PostTyped, sealed: string, errors: FieldError[], status: number): Promise<Answer> {
  const { site, reader, query } = ask
  const { carrier, unit } = await askedCarrier(ask)
  const named = await namedDocument(ask, query['document'] ?? '')
  const offered = named === undefined ? await readDue(site, carrier, unit) : { due: [named], others: [] }
  const isTicked = named !== undefined || query['all'] === '1'
  const documents = isTicked ? offered.due.map((one) => String(one.id)) : typed.documents
  const kept = new Set([...offered.due, ...offered.others].map((one) => String(one.id)))
  // What was ticked stays ticked, also when it came in by a link.
  const alsoTicked = await offeredBy(
    ask,
    typed.documents.filter((id) => !kept.has(id)),
  )
  return {
    status,
    page: (
      <PostPage
        {...{ reader, carrier, unit, sealed, errors }}
        kind={kindOf(carrier.kind)}
        due={[...alsoTicked, ...offered.due]}
        others={offered.others}
        typed={{ ...typed, documents }}
        once={field(ask, '_once') || randomUUID()}
      />
    ),
  }
}

async function namedDocument(ask: Ask, indexNumber: string): Promise<Offered | undefined> {
  const found = indexNumber === '' ? undefined : await findByIndexNumber(ask.site.database.read, indexNumber)
  return found && (await offeredBy(ask, [String(found.id)]))[0]
}

async function offeredBy(ask: Ask, ids: readonly string[]): Promise<Offered[]> {
  const known = await listKnown(
    ask.site.database.read,
    ids.flatMap((id) => idFrom(id) ?? []),
  )
  return [...known.values()].filter((one) => one.isPublic)
}

async function save(ask: Ask): Promise<Answer> {
  const { site, reader } = ask
  const { carrier } = await askedCarrier(ask)
  const typed = readTyped(ask)
  const file = ask.files.find((one) => one.field === 'photo')
  const proof = file === undefined ? unsealProof(field(ask, 'sealed')) : await keepProof(site, file.bytes)
  const other = typed.other === '' ? undefined : await namedDocument(ask, typed.other)
  const wrong = [
    ...(file !== undefined && proof === undefined ? (['photo-unreadable'] as const) : []),
    ...(typed.other !== '' && other === undefined ? (['no-such-document'] as const) : []),
  ]
  const documentIds = [...typed.documents.flatMap((id) => idFrom(id) ?? []), ...(other === undefined ? [] : [other.id])]
  const { issue, page, note, earlyReason, isOpenProof } = typed
  const form = { issue, page, note, earlyReason, isOpenProof, postedAt: instantOf(typed.on, typed.time), once: field(ask, '_once') }
  if (wrong.length > 0) return drawForm(ask, typed, sealedOf(proof), postingErrors(reader, wrong), 422)
  const outcome = await postDocuments(site, posterOf(ask), carrier.id, { ...form, documentIds, proof })
  if (outcome.ok) return { redirect: href(reader, `/desk/channels/${carrier.code}?done=posted`) }
  return drawForm(ask, typed, sealedOf(proof), postingErrors(reader, outcome.refusals), 422)
}

const sealedOf = (proof: KeptProof | undefined): string => (proof === undefined ? '' : sealProof(proof))

function readTyped(ask: Ask): PostTyped {
  const text = (name: string): string => field(ask, name).trim().slice(0, 1000)
  return {
    documents: fields(ask, 'documents'),
    ...{ other: text('other'), on: text('on'), time: text('time'), issue: text('issue'), page: text('page') },
    ...{ note: text('note'), earlyReason: text('earlyReason'), isOpenProof: field(ask, 'openProof') === 'yes' },
  }
}

async function show(ask: Ask, typedOn: string, errors: FieldError[]): Promise<Answer> {
  const { site, reader } = ask
  const db = site.database.read
  const posting = await askedPosting(ask)
  const carrier = posting && (await findCarrier(db, posting.carrierId))
  const unit = carrier && (await findUnit(db, carrier.unitId))
  const line = posting && (await readPosted(db, posting.carrierId, posting.id))[0]
  if (carrier === undefined || unit === undefined || line === undefined) throw new NotFound(`posting ${ask.params['id']}`)
  const { postedBy, takenDownBy } = line.posting
  const people = await findPeople(
    db,
    [postedBy, takenDownBy].flatMap((id) => id ?? []),
  )
  return {
    status: errors.length > 0 ? 422 : 200,
    page: (
      <PostingPage
        {...{ reader, line, carrier, unit, errors }}
        by={people.get(postedBy ?? 0)}
        downBy={people.get(takenDownBy ?? 0)}
        typedOn={typedOn || reader.today}
      />
    ),
  }
}

async function giveProof(ask: Ask): Promise<Answer> {
  const posting = await askedPosting(ask)
  if (posting === undefined || posting.proof === '') throw new NotFound('proof')
  const name = posting.proofType === 'image/jpeg' ? `posting-${posting.id}.jpg` : `posting-${posting.id}.pdf`
  return { file: await readProof(ask.site, posting.proof), type: posting.proofType, name }
}

async function saveTakeDown(ask: Ask): Promise<Answer> {
  const posting = await askedPosting(ask)
  const typed = field(ask, 'on').trim()
  const outcome = await takeDown(ask.site, posterOf(ask), posting?.id ?? 0, isDay(typed) ? typed : undefined)
  if (!outcome.ok) return show(ask, typed, takeDownErrors(ask.reader, outcome.refusals))
  const carrier = await findCarrier(ask.site.database.read, outcome.value.carrierId)
  return { redirect: href(ask.reader, `/desk/channels/${carrier?.code ?? ''}?done=taken-down`) }
}
