import { NotFound } from '../../../kernel/faults.ts'
import type { Answer, Ask, Route } from '../../../platform/http/route.ts'
import { findUnitByCode } from '../../organisations/index.ts'
import { listIssues } from '../gazettes/queries.ts'
import { PlacePage } from '../pages/place-page.tsx'
import { PlacesPage } from '../pages/places-page.tsx'
import { readProof } from '../postings/keep-proof.ts'
import { findPosting } from '../postings/queries.ts'
import { readPosted } from '../postings/read-hanging.ts'
import { askedCarrier, idFrom } from '../routes-asked.ts'
import { readCarriers } from './read-carriers.ts'

const open = { method: 'GET', policy: 'public.read', keeps: true } as const

/** Where public texts can be read besides this site. */
export const placeRoutes: readonly Route[] = [
  { ...open, path: '/channels', answer: showPlaces },
  { ...open, path: '/channels/:code', answer: showPlace },
  { ...open, path: '/channels/:code/photo', answer: givePicture },
  { ...open, path: '/postings/:id/photo', answer: givePhoto },
]

async function showPlaces(ask: Ask): Promise<Answer> {
  const all = (await readCarriers(ask.site, ['/'])).filter((line) => line.isInUse && line.kind?.isOffline === true)
  const unit = await findUnitByCode(ask.site.database.read, ask.query['unit'] ?? '')
  const units = [...new Map([...all.map((line) => line.unit), ...(unit ? [unit] : [])].map((one) => [one.id, one])).values()]
  // A unit's places are its own and those of everybody below it.
  const lines = all.filter((line) => unit === undefined || line.unit.path.startsWith(unit.path))
  return { page: <PlacesPage reader={ask.reader} lines={lines} unit={unit} units={units} /> }
}

async function showPlace(ask: Ask): Promise<Answer> {
  const { carrier, unit } = await askedCarrier(ask)
  const line = (await readCarriers(ask.site, [unit.path])).find((one) => one.carrier.id === carrier.id)
  if (line === undefined) throw new NotFound(carrier.code)
  const db = ask.site.database.read
  const posted = await readPosted(db, carrier.id)
  const hanging = posted.filter((one) => one.posting.takenDownOn === undefined && one.document.isPublic)
  const issues = (await listIssues(db, [carrier.id])).filter((issue) => issue.publishedAt !== undefined)
  return { page: <PlacePage reader={ask.reader} line={line} posted={hanging} issues={issues} /> }
}

async function givePicture(ask: Ask): Promise<Answer> {
  const { carrier } = await askedCarrier(ask)
  if (carrier.photo === '') throw new NotFound(`picture of ${carrier.code}`)
  return { file: await readProof(ask.site, carrier.photo), type: 'image/jpeg', name: `${carrier.code}.jpg` }
}

/** The photo of a posting, where whoever took it said that nobody can be recognised in it. */
async function givePhoto(ask: Ask): Promise<Answer> {
  const id = idFrom(ask.params['id'])
  const posting = id === undefined ? undefined : await findPosting(ask.site.database.read, id)
  if (posting === undefined || !posting.isOpenProof || posting.proof === '') throw new NotFound('photo')
  return { file: await readProof(ask.site, posting.proof), type: posting.proofType, name: `posting-${posting.id}.jpg` }
}
