import type { Route } from '../../platform/http/route.ts'
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
  ...newRoutes,
  ...documentRoutes,
  ...fileRoutes,
  ...editRoutes,
  ...moveRoutes,
  ...changeRoutes,
]
