import { covers, reach } from '../../kernel/policy.ts'
import type { Answer, Ask, Route } from '../../platform/http/route.ts'
import { href } from '../../ui/reader.ts'
import { listUnitIdsUnder, listUnits, type Unit } from '../organisations/index.ts'
import { DocumentsPage, listedStates, type DocumentsFilter } from './pages/documents-page.tsx'
import { listForDesk, type DeskFilter, type DeskLine } from './queries-desk.ts'
import { runningStages } from './document.ts'
import { officerOf } from './read-asked.ts'

/** The list of every document in reach. */
export const listRoutes: readonly Route[] = [{ method: 'GET', path: '/desk/documents', policy: 'documents.read', answer: showDocuments }]

const pageLength = 50
const mostSentBack = 20

async function showDocuments(ask: Ask): Promise<Answer> {
  const filter = filterIn(ask)
  const before = numberIn(ask.query['before'])
  const units = await unitsInReach(ask)
  const wanted = filter.unit === '' ? units : units.filter((unit) => unit.code === filter.unit)
  const db = ask.site.database.read
  const lines = await listForDesk(db, { ...inQuery(filter), unitIds: wanted.map((unit) => unit.id), before, limit: pageLength + 1 })
  const shown = lines.slice(0, pageLength)
  const isFirst = before === undefined && filter.words === '' && filter.unit === '' && filter.state === ''
  return {
    page: (
      <DocumentsPage
        reader={ask.reader}
        lines={shown}
        sentBack={isFirst ? await sentBackTo(ask) : []}
        units={units}
        filter={filter}
        older={lines.length > pageLength ? addressOf(ask, filter, shown.at(-1)?.id) : undefined}
        newer={before === undefined ? undefined : addressOf(ask, filter)}
      />
    ),
  }
}

/** Every unit whose documents this person may read, in the order of the tree. */
export async function unitsInReach(ask: Ask): Promise<Unit[]> {
  const paths = reach('documents.read', officerOf(ask).posts)
  const units = await listUnits(ask.site.database.read)
  return units.filter((unit) => paths.some((path) => covers(path, unit.path)))
}

/** What came back to the units for which this person writes. */
async function sentBackTo(ask: Ask): Promise<DeskLine[]> {
  const db = ask.site.database.read
  const unitIds = await listUnitIdsUnder(db, reach('documents.write', officerOf(ask).posts))
  return listForDesk(db, { unitIds, sentBackOnly: true, limit: mostSentBack })
}

function filterIn(ask: Ask): DocumentsFilter {
  return {
    words: (ask.query['q'] ?? '').trim().slice(0, 200),
    unit: (ask.query['unit'] ?? '').slice(0, 100),
    state: listedStates.find((state) => state === ask.query['state']) ?? '',
  }
}

function inQuery({ words, state }: DocumentsFilter): Pick<DeskFilter, 'words' | 'stages' | 'standings' | 'sentBackOnly'> {
  switch (state) {
    case '':
      return { words }
    case 'sent-back':
      return { words, sentBackOnly: true }
    case 'running':
      return { words, stages: runningStages }
    case 'draft':
    case 'with-head':
    case 'with-secrecy':
    case 'with-signer':
    case 'scheduled':
    case 'dropped':
      return { words, stages: [state] }
    default:
      return { words, standings: [state] }
  }
}

function addressOf(ask: Ask, filter: DocumentsFilter, before?: number): string {
  const query = new URLSearchParams()
  if (filter.words !== '') query.set('q', filter.words)
  if (filter.unit !== '') query.set('unit', filter.unit)
  if (filter.state !== '') query.set('state', filter.state)
  if (before !== undefined) query.set('before', String(before))
  const text = query.toString()
  return href(ask.reader, '/desk/documents') + (text === '' ? '' : `?${text}`)
}

function numberIn(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined
}
