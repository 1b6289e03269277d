import type { Route } from '../../platform/http/route.ts'
import { apiRoutes } from './routes-api.ts'
import { documentRoutes } from './routes-documents.tsx'
import { feedRoutes } from './routes-feeds.ts'
import { machineRoutes } from './routes-machines.ts'
import { pageRoutes } from './routes-pages.tsx'

/** Every address of the public site and of its read API. */
export const routes: readonly Route[] = [...pageRoutes, ...documentRoutes, ...feedRoutes, ...machineRoutes, ...apiRoutes]
