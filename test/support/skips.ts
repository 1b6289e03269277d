import type { Reporter, TestModule } from 'vitest/node'

/**
 * Says at the end of a run which tests this machine could not run, file by file. With GONGKAI_CI set a skipped test is a failure:
 * where the build is judged, nothing may be left out.
 */
export default class Skips implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    // Where a file failed, tests after its fault are not run either; that is no matter of the machine.
    const skipped = modules
      .filter((module) => module.ok())
      .map((module) => ({ file: module.relativeModuleId, count: [...module.children.allTests('skipped')].length }))
    const found = skipped.filter(({ count }) => count > 0)
    if (found.length === 0) return
    const total = found.reduce((sum, { count }) => sum + count, 0)
    console.log(`\nSKIPPED, because this machine has no PostgreSQL or no Chromium for them: ${total} tests`)
    for (const { file, count } of found) console.log(`  ${count}  ${file}`)
    if (!process.env['GONGKAI_CI']) return
    console.log('GONGKAI_CI is set: skipped tests count as failed.')
    process.exitCode = 1
  }
}
