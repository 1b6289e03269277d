/** How many letters must be changed, added, left out or exchanged with their neighbour to make one text the other; more than `most` is given as `most + 1`. */
export function distance(a: readonly string[], b: readonly string[], most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let older: number[] = []
  let before = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1]
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const changed = Math.min(before[j]! + 1, row[j - 1]! + 1, before[j - 1]! + (isSame ? 0 : 1))
      row.push(isSwap ? Math.min(changed, older[j - 2]! + 1) : changed)
    }
    if (Math.min(...row) > most) return most + 1
    older = before
    before = row
  }
  return Math.min(before[b.length]!, most + 1)
}

/** The part of a text that is nearest to a phrase without being it, at most `most` letters away; undefined when there is none. */
export function nearestPart(text: string, phrase: readonly string[], most: number): { part: string; away: number } | undefined {
  const letters = Array.from(text)
  let best: { part: string; away: number } | undefined
  for (let length = Math.max(2, phrase.length - 1); length <= phrase.length + 1; length++) {
    for (let at = 0; at + length <= letters.length; at++) {
      const part = letters.slice(at, at + length)
      const away = distance(part, phrase, most)
      if (away === 0 || away > most) continue
      const isBetter =
        best === undefined ||
        away < best.away ||
        (away === best.away && length === phrase.length && best.part.length !== part.join('').length)
      if (isBetter) best = { part: part.join(''), away }
    }
  }
  return best
}
