import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { packageRoot } from '../root.ts'
import type { Route } from './route.ts'

const folder = join(packageRoot, 'dist/assets')
const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** Styles, script and images: a handful of files, kept in memory under the names that they have in `dist/assets`. */
export const assetRoutes: readonly Route[] = files('').map((name) => {
  const text = readFileSync(join(folder, name), 'utf8')
  return {
    method: 'GET',
    path: `/assets/${name}`,
    policy: 'public.read',
    keeps: true,
    answer: async () => ({ text, type: types[extname(name)] ?? 'application/octet-stream' }),
  }
})

function files(below: string): string[] {
  const place = join(folder, below)
  if (!existsSync(place)) return []
  return readdirSync(place, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(below, entry.name)) : extname(entry.name) in types ? [join(below, entry.name)] : [],
  )
}
