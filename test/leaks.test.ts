import { DOMParser } from '@xmldom/xmldom'
import { unzipSync } from 'fflate'
import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkRules } from '../src/features/publishing/check-rules.ts'
import { examineBytes, type FileQuestion } from '../src/features/publishing/files/examine-bytes.ts'
import { fileRules } from '../src/features/publishing/files/file-rules.ts'
import { mayClean, nameOf, weightOf } from '../src/features/publishing/files/reading.ts'
import { asDay } from '../src/kernel/day.ts'
import { cleanFile } from '../src/platform/extract/clean-file.ts'
import { endingOf } from '../src/platform/extract/format.ts'
import type { Leak } from './leaks/leak.ts'
import { cleanOffice, officeLeaks } from './leaks/office-leaks.ts'
import { cleanOthers, otherLeaks } from './leaks/other-leaks.ts'

const leaks = [...officeLeaks, ...otherLeaks]
const rules = fileRules()

function questionOf(name: string): FileQuestion {
  const facts = { title: '', unitLevel: 'city' as const, contacts: [], today: asDay('2026-06-15') }
  return { name, limits: rules.look, facts, rules: checkRules(), textChecks: rules.textChecks }
}

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
