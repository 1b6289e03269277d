import type { Route } from '../../platform/http/route.ts'
import { apiRoutes } from './routes-api.ts'
import { documentRoutes } from './routes-documents.tsx'
import { feedRoutes } from './routes-feeds.ts'
import { machineRoutes } from './routes-machines.ts'
import { pageRoutes } from './routes-pages.tsx'
import { promiseRoutes } from './routes-promises.tsx'
import { savedRoutes } from './routes-saved.tsx'
import { searchRoutes } from './routes-search.tsx'

/** Every address of the public site and of its read API. */
export const routes: readonly Route[] = [
  ...pageRoutes,
  ...searchRoutes,
  ...savedRoutes,
  ...documentRoutes,
  ...promiseRoutes,
  ...feedRoutes,
  ...machineRoutes,
  ...apiRoutes,
]
