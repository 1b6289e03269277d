import type { Route } from '../../platform/http/route.ts'
import { missedRoutes } from './routes-missed.tsx'
import { synonymRoutes } from './routes-synonyms.tsx'

/** Every address of the slice. */
export const routes: readonly Route[] = [...missedRoutes, ...synonymRoutes]
