import type { Route } from '../../platform/http/route.ts'
import { placeRoutes } from './carriers/routes-public.tsx'
import { carrierRoutes } from './carriers/routes.tsx'
import { gazetteRoutes } from './gazettes/routes.tsx'
import { postingRoutes } from './postings/routes.tsx'
import { screenRoutes } from './screens/routes.tsx'
import { sheetRoutes } from './sheets/routes.tsx'

/** Every address of the carriers, at the desk and in public. */
export const routes: readonly Route[] = [
  ...carrierRoutes,
  ...postingRoutes,
  ...gazetteRoutes,
  ...placeRoutes,
  ...screenRoutes,
  ...sheetRoutes,
]
