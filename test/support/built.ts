import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { packageRoot } from '../../src/platform/root.ts'

/** Before all tests: the compiled program is as new as its sources, since children that read files run it. */
export function setup(): void {
  execFileSync(process.execPath, [join(packageRoot, 'bin', 'build'), '--if-needed'], { stdio: 'inherit' })
}
