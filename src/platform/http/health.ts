import { pendingMigrations } from '../database/index.ts'
import type { Route } from './route.ts'

/** For whoever watches the process: `/healthz` says that it lives, `/readyz` that it can work. */
export const healthRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/healthz',
    policy: 'public.health',
    answer: async () => ({ json: { status: 'ok' } }),
  },
  {
    method: 'GET',
    path: '/readyz',
    policy: 'public.health',
    answer: async ({ site }) => {
      const pending = await pendingMigrations(site.database).catch(() => undefined)
      if (pending === undefined) return { status: 503, json: { status: 'database-unreachable' } }
      if (pending.length > 0) return { status: 503, json: { status: 'migrations-pending', migrations: pending } }
      return { json: { status: 'ready' } }
    },
  },
]
