import type { Route } from '../../platform/http/route.ts'
import { bulletinRoutes } from './bulletins/routes-bulletins.tsx'
import { publicBulletinRoutes } from './bulletins/routes-public.tsx'
import { sectionRoutes } from './bulletins/routes-sections.tsx'
import { lineRoutes } from './annual/routes-lines.tsx'
import { circularRoutes } from './circulars/routes-circulars.tsx'
import { publicCircularRoutes } from './circulars/routes-public.tsx'
import { enteredRoutes } from './entered/routes-entered.tsx'
import { countedRoutes } from './figures/routes-counted.tsx'
import { accountRoutes } from './figures/routes-account.tsx'
import { cellRoutes } from './making/routes-cell.tsx'
import { fileRoutes } from './making/routes-files.ts'
import { madeRoutes } from './making/routes-made.tsx'
import { reportListRoutes } from './making/routes-reports.tsx'
import { publishedRoutes } from './published/routes-published.tsx'
import { overviewRoutes } from './overview/routes-overview.tsx'
import { roundRoutes } from './rounds/routes-rounds.tsx'
import { statementRoutes } from './statements/routes-statements.tsx'
import { publishedSummaryRoutes } from './summaries/routes-published-summaries.tsx'
import { summaryRoutes } from './summaries/routes-summaries.tsx'
import { figureSheetRoutes } from './sheets/routes-sheet.tsx'

/** Every address of the account and of reports. */
export const routes: readonly Route[] = [
  ...enteredRoutes,
  ...countedRoutes,
  ...accountRoutes,
  ...figureSheetRoutes,
  ...reportListRoutes,
  ...lineRoutes,
  ...cellRoutes,
  ...fileRoutes,
  ...overviewRoutes,
  ...roundRoutes,
  ...statementRoutes,
  ...madeRoutes,
  ...publishedRoutes,
  ...summaryRoutes,
  ...publishedSummaryRoutes,
  ...bulletinRoutes,
  ...sectionRoutes,
  ...publicBulletinRoutes,
  ...circularRoutes,
  ...publicCircularRoutes,
]
