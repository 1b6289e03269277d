import type { Route } from '../../platform/http/route.ts'
import { peopleRoutes } from './people/routes.tsx'
import { setUpRoutes } from './people/set-up-routes.tsx'
import { postRoutes } from './posts/routes.tsx'
import { accountRoutes } from './sessions/account-routes.tsx'
import { sessionRoutes } from './sessions/routes.tsx'
import { tokenRoutes } from './tokens/routes.tsx'

/** Every address of people, posts and sign-in. */
export const routes: readonly Route[] = [...sessionRoutes, ...accountRoutes, ...peopleRoutes, ...postRoutes, ...setUpRoutes, ...tokenRoutes]
