import type { Route } from '../../platform/http/route.ts'
import { registerRoutes } from './routes-register.tsx'
import { rumourRoutes } from './routes-rumour.tsx'
import { listClarified } from './read-rumours.ts'
import { ClarificationsPage } from './pages/clarifications-page.tsx'

/** The register of what circulates at the desk, and what was clarified in public. */
export const routes: readonly Route[] = [
  ...registerRoutes,
  ...rumourRoutes,
  {
    method: 'GET',
    path: '/clarifications',
    policy: 'public.read',
    keeps: true,
    answer: async ({ site, reader }) => ({
      page: <ClarificationsPage reader={reader} clarified={await listClarified(site.database.read)} />,
    }),
  },
]
