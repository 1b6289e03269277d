import type { Answer, Ask, Route } from '../../../platform/http/route.ts'
import { figureRoutes } from '../figures/routes-figures.tsx'
import { officerIn } from '../officer-in.ts'
import { OfficeBoardPage } from './pages/office-board-page.tsx'
import { readOfficeBoard } from './read-office-board.ts'
import { listRoutes } from './routes-register.tsx'
import { writeDeadlines } from './write-deadlines.ts'

/** The register at the desk, the office's board, the calendar of deadlines, and the public figures. */
export const registerRoutes: readonly Route[] = [
  ...listRoutes,
  { method: 'GET', path: '/desk/applications/board', policy: 'applications.board', answer: showBoard },
  { method: 'GET', path: '/desk/applications/deadlines.ics', policy: 'applications.read', answer: giveDeadlines },
  ...figureRoutes,
]

async function showBoard(ask: Ask): Promise<Answer> {
  return { page: <OfficeBoardPage reader={ask.reader} board={await readOfficeBoard(ask.site, officerIn(ask))} /> }
}

async function giveDeadlines(ask: Ask): Promise<Answer> {
  return { text: await writeDeadlines(ask.site, officerIn(ask), ask.reader), type: 'text/calendar; charset=utf-8' }
}
