/**
 * How much alike two texts are, and a sketch of one by which texts much alike find each other among a million: a dozen bands, each of
 * three least hashes of the text's shingles. Two texts that share four fifths of their shingles miss each other in all bands about once
 * in five thousand times; two that share a tenth meet in one of them about once in a hundred times.
 */
const shingleSigns = 5
const mostSigns = 100_000
const bandCount = 12
const hashesInBand = 3

/** What counts in a comparison: letters, digits and signs of writing, without blanks and marks. */
export function essenceOf(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
    .slice(0, mostSigns)
}

/** The bands of a text as whole numbers of 32 bits; none for one that is too short to be compared. */
export function sketchOf(text: string, shortestSigns: number): number[] {
  const essence = essenceOf(text)
  if (essence.length < shortestSigns) return []
  const least = new Uint32Array(bandCount * hashesInBand).fill(0xffffffff)
  for (const print of printsOf(essence)) {
    for (let at = 0; at < least.length; at++) {
      const mixed = mix(print, at)
      if (mixed < (least[at] ?? 0)) least[at] = mixed
    }
  }
  return Array.from({ length: bandCount }, (_, band) => {
    let hash = band + 1
    for (let at = band * hashesInBand; at < (band + 1) * hashesInBand; at++) hash = Math.imul(hash ^ (least[at] ?? 0), 0x01000193)
    return hash | 0
  })
}

/** The share of the shorter text's shingles that stand in the other one too, in whole per cent. */
export function alikePercent(one: string, other: string): number {
  const [a, b] = [printsOf(essenceOf(one)), printsOf(essenceOf(other))]
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  if (small.size === 0) return 0
  let shared = 0
  for (const print of small) if (large.has(print)) shared++
  return Math.floor((100 * shared) / small.size)
}

function printsOf(essence: string): Set<number> {
  const prints = new Set<number>()
  for (let at = 0; at + shingleSigns <= essence.length; at++) {
    let hash = 0x811c9dc5
    for (let sign = at; sign < at + shingleSigns; sign++) hash = Math.imul(hash ^ essence.charCodeAt(sign), 0x01000193)
    prints.add(hash >>> 0)
  }
  return prints
}

/** One of many independent hashes of a hash. */
function mix(print: number, at: number): number {
  let hash = Math.imul(print ^ Math.imul(at + 1, 0x9e3779b1), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
