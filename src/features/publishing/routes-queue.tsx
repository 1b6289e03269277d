import { workingDaysLeft } from '../../kernel/calendar.ts'
import type { Answer, Ask, Route } from '../../platform/http/route.ts'
import { readUnreviewed } from './emergencies/read-unreviewed.ts'
import { QueuePage, type QueuePageProps } from './pages/queue-page.tsx'
import { officerOf } from './read-asked.ts'
import { readQueue } from './read-queue.ts'
import { unitsInReach } from './routes-list.tsx'

/** What waits for one's own hand. */
export const queueRoutes: readonly Route[] = [{ method: 'GET', path: '/desk/reviews', policy: 'documents.read', answer: showQueue }]

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
        unreviewed={await readUnreviewed(site, officerOf(ask))}
        daysLeft={daysLeft}
        done={query['done'] ?? ''}
      />
    ),
  }
}
