import { workingDaysLeft } from '../../kernel/calendar.ts'
import { reach } from '../../kernel/policy.ts'
import type { Answer, Ask, Route } from '../../platform/http/route.ts'
import { listUnitIdsUnder } from '../organisations/index.ts'
import { listUnreviewed } from './emergencies/queries.ts'
import { QueuePage, type QueuePageProps } from './pages/queue-page.tsx'
import { officerOf } from './read-asked.ts'
import { readDocument } from './read-document.ts'
import { readQueue } from './read-queue.ts'
import { unitsInReach } from './routes-list.tsx'

/** What waits for one's own hand. */
export const queueRoutes: readonly Route[] = [{ method: 'GET', path: '/desk/reviews', policy: 'documents.read', answer: showQueue }]

const mostUnreviewed = 50
const handNames = ['approve', 'clear', 'sign'] as const

async function showQueue(ask: Ask): Promise<Answer> {
  const { query, site, reader } = ask
  const units = await unitsInReach(ask)
  const unit = units.find((one) => one.code === query['unit'])
  const typed = { words: (query['q'] ?? '').trim().slice(0, 200), unit: unit?.code ?? '', isClean: query['clean'] === '1' }
  const move = handNames.find((one) => one === query['hand']) ?? ''
  const after = /^[1-9]\d{0,14}$/.test(query['after'] ?? '') ? Number(query['after']) : undefined
  const queue = await readQueue(site, officerOf(ask), after, { ...typed, move, unitPath: unit?.path ?? '' })
  const daysLeft: QueuePageProps['daysLeft'] = (due) => workingDaysLeft(site.calendar, reader.today, due)
  return {
    page: (
      <QueuePage
        reader={reader}
        queue={queue}
        units={units}
        filter={{ ...typed, move }}
        unreviewed={await unreviewedFor(ask)}
        daysLeft={daysLeft}
        done={query['done'] ?? ''}
      />
    ),
  }
}

/** Releases in an emergency that this person may review: neither theirs nor written by them. */
async function unreviewedFor(ask: Ask): Promise<QueuePageProps['unreviewed']> {
  const db = ask.site.database.read
  const { personId, posts } = officerOf(ask)
  const unitIds = await listUnitIdsUnder(db, reach('documents.review-after', posts))
  const found: QueuePageProps['unreviewed'][number][] = []
  for (const one of await listUnreviewed(db, unitIds, mostUnreviewed)) {
    const whole = await readDocument(db, one.documentId)
    if (whole !== undefined && one.byId !== personId && !one.authors.includes(personId))
      found.push({
        id: one.documentId,
        title: whole.version.title,
        indexNumber: whole.document.indexNumber,
        dueOn: one.dueOn,
        kind: one.kind,
      })
  }
  return found
}
