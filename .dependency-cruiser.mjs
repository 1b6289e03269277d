// The arrows of architecture.mjs as rules of dependency-cruiser. Read twice by bin/arrows: once with every import, once (ARROWS=values)
// without those of types alone, for the rules that let types pass.
import swc from '@swc/core'
import { exceptions, layers, plumbing, pureParts, slices, sqlPackages } from './architecture.mjs'

const isValuesOnly = process.env['ARROWS'] === 'values'

// dependency-cruiser does not know TypeScript 7 and reads with swc, but hands it every file as plain TypeScript: ours are TSX where
// their names say so. It does not tell imports of types apart either, so they are left out here.
const { parseFileSync } = swc
swc.parseFileSync = (file, options) => {
  const read = parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') })
  return isValuesOnly ? { ...read, body: read.body.filter((item) => item.typeOnly !== true) } : read
}

const tests = '\\.test\\.tsx?$|/given-[^/]*$'
const anyOf = (names) => `(${names.join('|')})`
const folderOf = (layer) => (layer === 'site' ? '^src/[^/]+$' : `^src/${layer}/`)

/** One-word files of the slices are nouns, unless they are plumbing or belong to pages. */
const words = '^src/features/.*/[a-z]+\\.ts$'
const plumbingFiles = `/${anyOf(plumbing)}[^/]*\\.tsx?$`

const rulesForAll = [
  { name: 'no-circles', comment: 'Two files that need each other are one file.', from: {}, to: { circular: true } },
  { name: 'resolvable', comment: 'Every import leads somewhere.', from: {}, to: { couldNotResolve: true } },
  {
    name: 'tests-stay-out',
    comment: 'The program does not import tests or what only tests need.',
    from: { path: '^src/', pathNot: tests },
    to: { path: [tests, '^test/', '^bench/'] },
  },
  ...Object.entries(layers).flatMap(([layer, allowed]) => layerRules(layer, allowed)),
  {
    name: 'kernel-needs-nothing',
    comment: 'The kernel uses no package and no part of Node.',
    from: { path: '^src/kernel/', pathNot: tests },
    to: { pathNot: ['^src/kernel/', '^locales/'] },
  },
  {
    name: 'slices-are-listed',
    comment: 'A new slice is first written into architecture.mjs.',
    from: {},
    to: { path: '^src/features/', pathNot: `^src/features/${anyOf(Object.keys(slices))}/` },
  },
  ...Object.entries(slices).map(([slice, friends]) => friendsRule(slice, friends)),
  {
    name: 'slices-have-one-door',
    comment: 'Whoever is outside a slice comes in by its index.ts.',
    from: { path: '^src/', pathNot: ['^src/features/', tests] },
    to: { path: '^src/features/', pathNot: '^src/features/[^/]+/index\\.ts$' },
  },
  {
    name: 'sql-in-queries',
    comment: 'Only queries*.ts, *.gen.ts and the platform speak SQL.',
    from: { path: '^src/', pathNot: ['^src/platform/', '/queries[^/]*\\.ts$', '\\.gen\\.ts$', tests] },
    to: { path: `(^|node_modules/)${anyOf(sqlPackages)}(/|$)` },
  },
]

const rulesForValues = [
  {
    name: 'packages-are-declared',
    comment: 'The program uses only packages that stand under dependencies in package.json.',
    from: { path: '^src/', pathNot: tests },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'npm-optional'] },
  },
  {
    name: 'nouns-are-pure',
    comment:
      'A one-word file is a noun: it imports the kernel and other nouns of its slice. A file that does more has a hyphen in its name.',
    from: { path: words, pathNot: [plumbingFiles, '/pages/', tests] },
    to: { pathNot: ['^src/kernel/', words] },
  },
  {
    name: 'nouns-know-nouns',
    comment: 'A noun does not reach for queries, facts, jobs or routes.',
    from: { path: words, pathNot: [plumbingFiles, '/pages/', tests] },
    to: { path: plumbingFiles },
  },
  {
    name: 'pages-fetch-nothing',
    comment: 'A page draws what it is handed.',
    from: { path: '^src/features/.*/pages/', pathNot: tests },
    to: { path: ['^src/platform/', plumbingFiles], pathNot: [...pureParts, '/index\\.ts$'] },
  },
]

/** The rule of a layer, and one more for each part of it that has an exception. */
function layerRules(layer, allowed) {
  const own = exceptions.filter((one) => one.layer === layer)
  const folders = [layer, ...allowed].map(folderOf)
  const comment = `${layer} imports only: ${[layer, ...allowed].join(', ')}.`
  return [
    {
      name: `layer-${layer}`,
      comment,
      from: { path: folderOf(layer), pathNot: [tests, ...own.map((one) => one.from)] },
      to: { path: '^src/', pathNot: folders },
    },
    ...own.map((one, index) => ({
      name: `layer-${layer}-exception-${index + 1}`,
      comment: `${comment} Besides: ${one.why}.`,
      from: { path: one.from, pathNot: tests },
      to: { path: '^src/', pathNot: [...folders, one.to] },
    })),
  ]
}

function friendsRule(slice, friends) {
  const faces = friends.map((friend) => `^src/features/${friend}/index\\.ts$`)
  return {
    name: `friends-of-${slice}`,
    comment: friends.length === 0 ? `${slice} leans on no other slice.` : `${slice} leans only on the index.ts of: ${friends.join(', ')}.`,
    from: { path: `^src/features/${slice}/`, pathNot: tests },
    to: { path: '^src/features/', pathNot: [`^src/features/${slice}/`, ...faces] },
  }
}

export default {
  forbidden: (isValuesOnly ? rulesForValues : rulesForAll).map((rule) => ({ severity: 'error', ...rule })),
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'] },
  },
}
