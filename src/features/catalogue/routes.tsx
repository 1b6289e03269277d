import type { Route } from '../../platform/http/route.ts'
import { catalogueRoutes } from './routes-catalogue.tsx'
import { dutyRoutes } from './routes-duties.tsx'
import { registerRoutes } from './routes-register.tsx'
import { lineRoutes } from './templates/routes-lines.tsx'
import { ownLineRoutes } from './templates/routes-own.tsx'
import { proposalRoutes } from './templates/routes-proposals.tsx'
import { templateRoutes } from './templates/routes-templates.tsx'
import { materialRoutes } from './materials/routes-materials.tsx'
import { sheetRoutes } from './sheets/routes-sheets.tsx'
import { taskRoutes } from './routes-tasks.tsx'

/** Every address of the catalogue at the desk. Public pages are the portal's. */
export const routes: readonly Route[] = [
  ...catalogueRoutes,
  ...dutyRoutes,
  ...registerRoutes,
  ...taskRoutes,
  ...sheetRoutes,
  ...materialRoutes,
  ...templateRoutes,
  ...lineRoutes,
  ...proposalRoutes,
  ...ownLineRoutes,
]
