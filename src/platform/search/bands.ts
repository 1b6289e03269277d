import { indexTokens } from './tokens.ts'

/** Twenty bands of four numbers: of texts that share four fifths of their words, one pair in some ten thousand shares no band. */
const bandCount = 20
const rowsOfBand = 4
/** Of a shorter text nobody can say that it is nearly another. */
const fewestTokens = 12

/**
 * A text as twenty numbers such that nearly equal texts share at least one of them (MinHash with bands: Broder 1997; Leskovec,
 * Rajaraman and Ullman, Mining of Massive Datasets, ch. 3). Empty for a text too short to be compared.
 */
export function bandsOf(text: string): number[] {
  const tokens = indexTokens(text)
  if (tokens.length < fewestTokens) return []
  const least = new Uint32Array(bandCount * rowsOfBand).fill(0xffffffff)
  for (const token of tokens) {
    const seed = hashOf(token)
    for (let row = 0; row < least.length; row++) {
      const value = mixed(Math.imul(seed, multipliers[row]!) + addends[row]!)
      if (value < least[row]!) least[row] = value
    }
  }
  return Array.from({ length: bandCount }, (_, band) => {
    const rows = least.subarray(band * rowsOfBand, (band + 1) * rowsOfBand)
    return rows.reduce((sum, row) => mixed(Math.imul(sum, 31) + row), band + 1) | 0
  })
}

const multipliers = Uint32Array.from({ length: bandCount * rowsOfBand }, (_, row) => mixed(row * 2 + 1) | 1)
const addends = Uint32Array.from({ length: bandCount * rowsOfBand }, (_, row) => mixed(row + 0x9e3779b9))

/** FNV-1a over the UTF-16 units. */
function hashOf(token: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < token.length; at++) hash = Math.imul(hash ^ token.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** Spreads 32 bits (the finisher of MurmurHash3). */
function mixed(value: number): number {
  let hash = value >>> 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
