import { DOMParser } from '@xmldom/xmldom'
import { unzipSync } from 'fflate'
import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkRules } from '../src/features/publishing/check-rules.ts'
import { examineBytes } from '../src/features/publishing/files/examine-bytes.ts'
import { fileRules } from '../src/features/publishing/files/file-rules.ts'
import { mayClean, nameOf, weightOf, wordsFor } from '../src/features/publishing/files/reading.ts'
import { cleanFile } from '../src/platform/extract/clean-file.ts'
import { endingOf } from '../src/platform/extract/format.ts'
import { kinds } from '../src/platform/extract/look.ts'
import { packageRoot } from '../src/platform/root.ts'
import type { Leak } from './leaks/leak.ts'
import { cleanOffice, officeLeaks } from './leaks/office-leaks.ts'
import { cleanOthers, otherLeaks } from './leaks/other-leaks.ts'
import { questionOf } from './support/examine-apart.ts'

const leaks = [...officeLeaks, ...otherLeaks]
const rules = fileRules()

const examined = async (name: string, bytes: Buffer) => examineBytes(questionOf(name), bytes)

describe('files that leak', () => {
  test('are at least forty, of every kind that anybody attaches', () => {
    expect(leaks.length).toBeGreaterThanOrEqual(40)
    expect([...new Set(leaks.map((leak) => endingOf(leak.name)))].sort()).toEqual(
      ['csv', 'docx', 'html', 'jpg', 'odt', 'ods', 'pdf', 'png', 'pptx', 'txt', 'webp', 'xlsx', 'zip'].sort(),
    )
  })

  test.each(leaks.map((leak) => [leak.name, leak] as const))('are found out, and only for what they hold: %s', async (_, leak) => {
    const { findings } = await examined(leak.name, await leak.make())
    expect(findings.map(nameOf).sort()).toEqual([...leak.found].sort())
  })

  test.each(leaks.filter((leak) => leak.clean).map((leak) => [leak.name, leak] as const))(
    'come clean where they can: %s',
    async (_, leak) => {
      const copy = await cleanFile(await leak.make(), rules.look)
      const { findings, state } = await examined(leak.name, copy)
      expect(findings.map(nameOf).filter((name) => name !== 'not-checked.picture')).toEqual([])
      expect(state).not.toBe('unreadable')
      if (copy.subarray(0, 2).toString() === 'PK') mustBeWhole(unzipSync(copy))
    },
  )

  test.each(leaks.filter((leak) => !leak.clean).map((leak) => [leak.name, leak] as const))(
    'stop the release, or want words, where they cannot: %s',
    async (_, leak) => {
      const { findings } = await examined(leak.name, await leak.make())
      const rest = findings.filter((finding) => !mayClean(finding, endingOf(leak.name)))
      const weights = rest.map((finding) => weightOf(finding, { ...checkRules().weights, ...rules.weights }))
      expect(weights.some((weight) => weight !== 'advice')).toBe(leak.isAdvice !== true)
    },
  )
})

describe('what is found', () => {
  const words = ['en', 'zh-CN'].map(
    (lang) => JSON.parse(readFileSync(join(packageRoot, 'locales', lang, 'files.json'), 'utf8')) as Record<string, string>,
  )

  test('has words for what it is, why it matters and what to do, in both languages', () => {
    const names = [...new Set([...leaks.flatMap((leak) => leak.found), ...Object.keys(rules.weights), ...unreadable])]
    const known = names.filter(
      (name) => kinds.some((kind) => name === kind || name.startsWith(`${kind}.`)) || /^(not-checked|unreadable)\./.test(name),
    )
    expect(known.length).toBeGreaterThan(30)
    for (const name of known.filter((one) => !['not-checked', 'unreadable', 'tracked-changes'].includes(one))) {
      const [check = '', because = ''] = name.split('.')
      for (const part of ['title', 'because', 'advice'] as const)
        for (const language of words) expect(language, name).toHaveProperty([wordsFor({ check, because }, part, false)])
    }
  })
})

const unreadable = [
  'broken',
  'encrypted',
  'doctype',
  'not-what-it-says',
  'too-large-inside',
  'too-many-entries',
  'too-deep',
  'too-long',
  'too-heavy',
  'damaged',
].map((because) => `unreadable.${because}`)

describe('files that hold nothing else', () => {
  test.each([...cleanOffice, ...cleanOthers].map((file: Leak) => [file.name, file] as const))('are left alone: %s', async (_, file) => {
    const { findings } = await examined(file.name, await file.make())
    expect(findings.map(nameOf)).toEqual(file.found)
  })
})

/** Another reader than ours: every part is well-formed, every link leads to a part, and no word of what was taken out is left anywhere. */
function mustBeWhole(parts: Record<string, Uint8Array>): void {
  const textOf = (path: string) => new TextDecoder().decode(parts[path])
  const paths = Object.keys(parts)
  expect(paths.filter((path) => /11010519491231002X|张三|GPS/.test(textOf(path)))).toEqual([])
  for (const path of paths.filter((one) => /\.(xml|rels)$/.test(one)))
    new DOMParser({ onError: (_, message) => expect.fail(`${path}: ${message}`) }).parseFromString(textOf(path), 'text/xml')
  const listed = [...(parts['[Content_Types].xml'] === undefined ? '' : textOf('[Content_Types].xml')).matchAll(/PartName="\/([^"]+)"/g)]
  expect(listed.map((match) => match[1] ?? '').filter((path) => parts[path] === undefined)).toEqual([])
  for (const path of paths.filter((one) => one.endsWith('.rels'))) {
    const folder = posix.dirname(posix.dirname(path))
    const targets = [...textOf(path).matchAll(/Target="([^"]+)"(?! TargetMode="External")/g)].map((match) =>
      posix.normalize(posix.join(folder, match[1] ?? '')),
    )
    expect(targets.filter((target) => parts[target] === undefined)).toEqual([])
  }
}
