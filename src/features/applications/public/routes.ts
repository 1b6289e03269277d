import type { Route } from '../../../platform/http/route.ts'
import { applyRoutes } from './routes-apply.tsx'
import { paperRoutes } from './routes-papers.ts'
import { trackRoutes } from './routes-track.tsx'

/** The public form and the page of one's own case. None of it needs an account. */
export const publicRoutes: readonly Route[] = [...paperRoutes, ...applyRoutes, ...trackRoutes]
