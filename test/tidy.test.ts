import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'
import { jobHandlers } from '../src/app.ts'
import { settings } from '../src/config.ts'
import { placeholdersOf } from '../src/kernel/translate.ts'
import { packageRoot } from '../src/platform/root.ts'
import type { Site } from '../src/platform/site.ts'
import { hits, programIn, sourcesIn } from './support/sources.ts'

const program = programIn('src')
const features = program.filter(({ path }) => path.startsWith('src/features/'))
const pages = [...sourcesIn('.', /^[A-Z]+\.md$/), ...sourcesIn('docs', /\.md$/), ...sourcesIn('bench', /\.md$/)]

/** Where a number of days is written out: handed to a count, named as a term, or compared with days. 1 and 0 are no terms. */
const daysInCode = new RegExp(
  [
    String.raw`\b(?:addDays|addMonths|addWorkingDays|workingDayAfter|dueAfter)\([^\n]*?,\s*-?(?:[2-9]|\d{2,})\)`,
    String.raw`\bdays: \d+`,
    String.raw`\b\w*[dD]ays = \d+`,
    String.raw`\bterm\w* = \d+`,
    String.raw`\b(?:daysBetween|workingDays\w+)\([^\n)]*\) (?:[<>]=?|[!=]==) -?(?:[2-9]|\d{2,})`,
    String.raw`\b\w*[dD]ays (?:[<>]=?|[!=]==) -?(?:[2-9]|\d{2,})`,
  ].join('|'),
  'g',
)

describe('time and law', () => {
  test('no feature asks what time it is: today and now are arguments', () => {
    expect(hits(features, /\bnew Date\(\s*\)|\bDate\.now\(\)/g)).toEqual([])
  })

  test('no number of days stands in code: terms are data in packs', () => {
    const spans: Record<string, string> = {
      'src/features/api/read-examples.ts': 'an example in the description is no term',
      'src/features/api/write-examples.ts': 'an example in the description is no term',
      'src/features/portal/period.ts': 'the last twelve months are a view, not a term',
      'src/features/catalogue/routes-duties.tsx': 'a year back is a view, not a term',
      'src/features/catalogue/duty.ts': 'the days of a year bound what may be typed, and are no term',
      'src/platform/jobs/start-jobs.ts': 'how long finished jobs stay listed',
    }
    const found = hits(
      program.filter(({ path }) => !path.startsWith('src/demo/')),
      daysInCode,
    )
    expect(found.filter((hit) => !Object.keys(spans).some((path) => hit.startsWith(`${path}:`)))).toEqual([])
  })

  test('a number of days would be found, however it is written', () => {
    const written = [
      'const due = addDays(start, 15)',
      'workingDayAfter(calendar, receivedOn, 7)',
      'count({ days: 20, count: unit }, start, calendar)',
      'const replyDays = 20',
      'const termOfReply = 20',
      'if (workingDaysLeft(calendar, today, dueOn) < 3) warn()',
      'if (daysBetween(a, b) >= 60) close()',
      'if (termDays === 40) say()',
    ]
    const found = hits([{ path: 'x.ts', text: written.join('\n') }], daysInCode)
    expect(found.map((hit) => Number(hit.split(':')[1]))).toEqual(written.map((_, index) => index + 1))
    const others = ['addDays(day, 1)', 'addDays(on, n)', 'edition.reply.term.days', 'days.length > 10', 'daysBetween(a, b) > 0']
    expect(hits([{ path: 'x.ts', text: others.join('\n') }], daysInCode)).toEqual([])
  })

  test('the clock of a case knows no number at all but the least: 0 and 1', () => {
    const clock = program.filter(({ path }) => path.startsWith('src/kernel/case/'))
    expect(clock.length).toBeGreaterThan(10)
    expect(hits(clock, /(?<![\w.])(?:[2-9]|\d{2,})(?![\w])/g)).toEqual([])
  })
})

describe('words', () => {
  const actWords = 'desk.record.act.'
  const kindWords = 'desk.record.kind.'
  const slices = sourcesIn('locales/en', /\.json$/).map(({ path }) => path.replace(/^.*\/|\.json$/g, ''))
  const wordsOf = (language: string, slice: string) =>
    JSON.parse(readFileSync(join(packageRoot, 'locales', language, `${slice}.json`), 'utf8')) as Record<string, string>

  test.each(slices)('of %s are the same keys in both languages, each once, under the name of the slice', (slice) => {
    const keys = Object.keys(wordsOf('en', slice))
    expect(Object.keys(wordsOf('zh-CN', slice)).sort()).toEqual(keys.sort())
    expect(keys.filter((key) => !key.startsWith(`${slice}.`))).toEqual([])
    for (const language of ['en', 'zh-CN']) {
      const text = readFileSync(join(packageRoot, 'locales', language, `${slice}.json`), 'utf8')
      expect([...text.matchAll(/^\s*"([^"]+)":/gm)].length, language).toBe(keys.length)
    }
  })

  test.each(slices)('of %s are said in both languages, with the same placeholders', (slice) => {
    const chinese = wordsOf('zh-CN', slice)
    for (const [key, text] of Object.entries(wordsOf('en', slice))) {
      expect([text.trim(), chinese[key]?.trim()], key).not.toContain('')
      const there = placeholdersOf(chinese[key] ?? '')
      const all = placeholdersOf(text)
      // A number that only chooses a plural says nothing in Chinese.
      const needed = placeholdersOf(text.replace(/\{\w+\|[^{}]*\}/g, ''))
      expect({
        key,
        missing: needed.filter((name) => !there.includes(name)),
        strange: there.filter((name) => !all.includes(name)),
      }).toEqual({ key, missing: [], strange: [] })
    }
  })

  test('say every act of the record', () => {
    const acts = hits(program, /(?<=\bact: )'[a-z]+\.[a-z-]+'/g).map((hit) => hit.split(': ')[1]?.replaceAll("'", ''))
    expect(acts.length).toBeGreaterThan(10)
    expect(acts.filter((act) => !Object.hasOwn(wordsOf('en', 'desk'), `${actWords}${act}`))).toEqual([])
  })

  test('are all used: no key lies about that nobody says', () => {
    const code = program.map(({ text }) => text).join('\n')
    const said = new Set([...code.matchAll(/['"`]([a-z]+(?:\.[\w-]+)+)['"`]/g)].map((match) => match[1]))
    const made = [...code.matchAll(/`((?:[a-z]+\.)(?:[\w.-]|\$\{[^{}]*\})*)`/g)].map((match) => patternOf(match[1] ?? ''))
    const isSaid = (key: string) => said.has(key) || made.some((pattern) => pattern.test(key))
    const idle = slices
      .flatMap((slice) => Object.keys(wordsOf('en', slice)))
      // What the record calls an act, or a kind of thing, is made of its own name.
      .map((key) => [actWords, kindWords].reduce((rest, prefix) => (rest.startsWith(prefix) ? rest.slice(prefix.length) : rest), key))
      .filter((key) => !isSaid(key))
    expect(idle).toEqual([])
  })
})

describe('names', () => {
  const banned = ['service', 'services', 'manager', 'helper', 'helpers', 'util', 'utils', 'base', 'common', 'impl', 'dto', 'data', 'info']
  const wordsOfName = (name: string) =>
    name
      .replace(/([a-z])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .split(/[-./]/)
  const isBanned = (name: string) => wordsOfName(name).some((word) => banned.includes(word))
  /** Names that come from elsewhere: from the design system's components, and from what HTML calls a table of data. */
  const given = ['service-navigation', 'ServiceNavigation', 'ServiceNavigationProps', 'DataList', 'DataListProps', 'isTableOfData']
  const isOurs = (name: string) => !given.some((other) => name.endsWith(other))

  test('of files say what a thing is, not what kind of code it is', () => {
    const files = [...sourcesIn('src', /\.tsx?$/), ...sourcesIn('test', /\.(ts|mjs)$/)].map(({ path }) => path)
    expect(files.map((path) => path.replace(/\.\w+$/, '')).filter((path) => isBanned(path) && isOurs(path))).toEqual([])
  })

  test('of exports say what a thing is, not what kind of code it is', () => {
    const exported = hits(program, /(?<=\bexport (?:async )?(?:function\*?|const|class|interface|type) )\w+/g)
    expect(exported.filter((hit) => isBanned(hit.split(': ')[1] ?? '') && isOurs(hit))).toEqual([])
  })

  test('of migrations are numbered without a gap', () => {
    const numbers = sourcesIn('migrations').map(({ path }) => /(\d{4})_[a-z0-9_]+\.sql$/.exec(path)?.[1] ?? path)
    expect(numbers).toEqual(numbers.map((_, index) => String(index + 1).padStart(4, '0')))
    expect(numbers.length).toBeGreaterThan(0)
  })

  test('of jobs that are queued all have somebody who handles them', () => {
    const handled = Object.keys(jobHandlers({ config: {} } as Site))
    const queued = hits(program, /(?<=\benqueue\([^,()]+,\s*|Jobs = \[[^\]]*)'[^']+'/g).map((hit) =>
      hit.split(': ')[1]?.replaceAll("'", ''),
    )
    expect(queued.length).toBeGreaterThan(0)
    expect(queued.filter((name) => name === undefined || !handled.includes(name))).toEqual([])
  })
})

describe('pages', () => {
  test('hold no mark-up of their own: raw HTML passes only through the components that draw checked text', () => {
    const drawers = ['src/ui/prose.tsx']
    const others = program.filter(({ path }) => !path.startsWith('src/ui/govuk/') && !drawers.includes(path))
    expect(hits(others, /dangerouslySetInnerHTML/g)).toEqual([])
    const components = hits(programIn('src/ui/govuk'), /(?<=export function )[A-Z]\w+/g).map((hit) => hit.split(': ')[1])
    expect(components.length).toBeGreaterThan(20)
    expect(hits(others, new RegExp(`<(?:${components.join('|')})\\s(?:[^<>]|=>)*?\\bhtml=`, 'g'))).toEqual([])
  })

  test('carry no inline style, which the content security policy would drop', () => {
    expect(hits(program, /\sstyle=["{]|\bstyle:\s*\{/g)).toEqual([])
  })
})

describe('files', () => {
  test('are short enough to be read: 200 lines of program, 400 of tests', () => {
    const written = [...sourcesIn('src', /\.tsx?$/), ...sourcesIn('test', /\.ts$/)].filter(({ path }) => !path.endsWith('.gen.ts'))
    const long = written
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .filter(({ path, lines }) => lines > (/\.test\.|^test\//.test(path) ? 400 : 200))
    expect(long).toEqual([])
    expect(written.length).toBeGreaterThan(300)
  })
})

describe('documents', () => {
  test('link only to what is there', () => {
    const broken = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)]
        .map((match) => match[1] ?? '')
        .filter((link) => !leads(path, text, decodeURIComponent(link)))
        .map((link) => `${path}: ${link}`),
    )
    expect(broken).toEqual([])
    expect(pages.length).toBeGreaterThan(3)
  })

  test('name every setting for whoever installs', () => {
    const guide = readFileSync(join(packageRoot, 'docs/install.md'), 'utf8')
    expect(settings.map(({ name }) => name).filter((name) => !guide.includes(`\`${name}\``))).toEqual([])
  })

  test('begin with two lines: install and run, install and test', () => {
    const blocks = [...readFileSync(join(packageRoot, 'README.md'), 'utf8').matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map((match) => match[1])
    expect(blocks[0]).toMatch(/^npm ci --ignore-scripts && npm start\n$/)
    expect(blocks[1]).toMatch(/^npm ci --ignore-scripts && npm test\n$/)
  })
})

/** `accounts.role.${role}` as a pattern of the keys that it can make. */
function patternOf(template: string): RegExp {
  const parts = template.split(/\$\{[^{}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('[\\w-]+')}$`)
}

function leads(from: string, text: string, link: string): boolean {
  const [path = '', anchor] = link.split('#')
  const target = path === '' ? from : normalize(join(dirname(from), path))
  if (!existsSync(join(packageRoot, target))) return false
  if (anchor === undefined || !target.endsWith('.md')) return true
  const headings = (path === '' ? text : readFileSync(join(packageRoot, target), 'utf8')).matchAll(/^#+\s+(.+)$/gm)
  return [...headings].some((heading) => slugOf(heading[1] ?? '') === anchor)
}

/** The anchor that a heading gets on code hosts. */
function slugOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-')
}
