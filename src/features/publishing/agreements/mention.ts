/** As much of a unit as its names in a text need. */
export interface Named {
  id: number
  nameZh: string
  nameEn: string
  shortZh: string
  shortEn: string
}

const shortestZh = 3
const shortestEn = 5

/**
 * The units whose names stand in a text, in the order in which they first appear. A name inside a longer name that is also a unit's (市教育
 * 局 in 市教育局考试中心) counts for the longer one only. One pass over the names, so the time grows with text times units.
 */
export function mentionedIn<Unit extends Named>(text: string, units: readonly Unit[]): Unit[] {
  const lower = text.toLowerCase()
  const names = units.flatMap((unit) => namesOf(unit).map((name) => ({ unit, name })))
  names.sort((a, b) => b.name.length - a.name.length)
  const taken: { start: number; end: number; unit: Unit }[] = []
  for (const { unit, name } of names) {
    for (const start of placesOf(lower, name)) {
      const end = start + name.length
      if (!taken.some((one) => start < one.end && one.start < end)) taken.push({ start, end, unit })
    }
  }
  taken.sort((a, b) => a.start - b.start)
  return [...new Set(taken.map(({ unit }) => unit))]
}

function namesOf({ nameZh, nameEn, shortZh, shortEn }: Named): string[] {
  const chinese = [nameZh, shortZh].filter((name) => name.length >= shortestZh)
  const english = [nameEn, shortEn].filter((name) => name.length >= shortestEn)
  return [...new Set([...chinese, ...english].map((name) => name.toLowerCase()))]
}

const mostPlaces = 50

/** Where a name stands; a Latin one only as whole words. */
function placesOf(text: string, name: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(name); at !== -1 && places.length < mostPlaces; at = text.indexOf(name, at + name.length))
    if (isWhole(text, name, at)) places.push(at)
  return places
}

function isWhole(text: string, name: string, at: number): boolean {
  const isLatin = (character: string | undefined): boolean => character !== undefined && /[a-z0-9]/.test(character)
  return !(isLatin(name[0]) && isLatin(text[at - 1])) && !(isLatin(name.at(-1)) && isLatin(text[at + name.length]))
}
