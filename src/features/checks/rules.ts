import { checkNames, type Weight } from './finding.ts'

/** What the checks know of the country and its offices: data of a pack, never of the code. */
export interface CheckRules {
  /** By check, or by `check.because` where one reason weighs otherwise than its check. */
  weights: Record<string, Weight>
  /** No more findings of one check than this are listed at once; the rest show when the first are dealt with. */
  listedAtMost: number
  secrecy: { basis: string; longestYears: Record<string, number>; powers: Record<string, string[]> }
  serviceNumbers: string[]
  /** Pairs of the wrong form and the right one. */
  organs: { corrupted: [string, string][]; confused: [string, string][] }
  navigation: { lines: string[]; starts: string[] }
  /** The number of each party congress and its year. */
  congresses: Record<string, number>
  /** Two groups of words that together make a whole, such as required and optional. */
  complements: [string[], string[]][]
  /** The nouns that announce a list after a number: four principles, 四项原则. */
  listNouns: { en: string[]; zh: string[] }
  /** Names with an `and` of their own, which count as one member of a list. */
  joinedNames: string[]
  surnames: string
  publicFigures: string[]
  near: { alikePercent: number; shortestSigns: number }
}

/**
 * The rules of the text checks from the content of a pack's `publishing.json`.
 * Throws a TypeError that names the first field which is missing or of the wrong form.
 */
export function asCheckRules(json: unknown): CheckRules {
  const checks = fieldsOf(fieldsOf(json, 'publishing')['checks'], 'checks')
  const secrecy = fieldsOf(checks['secrecy'], 'checks.secrecy')
  const organs = fieldsOf(checks['organs'], 'checks.organs')
  const navigation = fieldsOf(checks['navigation'], 'checks.navigation')
  const listNouns = fieldsOf(checks['listNouns'], 'checks.listNouns')
  const near = fieldsOf(checks['near'], 'checks.near')
  return {
    weights: weightsOf(checks['weights']),
    listedAtMost: count(checks['listedAtMost'], 'checks.listedAtMost'),
    secrecy: {
      basis: word(secrecy['basis'], 'checks.secrecy.basis'),
      longestYears: tableOf(secrecy['longestYears'], 'checks.secrecy.longestYears', count),
      powers: tableOf(secrecy['powers'], 'checks.secrecy.powers', words),
    },
    serviceNumbers: words(checks['serviceNumbers'], 'checks.serviceNumbers'),
    organs: {
      corrupted: pairsOf(organs['corrupted'], 'checks.organs.corrupted'),
      confused: pairsOf(organs['confused'], 'checks.organs.confused'),
    },
    navigation: {
      lines: words(navigation['lines'], 'checks.navigation.lines'),
      starts: words(navigation['starts'], 'checks.navigation.starts'),
    },
    congresses: tableOf(checks['congresses'], 'checks.congresses', count),
    complements: listOf(checks['complements'], 'checks.complements', (pair, path) => twoOf(pair, path, words)),
    listNouns: { en: words(listNouns['en'], 'checks.listNouns.en'), zh: words(listNouns['zh'], 'checks.listNouns.zh') },
    joinedNames: words(checks['joinedNames'], 'checks.joinedNames'),
    surnames: word(checks['surnames'], 'checks.surnames'),
    publicFigures: words(checks['publicFigures'], 'checks.publicFigures'),
    near: {
      alikePercent: count(near['alikePercent'], 'checks.near.alikePercent'),
      shortestSigns: count(near['shortestSigns'], 'checks.near.shortestSigns'),
    },
  }
}

function weightsOf(value: unknown): Record<string, Weight> {
  const weights = tableOf(value, 'checks.weights', (weight, path) => {
    if (weight === 'block' || weight === 'answer' || weight === 'advice') return weight
    throw wrong(path, 'block, answer or advice', weight)
  })
  for (const name of checkNames) if (!weights[name]) throw wrong(`checks.weights.${name}`, 'block, answer or advice', undefined)
  for (const key of Object.keys(weights)) {
    if (!checkNames.some((name) => key === name || key.startsWith(`${name}.`)))
      throw new TypeError(`checks.weights.${key} is the name of no check`)
  }
  return weights
}

type Asker<T> = (value: unknown, path: string) => T

function fieldsOf(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(path, 'an object', value)
  return value as Record<string, unknown>
}

function tableOf<T>(value: unknown, path: string, ask: Asker<T>): Record<string, T> {
  return Object.fromEntries(Object.entries(fieldsOf(value, path)).map(([key, item]) => [key, ask(item, `${path}.${key}`)]))
}

function listOf<T>(value: unknown, path: string, ask: Asker<T>): T[] {
  if (!Array.isArray(value)) throw wrong(path, 'a list', value)
  return value.map((item, at) => ask(item, `${path}[${at}]`))
}

function twoOf<T>(value: unknown, path: string, ask: Asker<T>): [T, T] {
  const [first, second, ...more] = listOf(value, path, ask)
  if (first === undefined || second === undefined || more.length > 0) throw wrong(path, 'a pair', value)
  return [first, second]
}

function pairsOf(value: unknown, path: string): [string, string][] {
  return listOf(value, path, (pair, at) => twoOf(pair, at, word))
}

function words(value: unknown, path: string): string[] {
  return listOf(value, path, word)
}

function word(value: unknown, path: string): string {
  if (typeof value !== 'string' || value === '') throw wrong(path, 'a text', value)
  return value
}

function count(value: unknown, path: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1) throw wrong(path, 'a whole number above 0', value)
  return value
}

function wrong(path: string, wanted: string, found: unknown): TypeError {
  return new TypeError(`${path} must be ${wanted}, not ${JSON.stringify(found) ?? 'missing'}`)
}
