import type { Route } from '../../platform/http/route.ts'
import { answerRoutes } from './agreements/routes-answer.tsx'
import { askRoutes } from './agreements/routes-ask.tsx'
import { bulkRoutes } from './bulk/routes.tsx'
import { emergencyRoutes } from './emergencies/routes.tsx'
import { importRoutes } from './imports/routes.tsx'
import { reassessRoutes } from './reassessments/routes.tsx'
import { queueRoutes } from './routes-queue.tsx'
import { scheduleRoutes } from './scheduling/routes.tsx'
import { changeRoutes } from './routes-change.tsx'
import { documentRoutes } from './routes-document.tsx'
import { editRoutes } from './routes-edit.tsx'
import { fileRoutes } from './routes-files.tsx'
import { listRoutes } from './routes-list.tsx'
import { moveRoutes } from './routes-move.tsx'
import { newRoutes } from './routes-new.tsx'

/** Every address of publishing at the desk. */
export const routes: readonly Route[] = [
  ...listRoutes,
  ...queueRoutes,
  ...bulkRoutes,
  ...newRoutes,
  ...documentRoutes,
  ...fileRoutes,
  ...editRoutes,
  ...moveRoutes,
  ...changeRoutes,
  ...scheduleRoutes,
  ...emergencyRoutes,
  ...askRoutes,
  ...answerRoutes,
  ...reassessRoutes,
  ...importRoutes,
]
