import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { packageRoot } from '../../src/platform/root.ts'

/** One file of the repository: its path from the root, with forward slashes, and its text. */
export interface Source {
  path: string
  text: string
}

/** Every file below a folder, or the file itself, whose path fits. Nothing when there is no such place. */
export function sourcesIn(place: string, fits = /./): Source[] {
  const whole = join(packageRoot, place)
  if (!existsSync(whole)) return []
  return readdirSync(whole, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(packageRoot, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => fits.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(packageRoot, path), 'utf8') }))
}

/** The program: sources without tests and what only tests need. */
export function programIn(place: string): Source[] {
  return sourcesIn(place, /\.tsx?$/).filter(({ path }) => !/\.test\.tsx?$|\/given-/.test(path))
}

/** Where a pattern with the flag g occurs, as `path:line: text`. Comments are not looked at. */
export function hits(sources: readonly Source[], pattern: RegExp): string[] {
  return sources.flatMap(({ path, text }) =>
    [...withoutComments(text).matchAll(pattern)].map((match) => `${path}:${lineAt(text, match.index)}: ${match[0]}`),
  )
}

/** Comments blanked out, so that places stay where they are. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, (comment) => comment.replace(/[^\n]/g, ' '))
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length
}
