// For child processes of tests: `node --import <this file> program.ts` runs TypeScript as it stands, without a build.
import { readFile } from 'node:fs/promises'
import { register } from 'node:module'
import { isMainThread } from 'node:worker_threads'
import { fileURLToPath } from 'node:url'

if (isMainThread) register(import.meta.url)

export async function load(url, context, next) {
  if (!/\.tsx?$/.test(url)) return next(url, context)
  const { transform } = await import('@swc/core')
  const { code } = await transform(await readFile(fileURLToPath(url), 'utf8'), {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: url.endsWith('x') },
      transform: { react: { runtime: 'automatic', importSource: 'preact' } },
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  })
  return { format: 'module', shortCircuit: true, source: code }
}
